// SPDX-License-Identifier: BSL-1.0
#include "detail/in_order.hpp"
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

TEST(Threads, MakeTextsThatAreTakenInOrder)
{
    std::string all, expected;
    for (int i = 0; i < 3'000; ++i)
        expected += std::to_string(i) + ' ';
    detail::in_order(
        3'000, 7, 4,
        [](std::size_t first, std::size_t last, std::string& text) {
            for (; first < last; ++first)
                text += std::to_string(first) + ' ';
        },
        [&](std::string const& text, std::size_t) { all += text; });
    EXPECT_EQ(all, expected);
}

} // namespace
} // namespace finsam
