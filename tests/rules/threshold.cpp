// SPDX-License-Identifier: BSL-1.0
#include "rules/threshold.hpp"

#include <finsam/detail/calendar.hpp>

#include "support/definitions.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace std::chrono;

/// Every birth date of sixty years against the definition, for one way of counting.
void sweep(std::int64_t count, time_unit unit, counting counted, date as_of)
{
    auto const last = last_day_reached(count, unit, counted, as_of);
    for (auto day = detail::to_days(1960y / January / 1);
         day < detail::to_days(2020y / January / 1); ++day) {
        auto const one = detail::from_days(day);
        auto const want = testing_support::anniversary_day(one, count, unit, counted)
                          <= testing_support::as_number(as_of);
        ASSERT_EQ(day <= last, want)
            << detail::to_string(one) << " + " << count << " on " << detail::to_string(as_of);
    }
}

TEST(Threshold, AgreesWithTheDefinitionForEveryBirthDateOfSixtyYears)
{
    date const days[] = {2024y / February / 29, 2023y / February / 28, 2022y / March / 1,
                         2022y / June / 30,     2022y / July / 1,      2021y / December / 31,
                         2022y / January / 1,   2022y / April / 30,    2022y / October / 31};
    for (auto const as_of : days)
        for (auto const counted :
             {counting::day, counting::month, counting::july, counting::year}) {
            for (auto const count : {0, 1, 16, 19, 30})
                sweep(count, time_unit::years, counted, as_of);
            for (auto const count : {0, 1, 11, 36})
                sweep(count, time_unit::months, counted, as_of);
            for (auto const count : {0, 1, 180, 365})
                sweep(count, time_unit::days, counted, as_of);
        }
}

TEST(Threshold, StandsOnTheMonthsLastDayWhereTheDayDoesNotExist)
{
    EXPECT_EQ(day_reached(1996y / February / 29, 30, time_unit::years, counting::day),
              date{2026y / February / 28});
    EXPECT_EQ(day_reached(2023y / January / 31, 1, time_unit::months, counting::day),
              date{2023y / February / 28});
    EXPECT_EQ(day_reached(2024y / February / 29, 48, time_unit::months, counting::day),
              date{2028y / February / 29});
}

TEST(Threshold, NeverFallsAsTheDayRises)
{
    for (auto const counted : {counting::day, counting::month, counting::july, counting::year})
        for (auto day = detail::to_days(1990y / January / 1);
             day < detail::to_days(2000y / January / 1); ++day)
            ASSERT_LE(day_reached(detail::from_days(day), 19, time_unit::years, counted),
                      day_reached(detail::from_days(day + 1), 19, time_unit::years, counted));
}

TEST(Threshold, HoldsAtTheEndsOfTheCalendar)
{
    auto const first = detail::to_days(1y / January / 1);
    auto const last = detail::to_days(9999y / December / 31);
    EXPECT_EQ(last_day_reached(0, time_unit::days, counting::day, 9999y / December / 31), last);
    EXPECT_EQ(last_day_reached(1000, time_unit::years, counting::day, 500y / May / 5), first - 1);
    EXPECT_EQ(last_day_reached(400000, time_unit::days, counting::year, 1y / January / 1),
              first - 1);
    EXPECT_EQ(last_day_reached(0, time_unit::years, counting::day, 1y / January / 1), first);
}

} // namespace
} // namespace finsam
