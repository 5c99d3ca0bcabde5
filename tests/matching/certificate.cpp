// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/certificate.hpp>
#include <finsam/matching/priority.hpp>
#include <finsam/model/promises.hpp>

#include "support/every_policy.hpp"
#include "support/in_worlds.hpp"
#include "support/proposals.hpp"
#include "support/worth.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <tuple>

namespace finsam {
namespace {

using namespace testing_support;
using testing::IsEmpty;
using enum truth;

std::vector<std::uint32_t> reserves_of(world const& drawn, std::uint32_t offered,
                                       std::uint32_t pool, std::size_t row)
{
    std::vector<std::uint32_t> all;
    auto const& reserved = drawn.offers[offered].places[pool].reserved;
    for (std::uint32_t i = 0; i < reserved.size(); ++i)
        for (std::size_t g = 0; g < drawn.group_priority.size(); ++g)
            if (reserved[i].needs_group == numbered("g", g)
                && drawn.residents[row].groups[g] == yes)
                all.push_back(i);
    return all;
}

turn_mark mark_of(running_world const& run, reading const& read, std::size_t row)
{
    return {read.tier(row), read.buckets(row),
            tie_number(run.compiled.agreed(), run.caseload.id(row))};
}

/// The mark's person comes no later than the other's.
bool comes_first(turn_mark const& a, turn_mark const& b)
{
    return std::tuple(!a.tier, a.tier, -a.buckets, a.tie)
           <= std::tuple(!b.tier, b.tier, -b.buckets, b.tie);
}

struct certified
{
    running_world run;
    reading read;
    outcome got;
    certificate shown;

    explicit certified(world const& drawn)
        : run(drawn)
        , read(drawn)
    {
        auto const proposed = match(run);
        got = outcome_of(proposed);
        shown = certify(run, proposed);
    }
};

pool_cutoff const* find(certificate const& shown, std::uint32_t offered, std::uint32_t pool,
                        std::vector<std::uint32_t> const& reserves)
{
    auto const found =
        std::find_if(shown.cutoffs->begin(), shown.cutoffs->end(), [&](pool_cutoff const& one) {
            return one.intervention == offered && one.pool == pool && one.reserves == reserves;
        });
    return found == shown.cutoffs->end() ? nullptr : &*found;
}

template<class Visit>
void in_worlds_of_eight(std::uint64_t seed, policy const& chosen, bool reserves, int count,
                        Visit visit)
{
    in_worlds(seed, count, chosen,
              {.people = 8, .interventions = 4, .seats = 4, .reserves = reserves},
              [&](world const& drawn, dice&) { visit(drawn); });
}

struct cutoff_case
{
    char const* name;
    finsam::policy chosen;
    bool reserves;
};

class Cutoffs : public testing::TestWithParam<cutoff_case>
{};

INSTANTIATE_TEST_SUITE_P(Certificate, Cutoffs,
                         testing::Values(cutoff_case{"Stable", policies::stable{}, false},
                                         cutoff_case{"StableWithReserves", policies::stable{},
                                                     true},
                                         cutoff_case{"Serial", policies::serial{}, false}),
                         [](auto const& one) { return std::string(one.param.name); });

TEST_P(Cutoffs, GiveEverybodyTheirPlace)
{
    int placed = 0;
    in_worlds_of_eight(6101, GetParam().chosen, GetParam().reserves, 2000, [&](world const& drawn) {
        certified const made(drawn);
        ASSERT_TRUE(made.shown.cutoffs);
        EXPECT_FALSE(made.shown.closings);
        for (std::size_t row = 0; row < drawn.residents.size(); ++row) {
            std::optional<std::uint32_t> follows;
            for (auto const offered : made.read.list(row)) {
                auto const pool = *made.read.pool_of(offered, row);
                auto const* line =
                    find(made.shown, offered, pool, reserves_of(drawn, offered, pool, row));
                ASSERT_NE(line, nullptr);
                EXPECT_EQ(line->last.has_value(), line->admits == admission::until);
                if (line->admits == admission::everyone
                    || (line->last
                        && comes_first(mark_of(made.run, made.read, row), *line->last))) {
                    follows = offered;
                    break;
                }
            }
            EXPECT_EQ(follows, made.got[row]) << row;
            placed += follows.has_value();
        }
    });
    EXPECT_GT(placed, 2000);
}

TEST_P(Cutoffs, AreWhereThePoolWouldChooseOneMoreByEverySubset)
{
    int everyone = 0, nobody = 0, until = 0;
    in_worlds_of_eight(6102, GetParam().chosen, GetParam().reserves, 1000, [&](world const& drawn) {
        certified const made(drawn);
        for (auto const& line : *made.shown.cutoffs) {
            auto rows = made.read.rows_in(made.got, line.intervention, line.pool);
            std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
                return made.read.rank(a) < made.read.rank(b);
            });
            std::size_t good = 0; // positions at which one more is chosen
            for (std::size_t at = 0; at <= rows.size(); ++at) {
                uses_of uses;
                for (auto const row : rows)
                    uses.push_back(reserves_of(drawn, line.intervention, line.pool, row));
                uses.insert(uses.begin() + static_cast<std::ptrdiff_t>(at), line.reserves);
                auto const chosen = chosen_by_subsets(
                    made.read.free(line.intervention, line.pool),
                    drawn.offers[line.intervention].places[line.pool].reserved, uses);
                good += chosen >> at & 1;
            }
            if (good > rows.size()) {
                EXPECT_EQ(line.admits, admission::everyone);
                ++everyone;
            } else if (good == 0) {
                EXPECT_EQ(line.admits, admission::nobody);
                ++nobody;
            } else {
                EXPECT_EQ(line.admits, admission::until);
                EXPECT_EQ(line.last, mark_of(made.run, made.read, rows[good - 1]));
                ++until;
            }
        }
    });
    EXPECT_GT(everyone, 100);
    EXPECT_GT(nobody, 100);
    EXPECT_GT(until, 100);
}

