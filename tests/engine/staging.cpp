// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/staging.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Staging, LeavesNothingOfAValueThatIsWithheldAfterwards)
{
    auto const vocabulary = schema_of(framed_plan());
    auto const set = *find_column(vocabulary, "set");
    auto const integer = *find_column(vocabulary, "integer");
    std::vector<std::uint64_t> scratch;
    auto const sliced = [&](std::int32_t number, std::size_t member) {
        staging rows(vocabulary);
        for (int i = 0; i < 70; ++i) {
            rows.begin();
            rows.set_number(integer, i == 5 ? number : i % 3);
            rows.set_recorded(set);
            rows.add_member(set, i == 5 ? member : 0);
            if (i == 5) {
                rows.set_state(integer, fact_state::withheld);
                rows.set_state(set, fact_state::withheld);
            }
            rows.finish("p", {}, {});
        }
        return rows.slice(scratch);
    };
    auto const one = sliced(2'000'000'000, 3), other = sliced(-7, 2);
    EXPECT_EQ(one.columns, other.columns);
    ASSERT_EQ(one.memory.size(), other.memory.size());
    EXPECT_EQ(std::memcmp(one.memory.words(), other.memory.words(), one.memory.size()), 0);
}

TEST(Staging, SlicesNobodyIntoNothing)
{
    auto const vocabulary = schema_of(framed_plan());
    std::vector<std::uint64_t> scratch;
    auto const made = staging(vocabulary).slice(scratch);
    EXPECT_EQ(made.rows, 0U);
    EXPECT_EQ(made.planes, 0U);
    EXPECT_EQ(made.columns.size(), vocabulary.columns.size());
}

TEST(Staging, SlicesNothingOfARowThatIsOnlyBegun)
{
    auto const vocabulary = schema_of(framed_plan());
    auto const integer = *find_column(vocabulary, "integer");
    auto const code = *find_column(vocabulary, "code");
    std::vector<std::uint64_t> scratch;
    auto const sliced = [&](bool one_more) {
        staging rows(vocabulary);
        for (std::int32_t row = 0; row < 66; ++row) {
            rows.begin();
            rows.set_number(integer, 10 + row % 2);
            rows.set_number(code, row % 3);
            rows.finish("p", {}, {});
        }
        if (one_more) {
            rows.begin();
            rows.set_number(integer, -5);
            rows.set_number(code, 7);
        }
        return rows.slice(scratch);
    };
    auto const one = sliced(false), other = sliced(true);
    EXPECT_EQ(one.columns, other.columns);
    ASSERT_EQ(one.memory.size(), other.memory.size());
    EXPECT_EQ(std::memcmp(one.memory.words(), other.memory.words(), one.memory.size()), 0);
}

TEST(Staging, BeginsAgainWhenItIsCleared)
{
    auto const vocabulary = schema_of(framed_plan());
    auto const set = *find_column(vocabulary, "set");
    staging rows(vocabulary);
    for (int i = 0; i < 3; ++i) {
        rows.begin();
        rows.set_recorded(set);
        rows.add_member(set, 2);
        std::uint32_t const wish[] = {1};
        rows.finish("p", wish, 1);
    }
    rows.clear();
    EXPECT_EQ(rows.rows(), 0U);
    rows.begin();
    rows.finish("q", {}, {});
    EXPECT_EQ(rows.state(0, set), fact_state::unknown);
    EXPECT_FALSE(rows.preferences(0));
    EXPECT_FALSE(rows.placed(0));
    std::vector<std::uint64_t> scratch;
    EXPECT_EQ(rows.slice(scratch).planes, 0U);
}

} // namespace
} // namespace finsam
