// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/code_list.hpp>

#include <gtest/gtest.h>

#include <string>

namespace finsam {
namespace {

TEST(CodeList, NumbersCodesInTheOrderOfTheirFirstAppearance)
{
    code_list all;
    EXPECT_FALSE(all.find("0136"));
    for (int round = 0; round < 2; ++round)
        for (int i = 0; i < 1000; ++i)
            ASSERT_EQ(all.add("code " + std::to_string(i)), i);
    EXPECT_EQ(all.size(), 1000U);
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(all[i], "code " + std::to_string(i));
        EXPECT_EQ(all.find(all[i]), static_cast<std::int32_t>(i));
    }
    EXPECT_FALSE(all.find("code"));
    EXPECT_FALSE(all.find(""));
}

TEST(CodeList, KeepsItsCodesWhenItIsCopied)
{
    code_list one;
    (void)one.add("a");
    auto other = one;
    (void)other.add("b");
    EXPECT_EQ(one.size(), 1U);
    EXPECT_EQ(other[1], "b");
    EXPECT_EQ(other.find("a"), 0);
}

TEST(CodeList, BeginsAgainWhenItIsCleared)
{
    code_list all;
    for (auto const* const code : {"a", "b", "c"})
        (void)all.add(code);
    all.clear();
    EXPECT_EQ(all.size(), 0U);
    EXPECT_FALSE(all.find("b"));
    EXPECT_EQ(all.add("b"), 0);
    EXPECT_EQ(all[0], "b");
    EXPECT_FALSE(all.find("a"));
}

} // namespace
} // namespace finsam
