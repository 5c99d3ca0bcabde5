// SPDX-License-Identifier: BSL-1.0
#include "detail/slice.hpp"

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

namespace finsam::detail {
namespace {

using testing_support::dice;

TEST(Slice, GivesEachBitOfSixtyFourBytesAsAWord)
{
    dice roll(11);
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        unsigned char bytes[64];
        for (auto& one : bytes)
            one = static_cast<unsigned char>(roll(256));
        auto const bits = static_cast<unsigned>(1 + roll(8));
        std::vector<std::uint64_t> fast(24), plain(24);
        slice_bytes(bytes, bits, fast.data(), 3);
        portable::slice_bytes(bytes, bits, plain.data(), 3);
        ASSERT_EQ(fast, plain);
        for (unsigned k = 0; k < 8; ++k)
            for (unsigned i = 0; i < 64; ++i)
                ASSERT_EQ(fast[3 * k] >> i & 1, k < bits ? bytes[i] >> k & 1u : 0u)
                    << k << ' ' << i;
    }
}

TEST(Slice, GivesTheDistancesOfNumbersFromAnyBase)
{
    constexpr auto low = std::numeric_limits<std::int32_t>::min();
    dice roll(12);
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const base = round % 2 == 0 ? low : static_cast<std::int32_t>(roll(1000));
        auto const bits = static_cast<unsigned>(1 + roll(32));
        std::int32_t numbers[64];
        for (auto& one : numbers)
            one = static_cast<std::int32_t>(
                static_cast<std::uint32_t>(base)
                + static_cast<std::uint32_t>(roll(std::uint64_t{1} << bits)));
        std::vector<std::uint64_t> fast(32), plain(32);
        slice_numbers(numbers, base, bits, fast.data(), 1);
        portable::slice_numbers(numbers, base, bits, plain.data(), 1);
        ASSERT_EQ(fast, plain);
        for (unsigned i = 0; i < 64; ++i) {
            std::uint32_t distance = 0;
            for (unsigned k = 0; k < bits; ++k)
                distance |= static_cast<std::uint32_t>(fast[k] >> i & 1) << k;
            ASSERT_EQ(distance,
                      static_cast<std::uint32_t>(numbers[i]) - static_cast<std::uint32_t>(base));
        }
    }
}

} // namespace
} // namespace finsam::detail
