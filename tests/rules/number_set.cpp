// SPDX-License-Identifier: BSL-1.0
#include "rules/number_set.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace finsam::checking {
namespace {

/// What is left of all days for who has reached the one time and not the other.
bool can_be(time_after const& reached, time_after const& not_reached)
{
    number_set const early{.ranges = {{-1'000'000, 0}}, .reached = {reached}};
    number_set const late{.ranges = {{-1'000'000, 0}}, .not_reached = {not_reached}};
    return !is_empty(intersect(early, late));
}

TEST(NumberSet, ComparesMonthsWithDaysAsTheCalendarDoes)
{
    using namespace std::chrono;
    for (int const months : {0, 1, 2, 3, 6, 11, 12, 13, 24, 48, 59, 120, 371, 1200, 4800}) {
        // Counted on the calendar for every day of 400 years.
        std::int64_t shortest = std::numeric_limits<std::int64_t>::max(), longest = 0;
        for (sys_days from = year{2000} / January / 1; from < year{2400} / January / 1;
             from += days{1}) {
            auto to = year_month_day{from} + std::chrono::months{months};
            if (!to.ok())
                to = to.year() / to.month() / last;
            auto const length = static_cast<std::int64_t>((sys_days{to} - from).count());
            shortest = std::min(shortest, length);
            longest = std::max(longest, length);
        }
        time_after const in_months{.count = months, .unit = time_unit::months};
        for (auto count = std::max<std::int64_t>(0, shortest - 15); count < longest + 15; ++count) {
            time_after const in_days{.count = count, .unit = time_unit::days};
            EXPECT_EQ(can_be(in_days, in_months), count < longest) << months << ' ' << count;
            EXPECT_EQ(can_be(in_months, in_days), shortest < count) << months << ' ' << count;
        }
    }
}

TEST(NumberSet, TakesTimesPastTheCalendarForPossible)
{
    constexpr auto most = std::numeric_limits<std::int32_t>::max();
    EXPECT_FALSE(
        can_be({.count = most, .unit = time_unit::days}, {.count = 12, .unit = time_unit::months}));
    EXPECT_TRUE(can_be({.count = most, .unit = time_unit::days},
                       {.count = std::int64_t{12} * most, .unit = time_unit::months}));
    EXPECT_TRUE(can_be({.count = std::int64_t{most} * 4'800 / 146'097, .unit = time_unit::months},
                       {.count = most, .unit = time_unit::days}));
}

} // namespace
} // namespace finsam::checking
