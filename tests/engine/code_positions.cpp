// SPDX-License-Identifier: BSL-1.0
#include "engine/code_positions.hpp"

#include <finsam/engine/fact.hpp>
#include <finsam/engine/piece.hpp>

#include "engine/staging_group.hpp"
#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

namespace finsam {
namespace {

using testing_support::dice;

/// Rows with codes, some of which have none.
struct coded_rows
{
    std::vector<std::int32_t> codes;
    std::vector<fact_state> states;

    explicit coded_rows(std::size_t groups)
        : codes(groups * group_rows)
        , states(codes.size())
    {}
    void put(std::size_t row, std::int32_t code)
    {
        codes[row] = code;
        states[row] = fact_state::value;
    }
    [[nodiscard]] code_positions found() const
    {
        auto const groups = codes.size() / group_rows;
        detail::number_range range;
        for (std::size_t row = 0; row < codes.size(); ++row)
            if (states[row] == fact_state::value) {
                range.low = std::min(range.low, codes[row]);
                range.high = std::max(range.high, codes[row]);
            }
        return positions_of_codes(
            {reinterpret_cast<unsigned char const*>(codes.data()), group_rows * sizeof codes[0],
             groups},
            {reinterpret_cast<unsigned char const*>(states.data()), group_rows, groups}, range);
    }
    void expect_right() const
    {
        std::set<std::int32_t> distinct;
        for (std::size_t row = 0; row < codes.size(); ++row)
            if (states[row] == fact_state::value)
                distinct.insert(codes[row]);
        auto const given = found();
        ASSERT_EQ(given.codes, std::vector<std::int32_t>(distinct.begin(), distinct.end()));
        bool const gap = given.codes.size() - 1
                         != static_cast<std::size_t>(given.codes.back() - given.codes.front());
        ASSERT_EQ(given.of_rows.size(), gap ? codes.size() : 0);
        for (std::size_t row = 0; row < codes.size(); ++row)
            if (states[row] == fact_state::value) {
                auto const place = gap ? given.of_rows[row] : codes[row] - given.codes.front();
                ASSERT_EQ(given.codes.at(static_cast<std::size_t>(place)), codes[row]);
            }
    }
};

TEST(CodePositions, AreThoseAmongTheDistinctCodesOfRowsThatHaveOne)
{
    dice roll(41);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 300; ++round) {
        coded_rows rows(1 + roll(4));
        // Rows that have none hold what was there before: numbers from anywhere.
        for (auto& code : rows.codes)
            code = static_cast<std::int32_t>(roll(std::uint64_t{1} << 32));
        for (auto& state : rows.states)
            state =
                std::vector{fact_state::unknown, fact_state::none, fact_state::withheld}[roll(3)];
        auto const first = roll(100'000);
        auto const width = 1 + roll(round % 3 == 0 ? 4 : round % 3 == 1 ? 400 : 200'000);
        rows.put(roll(rows.codes.size()), static_cast<std::int32_t>(first));
        for (std::size_t row = 0; row < rows.codes.size(); ++row)
            if (roll.chance(2))
                rows.put(row, static_cast<std::int32_t>(first + roll(width)));
        ASSERT_NO_FATAL_FAILURE(rows.expect_right());
    }
}

TEST(CodePositions, AreTheDistancesFromTheFirstCodeWhereThereIsNoGap)
{
    coded_rows rows(1);
    for (std::size_t row = 0; row < 30; ++row)
        rows.put(row, static_cast<std::int32_t>(7 + row % 5));
    rows.codes[40] = 9'000; // of somebody who has none
    auto const found = rows.found();
    EXPECT_EQ(found.codes, (std::vector{7, 8, 9, 10, 11}));
    EXPECT_TRUE(found.of_rows.empty());
}

TEST(CodePositions, AreFoundAroundTheWidestTable)
{
    constexpr auto widest = 4 * static_cast<std::int32_t>(piece_rows);
    for (auto const width : {widest - 1, widest, widest + 1}) {
        coded_rows rows(2);
        rows.put(3, 5);
        rows.put(64, 5 + width);
        rows.put(100, 6);
        ASSERT_NO_FATAL_FAILURE(rows.expect_right());
    }
}

} // namespace
} // namespace finsam
