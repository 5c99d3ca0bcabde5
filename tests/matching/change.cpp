// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/matching/change.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/model/promises.hpp>

#include "support/every_policy.hpp"
#include "support/in_worlds.hpp"
#include "support/proposals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using enum truth;

using places = std::vector<std::optional<pool_position>>;

/// The place that `match` proposes to each who is no incumbent.
places places_of(world const& drawn)
{
    running_world const run(drawn);
    auto const proposed = match(run);
    places all(proposed.people);
    for (auto const& one : proposed.placements)
        if (!one.incumbent)
            all[one.person] = pool_position{one.intervention, one.pool.value()};
    return all;
}

std::vector<place_change> differences(places const& before, places const& after)
{
    std::vector<place_change> all;
    for (std::size_t row = 0; row < before.size(); ++row)
        if (before[row] != after[row])
            all.push_back({row, before[row], after[row]});
    return all;
}

/// Every pool in which there can be a place more.
std::vector<pool_position> open_pools_of(world const& drawn)
{
    auto all = pools_of(drawn);
    std::erase_if(all, [&](pool_position const& one) {
        auto const& offered = drawn.offers[one.intervention];
        return !offered.in_force || !offered.is_individual;
    });
    return all;
}

class EachPolicy : public testing::TestWithParam<policy>
{
protected:
    template<class Check>
    void in_worlds(std::uint64_t seed, int count, world_sizes sizes, Check check)
    {
        sizes.reserves = promises_of(GetParam()).reserves;
        testing_support::in_worlds(seed, count, GetParam(), sizes, check);
    }
};

INSTANTIATE_TEST_SUITE_P(Change, EachPolicy, testing::ValuesIn(every_policy()),
                         [](auto const& one) { return std::string(detail::name_of(one.param)); });

TEST_P(EachPolicy, ARunningMatchingIsWhatMatchProposesAfterEveryChange)
{
    in_worlds(4901, 250, {.people = 8, .interventions = 4}, [&](world const& drawn, dice& roll) {
        // Whoever is absent lists nothing.
        std::vector<std::size_t> absent, movable;
        auto now = drawn;
        for (std::size_t row = 0; row < drawn.residents.size(); ++row) {
            if (drawn.residents[row].placed)
                continue;
            movable.push_back(row);
            if (roll.chance(3)) {
                absent.push_back(row);
                now.residents[row].wishes = std::vector<std::uint32_t>{};
            }
        }
        running_world const run(drawn);
        running_matching running(run.compiled, run.caseload, run.eligible, run.allowed, absent);
        auto before = places_of(now);
        auto const pools = open_pools_of(drawn);
        for (int n = 0; n < 8; ++n) {
            std::vector<place_change> changes;
            if (!movable.empty() && roll.chance(2)) {
                auto const row = roll.pick(movable);
                auto const at = std::find(absent.begin(), absent.end(), row);
                if (at != absent.end()) {
                    changes = running.arrive(row);
                    absent.erase(at);
                    now.residents[row].wishes = drawn.residents[row].wishes;
                } else {
                    changes = running.leave(row);
                    absent.push_back(row);
                    now.residents[row].wishes = std::vector<std::uint32_t>{};
                }
            } else if (!pools.empty()) {
                auto const where = roll.pick(pools);
                auto const if_added = running.if_place_added(where);
                changes = running.add_place(where);
                EXPECT_EQ(if_added, changes);
                ++now.offers[where.intervention].places[where.pool].count;
            }
            auto const after = places_of(now);
            ASSERT_EQ(changes, differences(before, after));
            for (std::size_t row = 0; row < after.size(); ++row)
                ASSERT_EQ(running.place_of(row), after[row]);
            before = after;
        }
    });
}

TEST_P(EachPolicy, OneMorePlaceTellsForEachPoolWhoWouldGain)
{
    in_worlds(4902, 250, {.people = 8, .interventions = 4}, [&](world const& drawn, dice&) {
        running_world const run(drawn);
        auto const effects = one_more_place(run.compiled, run.caseload, run.eligible, run.allowed);
        auto const pools = open_pools_of(drawn);
        auto const before = places_of(drawn);
        reading const read(drawn);
        ASSERT_EQ(effects.size(), pools.size());
        for (std::size_t i = 0; i < pools.size(); ++i) {
            auto more = drawn;
            ++more.offers[pools[i].intervention].places[pools[i].pool].count;
            auto expected = differences(before, places_of(more));
            auto const goes_by_turn = promises_of(GetParam()).nobody_passed_over;
            if (!goes_by_turn)
                std::erase_if(expected, [](auto const& one) { return one.from && one.to; });
            EXPECT_EQ(effects[i], (place_effect{pools[i], expected}));
            for (auto const& one : effects[i].changes) {
                if (promises_of(GetParam()).best_fit)
                    continue; // who fit as well may change places
                ASSERT_TRUE(one.to);
                EXPECT_TRUE(
                    !one.from
                    || read.prefers(one.person, one.to->intervention, one.from->intervention))
                    << "it is worse for nobody";
            }
        }
    });
}

TEST(RunningMatching, TakesAPlaceMoreInAPoolThatHasAsManyAsANumberHolds)
{
    for (auto const& chosen : every_policy()) {
        world made{.offers = {{.places = {{.count = std::numeric_limits<std::int64_t>::max()}}}},
                   .terms = {.policy = chosen, .seed = std::string(32, '0')}};
        made.residents = {{.id = "a", .fits = {yes}}, {.id = "b", .fits = {yes}}};
        running_world const run(made);
        running_matching running(run.compiled, run.caseload, run.eligible, run.allowed, {1});
        pool_position const where{0, 0};
        EXPECT_EQ(running.add_place(where), std::vector<place_change>{});
        EXPECT_EQ(running.arrive(1), (std::vector<place_change>{{1, std::nullopt, where}}));
        EXPECT_EQ(running.place_of(0), where);
    }
}

TEST(RunningMatching, NeedsAMandateForPlacement)
{
    dice roll(4903);
    running_world const run(random_world(roll));
    auto const planning = run.compiled.agreed().mandates[1];
    EXPECT_THROW(running_matching(run.compiled, run.caseload, run.eligible, planning),
                 document_error);
    EXPECT_THROW(
        static_cast<void>(one_more_place(run.compiled, run.caseload, run.eligible, planning)),
        document_error);
}

} // namespace
} // namespace finsam
