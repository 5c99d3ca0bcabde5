// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/people.hpp>

#include "support/caseload.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace finsam {
namespace {

using namespace testing_support;

void expect_rows(people const& all, std::vector<person> const& rows)
{
    ASSERT_EQ(all.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        ASSERT_EQ(all.row(i), rows[i]) << i;
}

class PeopleOfASize : public testing::TestWithParam<std::size_t>
{};

TEST_P(PeopleOfASize, GiveBackEveryRowAsItWasAppended)
{
    dice roll(3);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const vocabulary = schema_of(random_plan(roll));
    auto const rows = random_rows(roll, vocabulary, GetParam());
    auto const all = people_of(vocabulary, rows);
    expect_rows(all, rows);
    EXPECT_EQ(all.pieces().size(), rows.size() / piece_rows);
    for (std::size_t index = 0; index < vocabulary.columns.size(); ++index) {
        if (vocabulary.columns[index].kind == fact_kind::set)
            continue;
        auto const column = all.column(index);
        ASSERT_EQ(column.states.size(), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            auto const& fact = rows[i].facts[index];
            ASSERT_EQ(column.states[i], fact.state);
            if (vocabulary.columns[index].kind == fact_kind::code
                && fact.state == fact_state::value)
                ASSERT_EQ(all.codes(index)[static_cast<std::size_t>(column.numbers[i])], fact.code);
            else
                ASSERT_EQ(column.numbers[i], fact.number);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(RoundWordsAndPieces, PeopleOfASize,
                         testing::Values(0, 1, 63, 64, 65, 200, piece_rows - 1, piece_rows,
                                         piece_rows + 1),
                         testing::PrintToStringParamName());

TEST_P(PeopleOfASize, GiveSixtyFourFactsAtATime)
{
    dice roll(4);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const vocabulary = schema_of(random_plan(roll));
    auto const all = people_of(vocabulary, random_rows(roll, vocabulary, GetParam()));
    std::array<fact_state, 64> states{};
    std::array<std::int32_t, 64> numbers{};
    for (std::size_t index = 0; index < vocabulary.columns.size(); ++index) {
        if (vocabulary.columns[index].kind == fact_kind::set)
            continue;
        for (std::size_t row = 0; row < all.size(); ++row) {
            if (row % 64 == 0)
                all.group(row, index, states, numbers);
            ASSERT_EQ(states[row % 64], all.state(row, index)) << row;
            if (states[row % 64] == fact_state::value) {
                ASSERT_EQ(numbers[row % 64], all.number(row, index)) << row;
            }
        }
    }
}

void expect_same_memory(people const& one, people const& other)
{
    ASSERT_EQ(one.pieces().size(), other.pieces().size());
    for (std::size_t i = 0; i < one.pieces().size(); ++i) {
        auto const& left = one.pieces()[i].memory;
        auto const& right = other.pieces()[i].memory;
        ASSERT_EQ(left.size(), right.size());
        EXPECT_EQ(std::memcmp(left.words(), right.words(), left.size()), 0);
    }
}

TEST(People, AppendOthersAsIfEachHadBeenAppended)
{
    dice roll(6);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 6; ++round) {
        auto const vocabulary = schema_of(random_plan(roll));
        auto const rows = random_rows(roll, vocabulary, piece_rows + 300);
        auto const expected = people_of(vocabulary, rows);
        people all{vocabulary}, part{vocabulary};
        for (std::size_t first = 0; first < rows.size();) {
            // A few, as many as one word has, or some thousands; sometimes more than a piece.
            std::size_t const lengths[] = {roll(5), 64, 1 + roll(9'000), piece_rows + roll(300)};
            auto const end = std::min(rows.size(), first + lengths[roll(4)]);
            part.clear();
            EXPECT_EQ(part.size(), 0U);
            for (; first < end; ++first)
                part.append(rows[first]);
            all.append(part);
        }
        expect_rows(all, rows);
        expect_same_memory(all, expected);
        for (std::size_t i = 0; i < vocabulary.columns.size(); ++i) {
            ASSERT_EQ(all.codes(i).size(), expected.codes(i).size());
            for (std::size_t code = 0; code < all.codes(i).size(); ++code)
                EXPECT_EQ(all.codes(i)[code], expected.codes(i)[code]);
        }
    }
}

TEST(People, AreOwnedByEachCopy)
{
    dice roll(4);
    auto const vocabulary = schema_of(random_plan(roll));
    auto const rows = random_rows(roll, vocabulary, piece_rows + 10);
    people copy{vocabulary};
    {
        auto const all = people_of(vocabulary, rows);
        copy = all;
    }
    expect_rows(copy, rows);
}

TEST(People, TakeWhatIsOnRecordFromNowOn)
{
    dice roll(5);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const vocabulary = schema_of(random_plan(roll));
    auto rows = random_rows(roll, vocabulary, piece_rows + 10);
    auto all = people_of(vocabulary, rows);
    for (std::size_t const row : {std::size_t{7}, piece_rows - 1, piece_rows, piece_rows + 9}) {
        rows[row] = random_rows(roll, vocabulary, 1)[0];
        all.replace(row, rows[row]);
    }
    expect_rows(all, rows);
}

TEST(People, TellAnEmptyListFromNone)
{
    auto const vocabulary = schema_of(framed_plan());
    people all{vocabulary};
    person someone{.id = "a", .facts = std::vector<cell>(vocabulary.columns.size())};
    all.append(someone);
    someone.preferences.emplace();
    all.append(someone);
    EXPECT_FALSE(all.preferences(0).has_value());
    ASSERT_TRUE(all.preferences(1).has_value());
    EXPECT_TRUE(all.preferences(1)->empty());
}

TEST(People, HoldSetsAndChoicesOfManyValues)
{
    auto agreed = framed_plan();
    for (int i = 0; i < 130; ++i)
        agreed.interventions.push_back({.id = "i" + std::to_string(i), .label = same_text("i")});
    auto vocabulary = schema_of(agreed);
    auto const choice = *find_column(vocabulary, "choice");
    for (int i = 0; i < 600; ++i)
        vocabulary.columns[choice].values.push_back("v" + std::to_string(i));
    std::vector<person> rows;
    for (std::size_t i = 0; i < piece_rows + 1; ++i) {
        person someone{.id = "a", .facts = std::vector<cell>(vocabulary.columns.size())};
        someone.facts[completed_column] = {
            .state = fact_state::value, .members = {i % 7 == 0 ? 1U : 0U, i, i % 3 == 0 ? 2U : 0U}};
        someone.facts[choice] = {.state = fact_state::value,
                                 .number = static_cast<std::int32_t>(i % 604)};
        rows.push_back(std::move(someone));
    }
    expect_rows(people_of(vocabulary, rows), rows);
}

TEST(People, TakeNoRoomForWhatIsTheSameForEverybody)
{
    auto const vocabulary = schema_of(framed_plan());
    person someone{.id = "a", .facts = std::vector<cell>(vocabulary.columns.size())};
    auto const integer = *find_column(vocabulary, "integer");
    auto const boolean = *find_column(vocabulary, "boolean");
    someone.facts[integer] = {.state = fact_state::value, .number = -2'000'000'000};
    someone.facts[boolean] = {.state = fact_state::value, .number = 1};
    auto const all = people_of(vocabulary, std::vector(piece_rows, someone));
    EXPECT_EQ(all.pieces().at(0).planes, 0U);
    // One bit for whom it is not, one for whom nothing is on record.
    auto rows = std::vector(piece_rows, someone);
    rows[5].facts[boolean].number = 0;
    rows[6].facts[boolean] = {};
    EXPECT_EQ(people_of(vocabulary, rows).pieces().at(0).planes, 2U);
}

} // namespace
} // namespace finsam
