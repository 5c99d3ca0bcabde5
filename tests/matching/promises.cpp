// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/model/promises.hpp>

#include "support/every_policy.hpp"
#include "support/in_worlds.hpp"
#include "support/proposals.hpp"
#include "support/worth.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using testing::IsEmpty;

std::vector<finding_kind> audited(world const& drawn, matching const& proposed)
{
    running_world const run(drawn);
    std::vector<finding_kind> kinds;
    for (auto const& one : audit(run.compiled, run.caseload, proposed))
        kinds.push_back(one.kind);
    return kinds;
}

/// Each policy, on worlds of its own.
class EveryPolicy : public testing::TestWithParam<policy>
{
protected:
    template<class Check>
    void in_worlds(std::uint64_t seed, int count, Check check, world_sizes sizes = {})
    {
        sizes.reserves = promises_of(GetParam()).reserves;
        testing_support::in_worlds(seed, count, GetParam(), sizes, check);
    }

    /// What is matched is worth the most of all that is possible, if and only if it is promised.
    template<class Worth>
    void expect_greatest_where_promised(std::uint64_t seed, bool promised, world_sizes const& sizes,
                                        Worth worth_of)
    {
        int better = 0;
        auto const check = [&](world const& drawn, dice&) {
            reading const read(drawn);
            auto const got = outcome_of(match(drawn));
            ASSERT_TRUE(read.is_feasible(got));
            auto const of = [&](outcome const& one) { return worth_of(drawn, read, one); };
            better += greatest(read, of) > of(got);
            EXPECT_TRUE(better == 0 || !promised);
        };
        in_worlds(seed, 800, check, sizes);
        EXPECT_EQ(better == 0, promised);
    }
};

INSTANTIATE_TEST_SUITE_P(Promises, EveryPolicy, testing::ValuesIn(every_policy()),
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
    expect_greatest_where_promised(
        5004, promises_of(GetParam()).best_coverage, {.people = 6, .seats = 2},
        [](world const&, reading const& read, outcome const& got) { return covered(read, got); });
}

