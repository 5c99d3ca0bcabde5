// SPDX-License-Identifier: BSL-1.0
#include "detail/pack.hpp"

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

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
        planes const others(roll, count);
        auto const k = 1 + roll(count);
        // Some as they stand, the others without what is in a second plane.
        auto const plain = round % 3 == 0 ? count : roll(count + 1);
        std::vector<difference> differences;
        for (auto i = plain; i < count; ++i)
            differences.push_back({given.at[i], others.at[i]});
        terms const of{.planes = given.at.data(),
                       .count = plain,
                       .differences = differences.data(),
                       .differences_count = differences.size()};
        std::vector<std::uint64_t> all(words), any(words), several(words), except(words);
        loops.all(of, all.data(), words);
        loops.any(of, any.data(), words);
        loops.at_least(k, of, several.data(), words);
        loops.except(given.at[0], given.at[count - 1], except.data(), words);
        std::size_t counted = 0;
        for (std::size_t row = 0; row < words * 64; ++row) {
            std::size_t set = 0;
            for (std::size_t i = 0; i < count; ++i)
                set += given.bit(i, row) && (i < plain || !others.bit(i, row)) ? 1 : 0;
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

TEST_P(Packs, CompareANumberWithSomeConstants)
{
    auto const& loops = *GetParam();
    dice roll(22);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 400; ++round) {
        auto const count = 1 + roll(round % 10 == 0 ? 32 : 9);
        planes const given(roll, count);
        planes const states(roll, 1);
        auto const most = (std::uint64_t{1} << count) - 1;
        numbers_job job{.equal = roll.chance(2),
                        .planes = given.at.data(),
                        .count = count,
                        .valid = states.at[0]};
        std::vector<std::vector<std::uint64_t>> before, out;
        for (auto& words_before : planes(roll, numbers_job::most).bits)
            before.push_back(words_before);
        out = before;
        job.comparisons_count = 1 + roll(numbers_job::most);
        for (std::size_t c = 0; c < job.comparisons_count; ++c) {
            auto& one = job.comparisons[c];
            // Half of them many zeros at the end, whose planes are not read.
            auto const low = roll.chance(2) ? roll(count) : 0;
            one.constant = static_cast<std::uint32_t>(1 + roll(most)) >> low << low;
            if (one.constant == 0)
                one.constant = static_cast<std::uint32_t>(std::uint64_t{1} << low);
            one.joined = c != 0 && job.comparisons[c - 1].out == nullptr;
            one.again = roll.chance(3);
            one.turned = roll.chance(2);
            if (c + 1 == job.comparisons_count || roll.chance(2))
                one.out = out[c].data();
        }
        loops.compare(job, words);
        for (std::size_t row = 0; row < words * 64; ++row) {
            std::uint64_t number = 0;
            for (std::size_t k = 0; k < count; ++k)
                number |= std::uint64_t{given.bit(k, row)} << k;
            bool met = false;
            for (std::size_t c = 0; c < job.comparisons_count; ++c) {
                auto const& one = job.comparisons[c];
                met = (one.joined && met)
                      != (job.equal ? number == one.constant : number >= one.constant);
                if (one.out == nullptr) {
                    ASSERT_EQ(out[c], before[c]);
                    continue;
                }
                met = met != (one.again && bit_of(before[c], row));
                if (one.turned)
                    met = !met && states.bit(0, row);
                ASSERT_EQ(bit_of(out[c], row), met) << c << " of " << job.comparisons_count;
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
