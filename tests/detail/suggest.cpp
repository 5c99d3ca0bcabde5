// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/suggest.hpp>

#include <gtest/gtest.h>

namespace finsam::detail {
namespace {

TEST(EditDistance, CountsLettersPutInTakenOutChangedAndSwapped)
{
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
    EXPECT_EQ(edit_distance("sensitve", "sensitive"), 1U);
    EXPECT_EQ(edit_distance("birht_date", "birth_date"), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(Suggestion, IsTheNearestWordAndNothingFarAway)
{
    std::vector<std::string> const words{"birth_date", "sick_since", "education"};
    EXPECT_EQ(suggestion("birthdate", words), "birth_date");
    EXPECT_EQ(suggestion("sick_snice", words), "sick_since");
    EXPECT_EQ(suggestion("municipality", words), "");
    EXPECT_EQ(suggestion(std::string(1000, 'x'), words), "");
}

TEST(Suggestion, TakesCapitalsForSmallLetters)
{
    std::vector<std::string> const words{"id", "MI", "Sfi"};
    EXPECT_EQ(suggestion("ID", words), "id");
    EXPECT_EQ(suggestion("mi", words), "MI");
    EXPECT_EQ(suggestion("SFI", words), "Sfi");
    EXPECT_EQ(suggestion("Mi", std::vector<std::string>{"MI", "mi", "Mo", "Mi"}), "Mi");
}

TEST(Suggestion, KeepsALetterOfTheWord)
{
    std::vector<std::string> const words{"x", "yz"};
    EXPECT_EQ(suggestion("w", words), "");
    EXPECT_EQ(suggestion("y", words), "yz");
    EXPECT_EQ(suggestion("", words), "");
}

TEST(Hint, NamesTheNearestOrLists)
{
    std::vector<std::string> const words{"alpha", "beta"};
    EXPECT_EQ(hint_for("alhpa", words, "letters"), "did you mean `alpha`?");
    EXPECT_EQ(hint_for("municipality", words, "letters"), "the letters are `alpha`, `beta`");
    EXPECT_EQ(hint_for("x", std::vector<std::string>{}, "letters"), "there are no letters");
}

TEST(Hint, CannotSteerATerminal)
{
    std::vector<std::string> const words{"alpha\x1B[2J", "b\xC2\x9B"};
    EXPECT_EQ(hint_for("alpha [2J", words, "letters"), "did you mean `alpha [2J`?");
    EXPECT_EQ(hint_for("municipality", words, "letters"), "the letters are `alpha [2J`, `b `");
}

} // namespace
} // namespace finsam::detail
