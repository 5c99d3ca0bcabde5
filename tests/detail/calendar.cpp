// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>

#include <gtest/gtest.h>

namespace finsam::detail {
namespace {

TEST(Calendar, ReadsAndWritesEveryDayOfFourHundredYearsTheSame)
{
    for (auto day = -200 * 365; day < 200 * 365; ++day) {
        auto const written = to_string(from_days(day));
        ASSERT_EQ(written.size(), 10U);
        auto const read = parse_date(written);
        ASSERT_TRUE(read) << written;
        ASSERT_EQ(to_days(*read), day);
    }
}

TEST(Calendar, RefusesWhatIsNoDay)
{
    for (auto const* text :
         {"2023-02-29", "2024-02-30", "1900-02-29", "2024-00-10", "2024-13-01", "2024-04-31",
          "2024-01-00", "2024-01-32", "0000-01-01", "2024-1-01", "2024-01-1", "20240101",
          "2024/01/01", "2024-01-011", "", "2024-01-0x", "-024-01-01", "2024-01-01 "})
        EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Calendar, ReachesFromTheFirstYearToTheLast)
{
    EXPECT_EQ(to_string(*parse_date("0001-01-01")), "0001-01-01");
    EXPECT_EQ(to_string(*parse_date("9999-12-31")), "9999-12-31");
    EXPECT_TRUE(parse_date("2000-02-29"));
}

} // namespace
} // namespace finsam::detail
