// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/saturating.hpp>

#include <gtest/gtest.h>

namespace finsam::detail {
namespace {

TEST(SaturatingSum, StaysAtTheLargestNumberThereIs)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(saturating_sum(2, 3), 5);
    EXPECT_EQ(saturating_sum(most - 1, 1), most);
    EXPECT_EQ(saturating_sum(most, 1), most);
    EXPECT_EQ(saturating_sum(most, most), most);
}

TEST(SaturatingProduct, StaysAtTheLargestNumberThereIs)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(saturating_product(2, 3), 6);
    EXPECT_EQ(saturating_product(0, most), 0);
    EXPECT_EQ(saturating_product(most, 0), 0);
    EXPECT_EQ(saturating_product(most, 1), most);
    EXPECT_EQ(saturating_product(most / 7, 7), most / 7 * 7);
    EXPECT_EQ(saturating_product(most / 7 + 1, 7), most);
    EXPECT_EQ(saturating_product(most, most), most);
}

} // namespace
} // namespace finsam::detail
