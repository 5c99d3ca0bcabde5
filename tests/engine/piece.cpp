// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/piece.hpp>

#include "support/random_people.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Piece, HasPlanesOfWholeStepsOf4096People)
{
    EXPECT_EQ(piece::words_a_plane(0), 0U);
    EXPECT_EQ(piece::words_a_plane(1), 64U);
    EXPECT_EQ(piece::words_a_plane(4096), 64U);
    EXPECT_EQ(piece::words_a_plane(4097), 128U);
    EXPECT_EQ(piece::words_a_plane(piece_rows), piece_rows / 64);
}

/// Random people, the last of whom are sliced here.
class SlicedPeople : public testing::Test
{
protected:
    SlicedPeople()
        : all(random_people(roll, random_plan(roll), 300))
    {
        std::vector<std::uint64_t> scratch;
        made = all.tail().slice(scratch);
    }

    dice roll{4096};
    people all;
    piece made;
};

TEST_F(SlicedPeople, AreThePeopleWithTheirIdsListsAndPlaces)
{
    ASSERT_EQ(made.rows, all.size());
    for (std::size_t row = 0; row < made.rows; ++row) {
        auto const someone = all.row(row);
        EXPECT_EQ(made.id(row), someone.id);
        EXPECT_EQ(made.placed(row), someone.placed);
        auto const wishes = made.preferences(row);
        ASSERT_EQ(wishes.has_value(), someone.preferences.has_value());
        if (wishes) {
            EXPECT_EQ(std::vector(wishes->begin(), wishes->end()), *someone.preferences);
        }
    }
}

TEST_F(SlicedPeople, HaveTheirStatesInTwoPlanes)
{
    std::size_t seen[4] = {};
    for (std::size_t c = 0; c < made.columns.size(); ++c) {
        auto const& column = made.columns[c];
        bool none = false, withheld = false;
        for (std::size_t row = 0; row < made.rows; ++row) {
            auto const state = all.state(row, c);
            ++seen[static_cast<std::size_t>(state)];
            EXPECT_EQ(made.bit(column.recorded, row),
                      state == fact_state::value || state == fact_state::withheld);
            EXPECT_EQ(made.bit(column.known, row),
                      state == fact_state::value || state == fact_state::none);
            none = none || state == fact_state::none;
            withheld = withheld || state == fact_state::withheld;
        }
        EXPECT_EQ(column.some_none, none);
        EXPECT_EQ(column.some_withheld, withheld);
    }
    for (auto const count : seen)
        EXPECT_GT(count, 0U);
}

TEST_F(SlicedPeople, HaveOnePlaneOfStatesWhereWhoIsOnRecordIsKnown)
{
    people few(all.facts());
    person someone{.id = "a", .facts = std::vector<cell>(few.facts().columns.size())};
    few.append(someone);
    someone.id = "b";
    someone.facts[municipality_column] = {.state = fact_state::value, .code = "9701"};
    few.append(someone);
    std::vector<std::uint64_t> scratch;
    auto const sliced = few.tail().slice(scratch);
    auto const& column = sliced.columns[municipality_column];
    EXPECT_EQ(column.recorded, column.known);
    EXPECT_EQ(sliced.planes, 1U); // the code that there is needs none of its own
}

TEST_F(SlicedPeople, HaveNothingInThePlanesWhereThereIsNoValue)
{
    for (std::size_t c = 0; c < made.columns.size(); ++c)
        for (auto const at : made.columns[c].planes)
            for (std::size_t row = 0; row < made.rows; ++row)
                EXPECT_FALSE(made.bit(at, row) && all.state(row, c) != fact_state::value);
}

TEST_F(SlicedPeople, HaveTheirNumbersAsDistancesFromTheSmallest)
{
    std::size_t numbers = 0;
    for (std::size_t c = 0; c < made.columns.size(); ++c) {
        auto const kind = all.facts().columns[c].kind;
        if (kind != fact_kind::integer && kind != fact_kind::date)
            continue;
        auto const& column = made.columns[c];
        std::optional<std::int32_t> smallest;
        for (std::size_t row = 0; row < made.rows; ++row) {
            auto const fact = all.fact(row, c);
            if (fact.state != fact_state::value)
                continue;
            std::int64_t number = column.base;
            for (std::size_t k = 0; k < column.planes.size(); ++k)
                number += std::int64_t{made.bit(column.planes[k], row)} << k;
            EXPECT_EQ(number, fact.number);
            smallest = std::min(smallest.value_or(fact.number), fact.number);
            ++numbers;
        }
        if (smallest) {
            EXPECT_EQ(column.base, *smallest);
        }
    }
    EXPECT_GT(numbers, 0U);
}

TEST(EmptyPiece, HasNoMemory)
{
    EXPECT_EQ(piece{}.parts().size, 0U);
    EXPECT_EQ(piece{}.plane_words(), 0U);
}

} // namespace
} // namespace finsam