TEST_P(Cutoffs, StandInPlanOrderForWhatSomebodyListedAndNothingElse)
{
    in_worlds_of_eight(6103, GetParam().chosen, GetParam().reserves, 500, [&](world const& drawn) {
        certified const made(drawn);
        std::set<std::tuple<std::uint32_t, std::uint32_t, std::vector<std::uint32_t>>> asked;
        for (std::size_t row = 0; row < drawn.residents.size(); ++row)
            for (auto const offered : made.read.list(row)) {
                auto const pool = *made.read.pool_of(offered, row);
                asked.emplace(offered, pool, reserves_of(drawn, offered, pool, row));
            }
        std::vector<std::tuple<std::uint32_t, std::uint32_t, std::vector<std::uint32_t>>> shown;
        for (auto const& line : *made.shown.cutoffs)
            shown.emplace_back(line.intervention, line.pool, line.reserves);
        EXPECT_EQ(shown, (decltype(shown){asked.begin(), asked.end()}));
    });
}

TEST(Closings, AreTheTurnsOfTheFirstWhoFoundNoWayToASeat)
{
    int closed = 0, open = 0;
    in_worlds_of_eight(6104, policies::coverage{}, false, 1500, [&](world const& drawn) {
        certified const made(drawn);
        ASSERT_TRUE(made.shown.closings);
        EXPECT_FALSE(made.shown.cutoffs);
        for (std::uint32_t offered = 0; offered < drawn.offers.size(); ++offered)
            for (std::uint32_t pool = 0; pool < drawn.offers[offered].places.size(); ++pool) {
                std::optional<std::size_t> first; // rank of somebody left out who can reach it
                for (std::size_t row = 0; row < drawn.residents.size(); ++row) {
                    if (made.got[row] || made.read.list(row).empty())
                        continue;
                    std::set<std::pair<std::uint32_t, std::uint32_t>> reached;
                    auto const spread = [&](auto const& self, std::size_t whose) -> void {
                        for (auto const one : made.read.list(whose)) {
                            auto const at = *made.read.pool_of(one, whose);
                            if (reached.emplace(one, at).second)
                                for (auto const holder : made.read.rows_in(made.got, one, at))
                                    self(self, holder);
                        }
                    };
                    spread(spread, row);
                    if (reached.contains({offered, pool}))
                        first = std::min(first.value_or(made.read.rank(row)), made.read.rank(row));
                }
                auto const line = std::find_if(
                    made.shown.closings->begin(), made.shown.closings->end(), [&](auto const& one) {
                        return one.intervention == offered && one.pool == pool;
                    });
                ASSERT_EQ(line != made.shown.closings->end(), first.has_value());
                ++(first ? closed : open);
                for (std::size_t row = 0; first && row < drawn.residents.size(); ++row)
                    if (made.read.rank(row) == *first) {
                        EXPECT_EQ(line->since, mark_of(made.run, made.read, row));
                    }
            }
    });
    EXPECT_GT(closed, 500);
    EXPECT_GT(open, 500);
}

