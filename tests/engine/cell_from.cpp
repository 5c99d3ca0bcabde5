// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/cell_from.hpp>

#include "support/field_participant.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace finsam {
namespace {

using namespace std::chrono;
using testing_support::level;

/// The plan lists its values in another order than the enum, and has one more.
fact_declaration const taken{.name = "taken",
                             .kind = fact_kind::set,
                             .values = {"upper_secondary", "higher", "none", "compulsory"}};
std::vector<std::size_t> const positions{2, 3, 0};

template<class Member>
cell made_of(Member const& value)
{
    return detail::cell_of(value, positions, taken);
}

TEST(CellFrom, ANumberIsThePlainNumber)
{
    EXPECT_EQ(made_of(-7), (cell{.state = fact_state::value, .number = -7}));
    EXPECT_EQ(made_of(std::numeric_limits<std::int32_t>::min()).number,
              std::numeric_limits<std::int32_t>::min());
    EXPECT_EQ(made_of(std::uint8_t{200}).number, 200);
    EXPECT_EQ(made_of(true).number, 1);
    EXPECT_EQ(made_of(false), (cell{.state = fact_state::value, .number = 0}));
}

TEST(CellFrom, ADateIsItsDaysSince1970)
{
    EXPECT_EQ(made_of(date{1970y / January / 1}).number, 0);
    EXPECT_EQ(made_of(date{1969y / December / 31}).number, -1);
    EXPECT_EQ(made_of(date{2000y / March / 1}).number, 11017);
}

TEST(CellFrom, AChoiceIsItsPositionInThePlanAndNotInTheEnum)
{
    EXPECT_EQ(made_of(level::none).number, 2);
    EXPECT_EQ(made_of(level::compulsory).number, 3);
    EXPECT_EQ(made_of(level::upper_secondary).number, 0);
}

TEST(CellFrom, ASetIsABitForEachOfThePlansValues)
{
    cell const expected{.state = fact_state::value, .members = {0b0101}};
    EXPECT_EQ(made_of(std::set{level::none, level::upper_secondary}), expected);
    EXPECT_EQ(made_of(flag_set<level>{level::none, level::upper_secondary}), expected);
    EXPECT_EQ(made_of(std::set<std::string>{"none", "upper_secondary"}), expected);
    EXPECT_EQ(made_of(std::set<level>{}), (cell{.state = fact_state::value, .members = {0}}));
}

TEST(CellFrom, ASetOfManyValuesGoesOnInTheNextWord)
{
    fact_declaration many{.name = "completed", .kind = fact_kind::set};
    for (int i = 0; i < 65; ++i)
        many.values.push_back("i" + std::to_string(i));
    EXPECT_EQ(detail::cell_of(std::set<std::string>{"i63", "i64"}, {}, many).members,
              (std::vector<std::uint64_t>{std::uint64_t{1} << 63, 1}));
}

TEST(CellFrom, ACodeIsItsTextAndAnEmptyOneIsNotOnRecord)
{
    EXPECT_EQ(made_of(std::string("F32")), (cell{.state = fact_state::value, .code = "F32"}));
    EXPECT_EQ(made_of(municipality_code{"0180"}).code, "0180");
    EXPECT_EQ(made_of(std::string{}).state, fact_state::unknown);
    EXPECT_EQ(made_of(municipality_code{}).state, fact_state::unknown);
}

TEST(CellFrom, AMissingFactIsNotANo)
{
    EXPECT_EQ(made_of(std::optional<bool>{}), cell{});
    EXPECT_EQ(cell{}.state, fact_state::unknown);
    EXPECT_EQ(made_of(std::optional<bool>{false}).state, fact_state::value);
    EXPECT_EQ(made_of(fact<int>{}).state, fact_state::unknown);
    EXPECT_EQ(made_of(fact<int>{none}).state, fact_state::none);
    EXPECT_EQ(made_of(fact<int>{4}), (cell{.state = fact_state::value, .number = 4}));
}

} // namespace
} // namespace finsam
