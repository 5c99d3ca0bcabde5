// SPDX-License-Identifier: BSL-1.0
#include "matching/seating.hpp"

#include "support/stability.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

/// The places that deferred acceptance of everybody gives, with so many places more.
std::vector<std::uint32_t> all_over(matching_round const& offered, std::vector<bool> const& is_away,
                                    std::vector<std::int64_t> const& added)
{
    auto changed = offered;
    for (std::size_t kind = 0; kind < added.size(); ++kind)
        changed.kinds[kind].free += added[kind];
    return deferred_acceptance(changed, is_away).kind_of;
}

matching_round round_of(running_world const& run)
{
    return make_round(run.compiled, run.caseload, run.eligible,
                      priorities(run.compiled, run.caseload, run.eligible));
}

std::vector<std::uint32_t> places(seating const& seats, std::uint32_t people)
{
    std::vector<std::uint32_t> all;
    for (std::uint32_t rank = 0; rank < people; ++rank)
        all.push_back(seats.kind_of(rank));
    return all;
}

/// Who has another place than before.
std::vector<move> differences(std::vector<std::uint32_t> const& before,
                              std::vector<std::uint32_t> const& after)
{
    std::vector<move> moves;
    for (std::uint32_t rank = 0; rank < before.size(); ++rank)
        if (before[rank] != after[rank])
            moves.push_back({rank, before[rank], after[rank]});
    return moves;
}

/// Makes changes one after the other; each must end where starting over ends.
void expect_changes_to_end_where_starting_over_ends(matching_round const& offered, dice& roll,
                                                    int changes)
{
    std::vector<bool> is_away;
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank)
        is_away.push_back(roll.chance(3));
    std::vector<std::int64_t> added(offered.kinds.size());
    seating seats(offered, is_away);
    auto now = all_over(offered, is_away, added);
    ASSERT_EQ(places(seats, offered.people()), now);
    for (int n = 0; n < changes; ++n) {
        auto const before = now;
        std::vector<move> moves;
        if (offered.people() == 0 || (roll.chance(2) && !offered.kinds.empty())) {
            if (offered.kinds.empty())
                return;
            auto const kind = static_cast<std::uint32_t>(roll(offered.kinds.size()));
            auto const if_added = seats.if_place_added(kind);
            ASSERT_EQ(places(seats, offered.people()), before) << "everything stays as it was";
            moves = seats.add_place(kind);
            ASSERT_EQ(if_added, moves);
            ++added[kind];
        } else {
            auto const rank = static_cast<std::uint32_t>(roll(offered.people()));
            moves = is_away[rank] ? seats.arrive(rank) : seats.leave(rank);
            is_away[rank] = !is_away[rank];
        }
        now = all_over(offered, is_away, added);
        ASSERT_EQ(places(seats, offered.people()), now) << "change " << n;
        ASSERT_EQ(moves, differences(before, now));
    }
}

/// Whether some moves are no part of the chain that begins with the added place.
bool has_circle(std::vector<move> const& moves, std::uint32_t added)
{
    std::size_t chained = 0;
    for (auto kind = added; kind != no_kind && chained <= moves.size();) {
        auto const mover = std::find_if(moves.begin(), moves.end(),
                                        [&](move const& one) { return one.to == kind; });
        if (mover == moves.end())
            break;
        ++chained;
        kind = mover->from;
    }
    return chained != moves.size();
}

class Seating : public testing::TestWithParam<bool>
{};

INSTANTIATE_TEST_SUITE_P(Matching, Seating, testing::Bool(), [](auto const& one) {
    return one.param ? "WithReserves" : "WithoutReserves";
});

TEST_P(Seating, EndsWhereStartingOverEndsAfterAnyChange)
{
    dice roll(4801);
    for (int n = 0; n < 3000 && !HasFailure(); ++n) {
        auto const drawn = random_world(
            roll, {.people = 9, .interventions = 4, .seats = 3, .reserves = GetParam()});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        running_world const run(drawn);
        expect_changes_to_end_where_starting_over_ends(round_of(run), roll, 12);
    }
}

TEST_P(Seating, EndsWhereStartingOverEndsInLargerWorlds)
{
    dice roll(4802);
    for (int n = 0; n < 60 && !HasFailure(); ++n) {
        auto const drawn = random_world(
            roll, {.people = 150, .interventions = 9, .seats = 12, .reserves = GetParam()});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n));
        running_world const run(drawn);
        expect_changes_to_end_where_starting_over_ends(round_of(run), roll, 60);
    }
}

TEST(Seating, LetsACircleHappenThatTheChainLeavesUndone)
{
    // Where people rather have each other's seats, and somebody without a place stood in the way.
    dice roll(4803);
    int circles = 0;
    for (int n = 0; n < 3000 && !testing::Test::HasFailure(); ++n) {
        auto const drawn = contested_world(roll);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        running_world const run(drawn);
        auto const offered = round_of(run);
        seating seats(offered, std::vector<bool>(offered.people()));
        for (std::uint32_t kind = 0; kind < offered.kinds.size(); ++kind) {
            auto const moves = seats.if_place_added(kind);
            circles += has_circle(moves, kind);
            std::vector<std::int64_t> added(offered.kinds.size());
            ++added[kind];
            ASSERT_EQ(moves, differences(all_over(offered, {}, {}), all_over(offered, {}, added)));
        }
        expect_changes_to_end_where_starting_over_ends(offered, roll, 10);
    }
    EXPECT_GT(circles, 5);
}

} // namespace
} // namespace finsam
