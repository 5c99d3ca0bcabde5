// SPDX-License-Identifier: BSL-1.0
#include <finsam/report/withhold.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(ToldCount, LeavesOutOneToFourPeopleUnlessExact)
{
    EXPECT_EQ(told_count(0, false), 0U);
    for (std::size_t const few : {1U, 2U, 3U, 4U}) {
        EXPECT_EQ(told_count(few, false), std::nullopt);
        EXPECT_EQ(told_count(few, true), few);
        EXPECT_EQ(told_text(few, false), "<5");
        EXPECT_EQ(told_text(few, true), std::to_string(few));
    }
    EXPECT_EQ(told_count(5, false), 5U);
    EXPECT_EQ(told_text(0, false), "0");
    EXPECT_EQ(told_text(1234, false), "1234");
}

} // namespace
} // namespace finsam
