// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/plain_text.hpp>

#include <gtest/gtest.h>

namespace finsam::detail {
namespace {

TEST(PlainText, HasASpaceForEachControlCharacterAndKeepsTheRest)
{
    EXPECT_EQ(plain_text("a\x1b[31m\nb\x7f"), "a [31m b ");
    EXPECT_EQ(plain_text("Nyn\xC3\xA4shamn"), "Nyn\xC3\xA4shamn");
    EXPECT_EQ(plain_text("x\xC2\x9By"), "x y");
    EXPECT_EQ(plain_text("\xC2"), "\xC2");
}

TEST(InBackticks, QuotesShortlyAndOnOneLine)
{
    EXPECT_EQ(in_backticks("a\nb\x7F"), "`a b `");
    EXPECT_EQ(in_backticks("a\xC2\x9B\x33"), "`a 3`");
    EXPECT_EQ(in_backticks(std::string(63, 'a') + "åb"), '`' + std::string(63, 'a') + "…`");
    EXPECT_EQ(in_backticks(std::string(64, 'a')), '`' + std::string(64, 'a') + '`');
}

} // namespace
} // namespace finsam::detail
