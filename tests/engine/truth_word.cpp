// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/truth_word.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

constexpr truth all[] = {truth::no, truth::unknown, truth::yes};

/// Lane 3 a + b holds the first (or the second) answer of the pair (a, b).
constexpr truth_word pairs(bool first)
{
    truth_word word{};
    for (unsigned a = 0; a < 3; ++a)
        for (unsigned b = 0; b < 3; ++b) {
            auto const answer = all[first ? a : b];
            auto const lane = std::uint64_t{1} << (3 * a + b);
            if (answer == truth::yes)
                word.yes |= lane;
            if (answer == truth::no)
                word.no |= lane;
        }
    return word;
}

constexpr bool agrees_with_one_by_one()
{
    constexpr auto first = pairs(true), second = pairs(false);
    for (unsigned a = 0; a < 3; ++a)
        for (unsigned b = 0; b < 3; ++b) {
            auto const lane = 3 * a + b;
            if (answer_of(first && second, lane) != (all[a] && all[b]))
                return false;
            if (answer_of(first || second, lane) != (all[a] || all[b]))
                return false;
            if (answer_of(!first, lane) != !all[a])
                return false;
        }
    return true;
}
static_assert(agrees_with_one_by_one());

TEST(TruthWord, AgreesWithOneByOneForAllNinePairs)
{
    EXPECT_TRUE(agrees_with_one_by_one());
}

TEST(TruthWord, NeverSaysYesAndNoOfTheSamePerson)
{
    constexpr auto first = pairs(true), second = pairs(false);
    for (auto const word : {first, second, first && second, first || second, !first})
        EXPECT_EQ(word.yes & word.no, 0U);
}

TEST(TruthWord, IsUnknownUntilSomethingIsKnown)
{
    EXPECT_EQ(answer_of(truth_word{}, 63), truth::unknown);
}

} // namespace
} // namespace finsam
