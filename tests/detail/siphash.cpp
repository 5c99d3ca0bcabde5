// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/siphash.hpp>

#include <gtest/gtest.h>

#include <string>

namespace finsam::detail {
namespace {

constexpr siphash_key ascending = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

TEST(SipHash, GivesTheNumbersOfThePaperAndOfItsReferenceImplementation)
{
    // The message of n bytes is 00 01 02 …; the last of these is the paper's own, appendix A.
    constexpr std::uint64_t expected[] = {
        0x726fdb47dd0e0e31, 0x74f839c593dc67fd, 0x0d6c8009d9a94f5a, 0x85676696d7fb7e2d,
        0xcf2794e0277187b7, 0x18765564cd99a68d, 0xcbc9466e58fee3ce, 0xab0200f58b01d137,
        0x93f5f5799a932462, 0x9e0082df0ba9e4b0, 0x7a5dbbc594ddb9f3, 0xf4b32f46226bada7,
        0x751e8fbc860ee5fb, 0x14ea5627c0843d90, 0xf723ca908e7af2ee, 0xa129ca6149be45e5};
    std::string message;
    for (auto const one : expected) {
        EXPECT_EQ(siphash_2_4(ascending, message), one) << message.size() << " bytes";
        message.push_back(static_cast<char>(message.size()));
    }
}

TEST(SipHash, IsComputedByTheCompilerToo)
{
    constexpr std::string_view message(
        "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e", 15);
    static_assert(siphash_2_4(ascending, message) == 0xa129ca6149be45e5);
}

TEST(SipHash, TakesEveryByteAsANumberFrom0To255)
{
    EXPECT_NE(siphash_2_4(ascending, "\xc3\xa5"), siphash_2_4(ascending, "\x43\x25"));
    EXPECT_NE(siphash_2_4(ascending, std::string(1, '\0')), siphash_2_4(ascending, ""));
}

} // namespace
} // namespace finsam::detail
