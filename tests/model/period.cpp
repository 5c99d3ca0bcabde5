// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/period.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace std::chrono;

date april(unsigned day)
{
    return year{2024} / April / std::chrono::day{day};
}

TEST(Period, HoldsItsFirstDayAndNotTheDayItEnds)
{
    period const week{april(8), april(15)};
    EXPECT_FALSE(contains(week, april(7)));
    EXPECT_TRUE(contains(week, april(8)));
    EXPECT_TRUE(contains(week, april(14)));
    EXPECT_FALSE(contains(week, april(15)));
}

TEST(Period, WithoutAnEndHoldsEveryLaterDay)
{
    period const open{april(8), {}};
    EXPECT_FALSE(contains(open, april(7)));
    EXPECT_TRUE(contains(open, april(8)));
    EXPECT_TRUE(contains(open, year{9999} / December / 31));
}

TEST(Period, OfNothingIsInForceAlways)
{
    EXPECT_TRUE(in_force({}, year{1} / January / 1));
    EXPECT_FALSE(in_force(period{april(8), {}}, april(7)));
    EXPECT_TRUE(in_force(period{april(8), {}}, april(8)));
}

TEST(Period, OverlapsAnotherExactlyWhenTheyShareADay)
{
    // Every pair of periods in a month, with and without an end.
    constexpr unsigned last = 30;
    std::vector<period> all;
    for (unsigned from = 1; from <= last; ++from) {
        all.push_back({april(from), {}});
        for (unsigned to = from + 1; to <= last; ++to)
            all.push_back({april(from), april(to)});
    }
    for (auto const& a : all)
        for (auto const& b : all) {
            bool shared = false;
            for (unsigned day = 1; day <= last; ++day)
                shared = shared || (contains(a, april(day)) && contains(b, april(day)));
            ASSERT_EQ(overlap(a, b), shared)
                << unsigned(a.from.day()) << ' ' << unsigned(b.from.day());
        }
}

} // namespace
} // namespace finsam
