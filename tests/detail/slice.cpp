// SPDX-License-Identifier: BSL-1.0
#include "detail/slice.hpp"

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace finsam::detail {
namespace {

using testing_support::dice;

/// Rows of some width in groups, apart from each other, the last somewhere else.
struct rows
{
    std::size_t width;
    std::size_t stride;
    std::vector<std::uint64_t> memory;
    std::vector<std::uint64_t> last;
    row_groups at;

    rows(dice& roll, std::size_t width_of, std::size_t groups)
        : width(width_of)
        , stride(64 * width + 8 * roll(5))
        , memory(groups * stride / 8 + 1)
        , last(8 * width)
    {
        for (auto& word : memory)
            word = roll(~std::uint64_t{0});
        for (auto& word : last)
            word = roll(~std::uint64_t{0});
        at = {reinterpret_cast<unsigned char const*>(memory.data()), stride, groups,
              roll.chance(2) ? nullptr : reinterpret_cast<unsigned char const*>(last.data())};
    }

    [[nodiscard]] std::uint64_t value(std::size_t row) const
    {
        auto const elsewhere = at.last != nullptr && row / 64 + 1 == at.count;
        auto const* from = elsewhere ? at.last : at.first + row / 64 * stride;
        std::uint64_t all = 0;
        for (std::size_t byte = 0; byte < width; ++byte)
            all |= std::uint64_t{from[row % 64 * width + byte]} << 8 * byte;
        return all;
    }
};

class Slicers : public testing::TestWithParam<slicer const*>
{};

TEST_P(Slicers, GiveEachBitOfBytesAsAPlane)
{
    dice roll(11);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 200; ++round) {
        auto const groups = roll(5);
        rows const from(roll, 1, groups);
        auto const bits = static_cast<unsigned>(1 + roll(8));
        auto const stride = groups + roll(3);
        constexpr std::uint64_t untouched = 0xABCDEF;
        std::vector<std::uint64_t> planes(9 * stride + groups, untouched);
        GetParam()->bytes(from.at, bits, planes.data(), stride);
        for (std::size_t row = 0; row < 64 * groups; ++row)
            for (unsigned k = 0; k < bits; ++k)
                ASSERT_EQ(planes[k * stride + row / 64] >> row % 64 & 1, from.value(row) >> k & 1);
        for (std::size_t word = bits * stride; word < planes.size(); ++word)
            ASSERT_EQ(planes[word], untouched);
    }
}

TEST_P(Slicers, GiveTheDistancesOfNumbersFromAnyBase)
{
    constexpr auto low = std::numeric_limits<std::int32_t>::min();
    dice roll(12);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 200; ++round) {
        auto const groups = roll(5);
        rows const from(roll, 4, groups);
        auto const base = round % 2 == 0 ? low : static_cast<std::int32_t>(roll(1000));
        auto const bits = static_cast<unsigned>(1 + roll(32));
        std::vector<std::uint64_t> planes(32 * groups);
        GetParam()->numbers(from.at, base, bits, planes.data(), groups);
        for (std::size_t row = 0; row < 64 * groups; ++row) {
            auto const distance =
                static_cast<std::uint32_t>(from.value(row)) - static_cast<std::uint32_t>(base);
            for (unsigned k = 0; k < bits; ++k)
                ASSERT_EQ(planes[k * groups + row / 64] >> row % 64 & 1, distance >> k & 1);
        }
    }
}

TEST_P(Slicers, FindTheRangeOfTheRowsThatCount)
{
    dice roll(13);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 200; ++round) {
        auto const groups = roll(5);
        rows const from(roll, 4, groups), states(roll, 1, groups);
        auto const state = static_cast<unsigned char>(roll(256));
        number_range all;
        for (std::size_t row = 0; row < 64 * groups; ++row)
            if (states.value(row) == state) {
                auto const number =
                    static_cast<std::int32_t>(static_cast<std::uint32_t>(from.value(row)));
                all.low = std::min(all.low, number);
                all.high = std::max(all.high, number);
            }
        auto const found = GetParam()->range(from.at, states.at, state);
        ASSERT_EQ(found.low, all.low);
        ASSERT_EQ(found.high, all.high);
    }
}

