// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/matching/promises.hpp>

#include "support/stability.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using testing::IsEmpty;

matching match(running_world const& run)
{
    return match(run.compiled, run.caseload, run.eligible, run.allowed);
}

matching match(world const& drawn)
{
    return match(running_world(drawn));
}

std::vector<finding_kind> audited(world const& drawn, matching const& proposed)
{
    running_world const run(drawn);
    std::vector<finding_kind> kinds;
    for (auto const& one : audit(run.compiled, run.caseload, proposed))
        kinds.push_back(one.kind);
    return kinds;
}

bool is_feasible(world const& drawn, reading const& read, outcome const& got)
{
    for (std::uint32_t offered = 0; offered < drawn.offers.size(); ++offered)
        for (std::uint32_t pool = 0; pool < drawn.offers[offered].places.size(); ++pool)
            if (std::ssize(read.rows_in(got, offered, pool)) > read.free(offered, pool))
                return false;
    return true;
}

/// Who is placed, the first in priority as the highest digit: the larger the better.
unsigned covered(reading const& read, outcome const& got)
{
    unsigned digits = 0;
    for (std::size_t row = 0; row < got.size(); ++row)
        if (got[row])
            digits |= 1U << (got.size() - 1 - read.rank(row));
    return digits;
}

/// Each policy, on worlds of its own.
class EveryPolicy : public testing::TestWithParam<policy>
{
protected:
    template<class Check>
    void in_worlds(std::uint64_t seed, int count, Check check, world_sizes sizes = {})
    {
        sizes.reserves = promises_of(GetParam()).reserves;
        dice roll(seed);
        for (int n = 0; n < count && !HasFailure(); ++n) {
            auto drawn = random_world(roll, sizes);
            drawn.terms.policy = GetParam();
            SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n)
                         + "\n" + to_text(drawn));
            check(drawn, roll);
        }
    }
};

INSTANTIATE_TEST_SUITE_P(Promises, EveryPolicy,
                         testing::Values(policy::stable, policy::serial, policy::coverage),
                         [](auto const& one) { return std::string(detail::name_of(one.param)); });

TEST_P(EveryPolicy, PassesItsAudit)
{
    in_worlds(
        5001, 2000,
        [&](world const& drawn, dice&) { EXPECT_THAT(audited(drawn, match(drawn)), IsEmpty()); },
        {.people = 8, .interventions = 4});
}

TEST_P(EveryPolicy, KeepsWhatTheTableSaysOfSeats)
{
    // Stable is: nobody passed over, no wanted seat empty.
    auto const promised = promises_of(GetParam());
    ASSERT_EQ(promised.nobody_passed_over, promised.no_wanted_seat_empty);
    int unstable = 0;
    in_worlds(5002, 800, [&](world const& drawn, dice&) {
        auto const got = outcome_of(match(drawn));
        auto const stable = reading(drawn).is_stable(got);
        EXPECT_TRUE(stable || !promised.nobody_passed_over);
        unstable += !stable;
    });
    EXPECT_EQ(unstable == 0, promised.nobody_passed_over) << "what is not promised is not kept";
}

TEST_P(EveryPolicy, KeepsWhatTheTableSaysOfBetterMatchings)
{
    auto const promised = promises_of(GetParam()).best_for_everyone;
    int worse = 0;
    in_worlds(5003, 400, [&](world const& drawn, dice&) {
        reading const read(drawn);
        auto const got = outcome_of(match(drawn));
        read.for_each_outcome([&](outcome const& other) {
            if (!read.is_stable(other))
                return;
            for (std::size_t row = 0; row < got.size(); ++row)
                worse += read.prefers(row, other[row], got[row]);
        });
        EXPECT_TRUE(worse == 0 || !promised);
    });
    EXPECT_EQ(worse == 0, promised);
}

TEST_P(EveryPolicy, KeepsWhatTheTableSaysOfCoverage)
{
    auto const promised = promises_of(GetParam()).best_coverage;
    int better = 0;
    in_worlds(5004, 800, [&](world const& drawn, dice&) {
        reading const read(drawn);
        auto const got = outcome_of(match(drawn));
        ASSERT_TRUE(is_feasible(drawn, read, got));
        unsigned best = 0;
        read.for_each_outcome([&](outcome const& other) {
            if (is_feasible(drawn, read, other))
                best = std::max(best, covered(read, other));
        });
        better += best > covered(read, got);
        EXPECT_TRUE(better == 0 || !promised);
    });
    EXPECT_EQ(better == 0, promised);
}

TEST_P(EveryPolicy, KeepsWhatTheTableSaysOfHonesty)
{
    auto const promised = promises_of(GetParam()).honesty_is_best;
    int rewarded = 0;
    in_worlds(5005, 150,
              [&](world const& drawn, dice&) {
                  reading const read(drawn);
                  auto const honest = outcome_of(match(drawn));
                  for (std::size_t row = 0; row < drawn.residents.size(); ++row) {
                      // Every other list: each subset in each order.
                      std::vector<std::uint32_t> all(drawn.offers.size());
                      for (std::uint32_t i = 0; i < all.size(); ++i)
                          all[i] = i;
                      do {
                          for (std::size_t length = 0; length <= all.size(); ++length) {
                              auto other = drawn;
                              other.residents[row].wishes = all;
                              other.residents[row].wishes->resize(length);
                              auto const got = outcome_of(match(other));
                              rewarded += read.prefers(row, got[row], honest[row]);
                          }
                      } while (std::next_permutation(all.begin(), all.end()));
                  }
                  EXPECT_TRUE(rewarded == 0 || !promised);
              },
              {.people = 4, .interventions = 3});
    EXPECT_EQ(rewarded == 0, promised);
}