TEST(Prices, AreWhatWouldBeLostWithASeatFewer)
{
    int of_people = 0, of_positions = 0, below_zero = 0, free_of_charge = 0, seatless = 0;
    world_sizes const sizes{.people = 6, .interventions = 3, .seats = 3};
    in_worlds(6106, 2000, policies::fit{}, sizes, [&](world const& drawn, dice&) {
        certified const made(drawn);
        ASSERT_TRUE(made.shown.prices);
        EXPECT_FALSE(made.shown.cutoffs || made.shown.closings);

        auto const pools = pools_of(drawn);
        // The best of all outcomes, and the best with a seat fewer in each pool.
        std::vector<std::int64_t> best;
        std::vector<std::vector<std::int64_t>> with_one_fewer(pools.size());
        made.read.for_each_outcome([&](outcome const& got) {
            std::vector<std::int64_t> left;
            for (auto const& one : pools)
                left.push_back(made.read.free(one.intervention, one.pool)
                               - std::ssize(made.read.rows_in(got, one.intervention, one.pool)));
            if (std::any_of(left.begin(), left.end(), [](auto seats) { return seats < 0; }))
                return;
            auto const worth = fitted(drawn, made.read, got);
            best = std::max(best, worth);
            for (std::size_t i = 0; i < pools.size(); ++i)
                if (left[i] > 0)
                    with_one_fewer[i] = std::max(with_one_fewer[i], worth);
        });

        auto line = made.shown.prices->begin();
        for (std::size_t i = 0; i < pools.size(); ++i) {
            auto const [offered, pool] = pools[i];
            if (made.read.free(offered, pool) == 0) {
                ++seatless;
                continue;
            }
            auto const lost = less(best, with_one_fewer[i]);
            if (lost == value_of(drawn, {})) {
                ++free_of_charge;
                continue;
            }
            ASSERT_NE(line, made.shown.prices->end());
            EXPECT_EQ(std::pair(line->intervention, line->pool), std::pair(offered, pool));
            EXPECT_EQ(value_of(drawn, *line), lost);
            ++(line->person ? of_people : of_positions);
            below_zero += line->positions < 0;
            ++line;
        }
        EXPECT_EQ(line, made.shown.prices->end());
    });
    EXPECT_GT(of_people, 200);
    EXPECT_GT(of_positions, 50);
    EXPECT_GT(below_zero, 10);
    EXPECT_GT(free_of_charge, 200);
    EXPECT_GT(seatless, 100);
}

TEST(Prices, AreMadeOfAnyPlacementsWhatever)
{
    world_sizes const sizes{.people = 9, .interventions = 4};
    in_worlds(6107, 1000, policies::fit{}, sizes, [](world const& drawn, dice& roll) {
        certified const made(drawn);
        matching any{.people = drawn.residents.size()};
        for (auto count = roll(12); count > 0; --count)
            any.placements.push_back(
                {.person = roll(drawn.residents.size()),
                 .intervention = static_cast<std::uint32_t>(roll(drawn.offers.size() + 1)),
                 .pool = static_cast<std::uint32_t>(roll(3))});
        auto const shown = certify(made.run, any);
        ASSERT_TRUE(shown.prices);
        std::set<std::pair<std::uint32_t, std::uint32_t>> pools;
        for (auto const& line : *shown.prices)
            EXPECT_TRUE(pools.emplace(line.intervention, line.pool).second);
    });
}

TEST(Certificate, OfNobodySaysNothing)
{
    for (auto const& chosen : every_policy()) {
        world drawn{.offers = {{.places = {{.count = 2}}}},
                    .terms = {.policy = chosen, .seed = std::string(32, '0')}};
        certified const made(drawn);
        auto const promised = promises_of(chosen);
        EXPECT_EQ(made.shown.cutoffs.has_value(), promised.nobody_passed_over);
        EXPECT_EQ(made.shown.closings.has_value(), promised.best_coverage);
        EXPECT_EQ(made.shown.prices.has_value(), promised.best_fit);
        EXPECT_THAT(made.shown.cutoffs.value_or(std::vector<pool_cutoff>{}), IsEmpty());
        EXPECT_THAT(made.shown.closings.value_or(std::vector<pool_closing>{}), IsEmpty());
        EXPECT_THAT(made.shown.prices.value_or(std::vector<pool_price>{}), IsEmpty());
    }
}

TEST(Certificate, IsTheSameWhateverTheOrderOfThePeople)
{
    for (auto const& chosen : every_policy())
        in_worlds_of_eight(6105, chosen, promises_of(chosen).reserves, 300,
                           [&](world const& drawn) {
                               auto other = drawn;
                               std::reverse(other.residents.begin(), other.residents.end());
                               EXPECT_EQ(certified(drawn).shown, certified(other).shown);
                           });
}

} // namespace
} // namespace finsam