TEST_P(EveryPolicy, KeepsWhatTheTableSaysOfFit)
{
    expect_greatest_where_promised(5008, promises_of(GetParam()).best_fit, {}, fitted);
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

TEST_P(EveryPolicy, GivesTheSameInWhateverOrderThePlanListsWhatEverybodyHasListed)
{
    in_worlds(5040, 200, [&](world drawn, dice& roll) {
        for (auto& one : drawn.residents)
            if (!one.wishes)
                one.wishes = random_order(roll, drawn.offers.size());
        running_world const first(drawn);

        // Intervention i of the one stands at order[i] of the other, under its own id.
        auto const order = random_order(roll, drawn.offers.size());
        auto agreed = plan_of(drawn);
        auto const listed = agreed.interventions;
        for (std::size_t i = 0; i < order.size(); ++i)
            agreed.interventions[order[i]] = listed[i];
        auto const compiled = compile(agreed, today).value();
        people caseload(compiled.facts());
        for (auto one : drawn.residents) {
            for (auto& wish : *one.wishes)
                wish = order[wish];
            if (one.placed)
                one.placed = order[*one.placed];
            caseload.append(person_of(compiled, one));
        }
        auto const eligible = evaluate(compiled, caseload, first.allowed);
        auto const before = outcome_of(match(drawn));
        auto const after = outcome_of(match(compiled, caseload, eligible, first.allowed));
        for (std::size_t row = 0; row < before.size(); ++row)
            EXPECT_EQ(after[row], before[row] ? std::optional{order[*before[row]]} : std::nullopt);
    });
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
    in_worlds(5010, 2000, policies::serial{}, {.people = 8, .interventions = 4},
              [](world const& drawn, dice&) {
                  auto other = drawn;
                  other.terms.policy = policies::stable{};
                  auto stable = match(other);
                  stable.policy = policies::serial{};
                  ASSERT_EQ(match(drawn), stable); // cut-offs too
              });
}

/// Everybody fits everything; a seat each.
world one_seat_each(std::vector<std::vector<std::uint32_t>> const& lists, std::size_t interventions)
{
    world drawn{.terms = {.policy = policies::coverage{}, .seed = std::string(32, '0')}};
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

/// How many possible outcomes of tiny worlds are the best, and how many are not. The audit must
/// find only the others wrong, and nothing but this.
std::pair<int, int> audited_outcomes(std::uint64_t seed, int count, policy chosen,
                                     finding_kind not_best)
{
    int best_ones = 0, others = 0;
    world_sizes const sizes{.people = 4, .interventions = 3, .seats = 2};
    in_worlds(seed, count, chosen, sizes, [&](world const& drawn, dice&) {
        reading const read(drawn);
        auto const proposed = match(drawn);
        auto const best = worth(drawn, read, outcome_of(proposed));
        read.for_each_outcome([&](outcome const& got) {
            if (!read.is_feasible(got))
                return;
            auto const is_best = worth(drawn, read, got) == best;
            auto const kinds = audited(drawn, placed_as(proposed, read, got));
            EXPECT_EQ(kinds.empty(), is_best);
            EXPECT_THAT(kinds, testing::Each(not_best));
            ++(is_best ? best_ones : others);
        });
    });
    return {best_ones, others};
}

TEST(Coverage, IsAuditedRightForEveryOutcomeOfTinyWorlds)
{
    auto const [best_ones, others] =
        audited_outcomes(5020, 1500, policies::coverage{}, finding_kind::not_best_coverage);
    EXPECT_GT(best_ones, 100);
    EXPECT_GT(others, 500);
}

world fit_of(std::vector<std::vector<std::uint32_t>> const& lists, std::size_t interventions)
{
    auto drawn = one_seat_each(lists, interventions);
    drawn.terms.policy = policies::fit{};
    return drawn;
}

TEST(Fit, CountsChoicesForAllTogetherWhoeverHasWaitedLongest)
{
    // If the first had the best, the second would be left with their third.
    auto const got = outcome_of(match(fit_of({{0, 1, 2}, {0, 2, 1}, {2}}, 3)));
    EXPECT_EQ(got, (outcome{1, 0, 2}));
}

TEST(Fit, LetsSomebodyInBeforeWhoHasWaitedLongerWhereTheyLikeItBetter)
{
    auto drawn = fit_of({{1, 0}, {0}}, 2);
    drawn.offers[1].places[0].count = 0;
    EXPECT_EQ(outcome_of(match(drawn)), (outcome{{}, 0}));
    drawn.terms.policy = policies::coverage{};
    EXPECT_EQ(outcome_of(match(drawn)), (outcome{0, {}}));
}

TEST(Fit, IsBetterForSomebodyWhoListsWhatTheyLikeLess)
{
    // Both want the first place most, and as equals the one who has waited longest gets it. The
    // other gets it by being content with nothing else but what must go to the third.
    auto const honest = fit_of({{0, 1, 2}, {0, 1, 2}, {1}}, 3);
    auto const before = outcome_of(match(honest));
    ASSERT_EQ(before, (outcome{0, 2, 1}));
    auto claimed = honest;
    claimed.residents[1].wishes = {0, 1};
    EXPECT_EQ(outcome_of(match(claimed)), (outcome{2, 0, 1}));
    EXPECT_FALSE(promises_of(policies::fit{}).honesty_is_best);
}

TEST(Fit, DoesNotDependOnTheOrderOfThePlansInterventionsWhereEverybodyListsTheirs)
{
    auto const check = [](world drawn, dice& roll) {
        for (auto& one : drawn.residents)
            if (!one.wishes)
                one.wishes = random_order(roll, drawn.offers.size());
        // Intervention i of the one is order[i] of the other.
        auto const order = random_order(roll, drawn.offers.size());
        auto other = drawn;
        for (std::size_t i = 0; i < order.size(); ++i)
            other.offers[order[i]] = drawn.offers[i];
        for (std::size_t row = 0; row < drawn.residents.size(); ++row) {
            auto const& from = drawn.residents[row];
            auto& to = other.residents[row];
            for (std::size_t i = 0; i < order.size(); ++i)
                to.fits[order[i]] = from.fits[i];
            for (auto& wish : *to.wishes)
                wish = order[wish];
            if (to.placed)
                to.placed = order[*from.placed];
        }
        auto const before = outcome_of(match(drawn)), after = outcome_of(match(other));
        for (std::size_t row = 0; row < before.size(); ++row)
            EXPECT_EQ(after[row], before[row] ? std::optional{order[*before[row]]} : std::nullopt);
    };
    in_worlds(5030, 300, policies::fit{}, {.people = 8, .interventions = 4}, check);
}

TEST(Fit, IsAuditedRightForEveryOutcomeOfTinyWorlds)
{
    auto const [best_ones, others] =
        audited_outcomes(5031, 1000, policies::fit{}, finding_kind::not_best_fit);
    EXPECT_GT(best_ones, 500);
    EXPECT_GT(others, 500);
}

} // namespace
} // namespace finsam
