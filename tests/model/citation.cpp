// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/citation.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(Citation, IsToldAsSourceAndProvision)
{
    EXPECT_EQ(told({"SFS 2003:1210", "5 §", "https://example.se"}), "SFS 2003:1210, 5 §");
    EXPECT_EQ(told({"avtal", {}, {}}), "avtal");
}

} // namespace
} // namespace finsam