TEST_P(EveryPolicy, GivesTheSameInWhateverOrderThePeopleStand)
{
    in_worlds(5006, 500,
              [&](world const& drawn, dice& roll) {
                  auto other = drawn;
                  auto const order = random_order(roll, drawn.residents.size());
                  for (std::size_t i = 0; i < order.size(); ++i)
                      other.residents[i] = drawn.residents[order[i]];
                  auto const before = outcome_of(match(drawn)), after = outcome_of(match(other));
                  for (std::size_t i = 0; i < order.size(); ++i)
                      EXPECT_EQ(after[i], before[order[i]]);
              },
              {.people = 8});
}

TEST_P(EveryPolicy, ListsEachPersonOnce)
{
    in_worlds(5007, 500, [&](world const& drawn, dice&) {
        auto const found = match(drawn);
        EXPECT_EQ(found.policy, GetParam());
        EXPECT_EQ(found.placements.size() + found.waiting.size() + found.undetermined.size()
                      + found.no_intervention.size(),
                  drawn.residents.size());
    });
}

TEST(Serial, GivesWhatStableGivesWherePrioritiesAreCommonAndNothingIsReserved)
{
    dice roll(5010);
    for (int n = 0; n < 2000; ++n) {
        auto drawn = random_world(roll, {.people = 8, .interventions = 4});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n));
        auto stable = match(drawn);
        drawn.terms.policy = stable.policy = policy::serial;
        ASSERT_EQ(match(drawn), stable); // cut-offs too
    }
}

/// Everybody fits everything; a seat each.
world one_seat_each(std::vector<std::vector<std::uint32_t>> const& lists, std::size_t interventions)
{
    world drawn{.terms = {.policy = policy::coverage, .seed = std::string(32, '0')}};
    for (std::size_t i = 0; i < interventions; ++i)
        drawn.offers.push_back({.places = {{.count = 1}}});
    for (std::size_t i = 0; i < lists.size(); ++i)
        drawn.residents.push_back({.id = numbered("p", i),
                                   .fits = std::vector<truth>(interventions, truth::yes),
                                   .waited = static_cast<int>(100 - 10 * i),
                                   .wishes = lists[i]});
    return drawn;
}

TEST(Coverage, MovesThoseWhoCanGoElsewhere)
{
    // The first two could both have their best; then the third would have nothing.
    auto const found = match(one_seat_each({{0, 1}, {1, 2}, {0}}, 3));
    ASSERT_EQ(found.placements.size(), 3U);
    EXPECT_EQ(found.placements[2].intervention, 0U);
}

TEST(Coverage, LetsNobodyGoBeforeWhoComesFirst)
{
    // One for two: the larger set would be the second and the third.
    auto const found = match(one_seat_each({{0}, {0}, {0}}, 2));
    ASSERT_EQ(found.placements.size(), 1U);
    EXPECT_EQ(found.placements[0].person, 0U);
    ASSERT_EQ(found.waiting.size(), 2U);
}

TEST(Coverage, IsFoundNotToBeTheBestWhereSomebodyIsLeftOutOrAnotherGoesFirst)
{
    auto const drawn = one_seat_each({{0, 1}, {1, 2}, {0}, {2}}, 3);
    auto const best = match(drawn);
    ASSERT_THAT(audited(drawn, best), IsEmpty());

    auto without = best;
    without.placements.pop_back();
    EXPECT_THAT(audited(drawn, without),
                testing::Contains(finding_kind::not_best_coverage).Times(testing::Ge(1)));

    // The fourth in the place of the third: only by moving the others is it seen.
    auto later = best;
    later.placements = {{.person = 0, .intervention = 0, .pool = 0, .choice = 1},
                        {.person = 1, .intervention = 1, .pool = 0, .choice = 1},
                        {.person = 3, .intervention = 2, .pool = 0, .choice = 1}};
    running_world const run(drawn);
    auto const findings = audit(run.compiled, run.caseload, later);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].kind, finding_kind::not_best_coverage);
    EXPECT_EQ(findings[0].person, 2U);
    EXPECT_EQ(findings[0].by, 3U);
}

TEST(Coverage, IsAuditedRightForEveryOutcomeOfTinyWorlds)
{
    dice roll(5020);
    int best_ones = 0, others = 0;
    for (int n = 0; n < 1500 && !testing::Test::HasFailure(); ++n) {
        auto drawn = random_world(roll, {.people = 4, .interventions = 3, .seats = 2});
        drawn.terms.policy = policy::coverage;
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        reading const read(drawn);
        auto const proposed = match(drawn);
        auto const best = covered(read, outcome_of(proposed));
        read.for_each_outcome([&](outcome const& got) {
            if (!is_feasible(drawn, read, got))
                return;
            auto other = proposed;
            std::erase_if(other.placements, [](placement const& one) { return !one.incumbent; });
            for (std::size_t row = 0; row < got.size(); ++row)
                if (got[row])
                    other.placements.push_back({.person = row,
                                                .intervention = *got[row],
                                                .pool = read.pool_of(*got[row], row),
                                                .choice = 1});
            auto const is_best = covered(read, got) == best;
            EXPECT_EQ(audited(drawn, other).empty(), is_best);
            ++(is_best ? best_ones : others);
        });
    }
    EXPECT_GT(best_ones, 100);
    EXPECT_GT(others, 500);
}

} // namespace
} // namespace finsam
