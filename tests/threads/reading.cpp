// SPDX-License-Identifier: BSL-1.0
#include "io/people_blocks.hpp"
#include "support/people_texts.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Threads, ReadPartsOfOneTextAhead)
{
    dice roll(43);
    auto const agreed = random_plan(roll);
    people_texts texts(roll, agreed, 0);
    for (auto const format : {people_format::json_lines, people_format::csv}) {
        auto const text = format == people_format::csv ? texts.csv(3'000) : texts.json_lines(3'000);
        auto const read = [&](std::size_t threads) {
            io::text_source from(text);
            return io::read_blocks(agreed, format, "people", from, 100'000,
                                   {.threads = threads, .part_size = 1'000})
                .value();
        };
        auto const expected = read(1), all = read(4);
        ASSERT_EQ(all.size(), expected.size());
        for (std::size_t row = 0; row < all.size(); ++row)
            ASSERT_EQ(all.row(row), expected.row(row));
    }
}

} // namespace
} // namespace finsam
