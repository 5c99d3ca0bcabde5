// SPDX-License-Identifier: BSL-1.0
#include "detail/pack.hpp"

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <vector>

namespace finsam::detail {
namespace {

using testing_support::dice;

constexpr std::size_t words = 2 * plane_step;

/// Some planes, a few of them all zero or all one.
struct planes
{
    std::vector<std::vector<std::uint64_t>> bits;
    std::vector<plane> at;

    planes(dice& roll, std::size_t count)
        : bits(count, std::vector<std::uint64_t>(words))
    {
        for (auto& one : bits) {
            auto const kind = roll(8);
            for (auto& word : one)
                word = kind == 0   ? 0
                       : kind == 1 ? ~std::uint64_t{0}
                                   : roll(~std::uint64_t{0}) & roll(~std::uint64_t{0});
            at.push_back(one.data());
        }
    }

    [[nodiscard]] bool bit(std::size_t plane, std::size_t row) const
    {
        return (bits[plane][row / 64] >> row % 64 & 1) != 0;
    }
};

bool bit_of(std::vector<std::uint64_t> const& from, std::size_t row)
{
    return (from[row / 64] >> row % 64 & 1) != 0;
}

/// What `leaf_job` says in words, for one row.
bool holds(leaf_job const& job, planes const& given, std::size_t row)
{
    std::uint64_t number = 0;
    std::size_t set = 0;
    for (std::size_t k = 0; k < job.count; ++k) {
        number |= std::uint64_t{given.bit(k, row)} << k;
        set += given.bit(k, row) ? 1 : 0;
    }
    switch (job.kind) {
    case leaf_job::shape::equal:
        return number == job.constants[0];
    case leaf_job::shape::edges:
        return std::count_if(job.constants, job.constants + job.constants_count,
                             [&](auto edge) { return edge <= number; })
                   % 2
               == 1;
    case leaf_job::shape::any:
        return set > 0;
    case leaf_job::shape::all:
        return set == job.count;
    case leaf_job::shape::at_least:
        return set >= job.constants[0];
    }
    return false;
}

class Packs : public testing::TestWithParam<pack const*>
{};

TEST_P(Packs, CombineAnyNumberOfPlanes)
{
    auto const& loops = *GetParam();
    dice roll(21);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 60; ++round) {
        auto const count = 1 + roll(round % 10 == 0 ? 70 : 9);
        planes const given(roll, count);
        auto const k = 1 + roll(count);
        std::vector<std::uint64_t> all(words), any(words), several(words), except(words);
        loops.all(given.at.data(), count, all.data(), words);
        loops.any(given.at.data(), count, any.data(), words);
        loops.at_least(k, given.at.data(), count, several.data(), words);
        loops.except(given.at[0], given.at[count - 1], except.data(), words);
        std::size_t counted = 0;
        for (std::size_t row = 0; row < words * 64; ++row) {
            std::size_t set = 0;
            for (std::size_t i = 0; i < count; ++i)
                set += given.bit(i, row) ? 1 : 0;
            ASSERT_EQ(bit_of(all, row), set == count);
            ASSERT_EQ(bit_of(any, row), set > 0);
            ASSERT_EQ(bit_of(several, row), set >= k) << k << " of " << count;
            ASSERT_EQ(bit_of(except, row), given.bit(0, row) && !given.bit(count - 1, row));
            counted += given.bit(0, row) ? 1 : 0;
        }
        ASSERT_EQ(loops.count(given.at[0], words), counted);
        ASSERT_EQ(loops.count(given.at[0], 1), std::popcount(given.bits[0][0]));
        ASSERT_EQ(loops.count(given.at[0], 0), 0);
    }
}

TEST_P(Packs, CountTheBitsOfAnyNumberOfWords)
{
    auto const& loops = *GetParam();
    dice roll(13);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    // All set, so that no sum in between may be too narrow, and some.
    for (auto const set : {~std::uint64_t{0}, std::uint64_t{0}}) {
        std::vector<std::uint64_t> bits(5'000, set);
        if (set == 0)
            for (auto& word : bits)
                word = roll(~std::uint64_t{0});
        std::size_t expected = 0;
        for (std::size_t count = 0; count <= bits.size(); ++count) {
            if (count < 700 || count % 100 == 0) {
                ASSERT_EQ(loops.count(bits.data(), count), expected) << count;
            }
            if (count < bits.size())
                expected += static_cast<std::size_t>(std::popcount(bits[count]));
        }
    }
}

TEST_P(Packs, MakeBothRailsOfALeaf)
{
    auto const& loops = *GetParam();
    dice roll(22);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 300; ++round) {
        auto const count = 1 + roll(9);
        planes given(roll, count);
        planes const states(roll, 2);
        auto valid = states.bits[0], without = states.bits[1];
        bool const everybody = roll.chance(3), nobody = roll.chance(3);
        for (std::size_t word = 0; word < words; ++word) {
            if (everybody)
                valid[word] = ~std::uint64_t{0};
            without[word] &= nobody ? 0 : ~valid[word];
            for (auto& one : given.bits)
                one[word] &= valid[word];
        }
        std::vector<std::uint32_t> constants;
        auto const kind = static_cast<leaf_job::shape>(roll(5));
        auto const most = std::uint64_t{1} << count;
        switch (kind) {
        case leaf_job::shape::equal:
            constants = {static_cast<std::uint32_t>(1 + roll(most - 1))};
            break;
        case leaf_job::shape::edges:
            for (std::uint64_t edge = 1 + roll(most - 1); edge < most; edge += 1 + roll(most))
                constants.push_back(static_cast<std::uint32_t>(edge));
            break;
        case leaf_job::shape::any:
        case leaf_job::shape::all:
            break;
        case leaf_job::shape::at_least:
            constants = {static_cast<std::uint32_t>(1 + roll(count))};
            break;
        }
        std::vector<std::uint64_t> yes(words), no(words);
        leaf_job const job{.kind = kind,
                           .complement = roll.chance(2),
                           .planes = given.at.data(),
                           .count = count,
                           .constants = constants.data(),
                           .constants_count = constants.size(),
                           .valid = everybody ? nullptr : valid.data(),
                           .none = nobody ? nullptr : without.data(),
                           .yes = roll.chance(5) ? nullptr : yes.data(),
                           .no = roll.chance(5) ? nullptr : no.data()};
        loops.leaf(job, words);
        for (std::size_t row = 0; row < words * 64; ++row) {
            auto const met = holds(job, given, row) != job.complement;
            if (job.yes != nullptr) {
                ASSERT_EQ(bit_of(yes, row), bit_of(valid, row) && met);
            }
            if (job.no != nullptr) {
                ASSERT_EQ(bit_of(no, row), bit_of(without, row) || (bit_of(valid, row) && !met));
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(OfThisProcessor, Packs, testing::ValuesIn([] {
                             auto const here = packs_here();
                             return std::vector<pack const*>(here.list, here.list + here.count);
                         }()),
                         [](auto const& one) {
                             std::string name = one.param->name;
                             std::erase_if(name, [](char c) { return c == '-' || c == '_'; });
                             return name;
                         });

TEST(PackList, BeginsWithThePortableOneAndEndsWithTheFastest)
{
    auto const here = packs_here();
    ASSERT_GE(here.count, 1U);
    EXPECT_EQ(here.list[0], &portable_pack);
    EXPECT_EQ(&fastest_pack(), here.list[here.count - 1]);
}

} // namespace
} // namespace finsam::detail
