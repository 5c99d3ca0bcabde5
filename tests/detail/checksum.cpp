// SPDX-License-Identifier: BSL-1.0
#include "detail/checksum.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace finsam::detail {
namespace {

std::string any_bytes(std::size_t count)
{
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i)
        bytes += static_cast<char>((i * 0x9E3779B9U) >> 24);
    return bytes;
}

TEST(Checksum, IsTheSameOnEveryMachine)
{
    // Snapshots that were made before stay readable.
    EXPECT_EQ(checksum(""), 0x44694A5F5D013A9B);
    EXPECT_EQ(checksum(any_bytes(3000)), 0x3EEE22725425F412);
}

TEST(Checksum, IsTheSameWithoutAnInstructionSet)
{
    for (std::size_t count = 0; count < 3000; count += 7)
        ASSERT_EQ(checksum(any_bytes(count), count), portable::checksum(any_bytes(count), count));
}

TEST(Checksum, TellsEveryBitThatIsAnother)
{
    for (std::size_t const count : {1u, 8u, 127u, 128u, 129u, 1000u}) {
        auto bytes = any_bytes(count);
        std::set<std::uint64_t> sums{checksum(bytes)};
        for (std::size_t bit = 0; bit < count * 8; ++bit) {
            auto& byte = bytes[bit / 8];
            byte = static_cast<char>(byte ^ (1 << bit % 8));
            sums.insert(checksum(bytes));
            byte = static_cast<char>(byte ^ (1 << bit % 8));
        }
        EXPECT_EQ(sums.size(), count * 8 + 1);
    }
}

TEST(Checksum, TellsEveryTwoBitsThatAreOthers)
{
    std::string bytes(3 * 64, '\0');
    std::set<std::uint64_t> sums;
    std::size_t pairs = 0;
    auto const flip = [&](std::size_t bit) {
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    };
    // All pairs of bits of the three words that one lane of the sum takes in.
    auto const bit_at = [](std::size_t i) { return i / 64 * 64 * 8 + i % 64; };
    for (std::size_t a = 0; a < 3 * 64; ++a)
        for (std::size_t b = 0; b < a; ++b, ++pairs) {
            flip(bit_at(a)), flip(bit_at(b));
            sums.insert(checksum(bytes));
            flip(bit_at(a)), flip(bit_at(b));
        }
    EXPECT_EQ(sums.size(), pairs);
}

TEST(Checksum, TellsWhereBytesStandAndHowManyThereAre)
{
    auto const bytes = any_bytes(4096);
    std::set<std::uint64_t> sums{checksum(bytes), checksum(bytes, 1)};
    std::size_t others = 2;
    for (std::size_t const size : {1u, 8u, 64u, 128u, 512u})
        for (std::size_t at = 0; at + 2 * size <= bytes.size(); at += size, ++others)
            sums.insert(checksum(bytes.substr(0, at) + bytes.substr(at + size, size)
                                 + bytes.substr(at, size) + bytes.substr(at + 2 * size)));
    for (std::size_t size = 0; size < bytes.size(); ++size, ++others)
        sums.insert(checksum(bytes.substr(0, size)));
    for (std::size_t zeros = 1; zeros < 300; ++zeros, ++others)
        sums.insert(checksum(bytes + std::string(zeros, '\0')));
    EXPECT_EQ(sums.size(), others);
}

} // namespace
} // namespace finsam::detail