TEST_P(Slicers, TellWhoIsKnownAndWhoHasAValueFromTheBitsOfStates)
{
    dice roll(16);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 200; ++round) {
        auto const words = roll(40);
        // Most often only some of the four states.
        auto const some_none = roll.chance(2), some_withheld = roll.chance(2);
        std::vector<std::uint64_t> lower(words), upper(words), valid(words);
        bool none = false, withheld = false;
        for (std::size_t word = 0; word < words; ++word)
            for (unsigned bit = 0; bit < 64; ++bit) {
                auto const state = roll(4); // unknown, none, value, withheld
                if ((state == 1 && !some_none) || (state == 3 && !some_withheld))
                    continue;
                lower[word] |= std::uint64_t{state & 1} << bit;
                upper[word] |= std::uint64_t{state >> 1} << bit;
                none |= state == 1;
                withheld |= state == 3;
            }
        auto known = lower;
        auto const others = GetParam()->states(known.data(), upper.data(), valid.data(), words);
        ASSERT_EQ(others.none, none);
        ASSERT_EQ(others.withheld, withheld);
        for (std::size_t word = 0; word < words; ++word) {
            ASSERT_EQ(known[word], (lower[word] & ~upper[word]) | (upper[word] & ~lower[word]));
            ASSERT_EQ(valid[word], upper[word] & ~lower[word]);
        }
    }
}

TEST_P(Slicers, FindTheBitsThatAnyWordHas)
{
    dice roll(17);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 50; ++round) {
        rows const from(roll, 8, roll(5));
        std::uint64_t any = 0;
        for (std::size_t row = 0; row < 64 * from.at.count; ++row)
            any |= from.value(row);
        ASSERT_EQ(GetParam()->any_of_words(from.at), any);
        // Of random words nearly every bit is in some: of one group, one bit.
        std::vector<std::uint64_t> one(64);
        one[roll(64)] = std::uint64_t{1} << roll(64);
        row_groups const alone{reinterpret_cast<unsigned char const*>(one.data()), 512, 1, nullptr};
        ASSERT_EQ(GetParam()->any_of_words(alone), *std::ranges::max_element(one));
    }
}

TEST_P(Slicers, TakeOneByteOfEachWord)
{
    dice roll(14);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 50; ++round) {
        auto const groups = roll(5);
        rows const from(roll, 8, groups);
        auto const byte = static_cast<unsigned>(roll(8));
        std::vector<unsigned char> apart(64 * groups);
        GetParam()->byte_of_words(from.at, byte, apart.data());
        for (std::size_t row = 0; row < apart.size(); ++row)
            ASSERT_EQ(apart[row], from.value(row) >> 8 * byte & 0xFF);
    }
}

TEST_P(Slicers, KeepWhatIsWithinAnotherPlane)
{
    dice roll(15);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 200; ++round) {
        auto const words = roll(40);
        auto const draw = [&] {
            return roll.chance(3)   ? ~std::uint64_t{0}
                   : roll.chance(3) ? 0
                                    : roll(~std::uint64_t{0});
        };
        std::vector<std::uint64_t> plane(words), within(words);
        std::uint64_t set = 0, clear = 0;
        for (std::size_t word = 0; word < words; ++word) {
            plane[word] = draw();
            within[word] = draw();
            set |= plane[word] & within[word];
            clear |= ~(plane[word] & within[word]);
        }
        auto kept = plane;
        auto const seen = GetParam()->keep(kept.data(), within.data(), words);
        ASSERT_EQ(seen.set, set);
        ASSERT_EQ(seen.clear, clear);
        for (std::size_t word = 0; word < words; ++word)
            ASSERT_EQ(kept[word], plane[word] & within[word]);
    }
}

std::vector<slicer const*> all_slicers()
{
    auto const here = slicers_here();
    return {here.list, here.list + here.count};
}

INSTANTIATE_TEST_SUITE_P(OfThisProcessor, Slicers, testing::ValuesIn(all_slicers()),
                         [](auto const& about) { return std::string(about.param->name); });

} // namespace
} // namespace finsam::detail
