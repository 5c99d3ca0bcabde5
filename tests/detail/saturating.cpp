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

} // namespace
} // namespace finsam::detail
