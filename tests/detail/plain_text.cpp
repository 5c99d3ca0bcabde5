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

} // namespace
} // namespace finsam::detail
