// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/audit.hpp>
#include <finsam/matching/match.hpp>

#include "support/in_worlds.hpp"
#include "support/proposals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;
using enum truth;

/// A pool for everyone.
offer seats(std::int64_t count, std::vector<reserve> reserved = {})
{
    return {.places = {{.count = count, .reserved = std::move(reserved)}}};
}

/// Somebody who fits everything and has waited so many days.
resident waiter(std::string id, int waited, std::size_t interventions = 1)
{
    return {.id = std::move(id), .fits = std::vector<truth>(interventions, yes), .waited = waited};
}

/// A world of its own for each run of a test, and whether reserves are drawn.
class EveryWorld : public testing::TestWithParam<bool>
{
protected:
    /// Draws worlds and tells about the one that fails.
    template<class Check>
    void in_worlds(std::uint64_t seed, int count, Check check, world_sizes sizes = {})
    {
        sizes.reserves = GetParam();
        testing_support::in_worlds(seed, count, policies::stable{}, sizes, check);
    }
};

INSTANTIATE_TEST_SUITE_P(Matching, EveryWorld, testing::Bool(), [](auto const& one) {
    return one.param ? "WithReserves" : "WithoutReserves";
});

/// How many outcomes are stable; none of them may be better for anyone than the matching's.
int stable_outcomes(world const& drawn)
{
    reading const read(drawn);
    auto const got = outcome_of(match(drawn));
    EXPECT_TRUE(read.is_stable(got));
    int stable = 0;
    read.for_each_outcome([&](outcome const& other) {
        if (!read.is_stable(other))
            return;
        ++stable;
        for (std::size_t row = 0; row < got.size(); ++row)
            EXPECT_FALSE(read.prefers(row, other[row], got[row])) << drawn.residents[row].id;
    });
    return stable;
}

TEST_P(EveryWorld, GetsTheStableOutcomeThatIsBestForEachPersonOfAllStableOnes)
{
    in_worlds(4301, 4000, [&](world const& drawn, dice&) {
        auto const stable = stable_outcomes(drawn);
        EXPECT_GE(stable, 1);
        // One order of priority for all pools leaves one stable outcome; reserves can leave more.
        EXPECT_TRUE(GetParam() || stable == 1);
    });
}

TEST(Match, GetsTheOutcomeThatIsBestForEachPersonWhereReservesLeaveSeveralStableOnes)
{
    dice roll(4310);
    int several = 0;
    for (int n = 0; n < 1000; ++n) {
        auto const drawn = contested_world(roll);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        several += stable_outcomes(drawn) > 1;
        if (testing::Test::HasFailure())
            break;
    }
    EXPECT_GT(several, 10);
}

TEST_P(EveryWorld, PutsEachPersonInOneListAndTellsWhatTheSpecificationSays)
{
    in_worlds(4302, 1500,
              [&](world const& drawn, dice&) {
                  reading const read(drawn);
                  auto const found = match(drawn);
                  auto const got = outcome_of(found);

                  matching expected{.mandate = "placement", .people = drawn.residents.size()};
                  for (std::size_t row = 0; row < read.people(); ++row) {
                      auto const& one = drawn.residents[row];
                      if (one.placed) {
                          expected.placements.push_back({.person = row,
                                                         .intervention = *one.placed,
                                                         .pool = read.pool_of(*one.placed, row),
                                                         .incumbent = true});
                          continue;
                      }
                      if (read.tier(row) != read.tier(row, unknown))
                          expected.tier_uncertain.push_back(row);
                      auto const listed = read.listed(row);
                      auto const open = read.list(row, unknown);
                      if (got[row]) {
                          placement place{.person = row,
                                          .intervention = *got[row],
                                          .pool = read.pool_of(*got[row], row)};
                          auto const at = std::find(listed.begin(), listed.end(), *got[row]);
                          place.choice = static_cast<std::size_t>(at - listed.begin()) + 1;
                          for (auto const before : std::vector(listed.begin(), at))
                              if (read.answer(before, row) == unknown)
                                  place.undetermined.push_back(before);
                          expected.placements.push_back(std::move(place));
                      } else if (auto const wanted = read.list(row); !wanted.empty()) {
                          waiting_person waits{.person = row, .undetermined = open};
                          for (auto const offered : wanted)
                              waits.reasons.push_back({offered, {}});
                          expected.waiting.push_back(std::move(waits));
                      } else if (!open.empty()) {
                          expected.undetermined.push_back({row, open});
                      } else {
                          expected.no_intervention.push_back({row, read.tier(row).has_value()});
                      }
                  }
                  EXPECT_EQ(found, expected); // no cut-offs: fewer than five are admitted
              },
              {.people = 4});
}

TEST_P(EveryWorld, PassesTheAudit)
{
    in_worlds(4303, 400,
              [&](world const& drawn, dice&) {
                  running_world const run(drawn);
                  EXPECT_THAT(audit(run.compiled, run.caseload, match(run)), IsEmpty());
              },
              {.people = 60, .interventions = 6, .seats = 8});
}

TEST_P(EveryWorld, GivesTheSameInWhateverOrderThePeopleStand)
{
    in_worlds(4304, 400,
              [&](world const& drawn, dice& roll) {
                  auto const order = random_order(roll, drawn.residents.size());
                  auto permuted = drawn;
                  for (std::size_t i = 0; i < order.size(); ++i)
                      permuted.residents[i] = drawn.residents[order[i]];
                  auto const first = match(drawn);
                  auto then = match(permuted);

                  auto const in_first_order = [&](auto& list) {
                      for (auto& one : list)
                          one.person = order[one.person];
                      std::sort(list.begin(), list.end(),
                                [](auto const& a, auto const& b) { return a.person < b.person; });
                  };
                  in_first_order(then.placements);
                  in_first_order(then.waiting);
                  in_first_order(then.undetermined);
                  in_first_order(then.no_intervention);
                  for (auto& row : then.tier_uncertain)
                      row = order[row];
                  std::sort(then.tier_uncertain.begin(), then.tier_uncertain.end());
                  EXPECT_EQ(first, then);
              },
              {.people = 40, .interventions = 5, .seats = 6});
}

/// Each person's result is at least as good by the lists of the first world.
void expect_no_one_worse(reading const& read, outcome const& now, outcome const& before)
{
    for (std::size_t row = 0; row < before.size(); ++row)
        EXPECT_FALSE(read.prefers(row, before[row], now[row])) << "row " << row;
}

TEST_P(EveryWorld, WithOneSeatMoreIsWorseForNobody)
{
    in_worlds(4305, 600,
              [&](world const& drawn, dice& roll) {
                  auto more = drawn;
                  auto& places = more.offers[roll(more.offers.size())].places;
                  if (places.empty())
                      return;
                  ++places[roll(places.size())].count;
                  expect_no_one_worse(reading(drawn), outcome_of(match(more)),
                                      outcome_of(match(drawn)));
              },
              {.people = 12, .interventions = 4});
}

TEST_P(EveryWorld, WithOnePersonMoreIsBetterForNobodyElse)
{
    in_worlds(4306, 600,
              [&](world const& drawn, dice&) {
                  auto fewer = drawn;
                  fewer.residents.pop_back();
                  if (drawn.residents.back().placed)
                      return;
                  auto many = outcome_of(match(drawn));
                  many.pop_back();
                  expect_no_one_worse(reading(fewer), outcome_of(match(fewer)), many);
              },
              {.people = 12, .interventions = 4});
}

TEST_P(EveryWorld, IsNoWorseForSomebodyWhoHasWaitedLonger)
{
    in_worlds(4307, 600,
              [&](world const& drawn, dice& roll) {
                  auto longer = drawn;
                  auto const row = roll(longer.residents.size());
                  longer.residents[row].waited = longer.residents[row].waited.value_or(0) + 40;
                  auto const got = outcome_of(match(drawn));
                  auto const then = outcome_of(match(longer));
                  EXPECT_FALSE(reading(drawn).prefers(row, got[row], then[row])) << "row " << row;
              },
              {.people = 12, .interventions = 4});
}

TEST_P(EveryWorld, IsNoWorseForSomebodyWhoIsInOneNeedsGroupMore)
{
    in_worlds(4308, 600,
              [&](world const& drawn, dice& roll) {
                  auto more = drawn;
                  auto const row = roll(more.residents.size());
                  more.residents[row].groups[roll(more.group_priority.size())] = yes;
                  auto const got = outcome_of(match(drawn));
                  auto const then = outcome_of(match(more));
                  EXPECT_FALSE(reading(drawn).prefers(row, got[row], then[row])) << "row " << row;
              },
              {.people = 12, .interventions = 4});
}

TEST_P(EveryWorld, RewardsNobodyForListingSomethingElseThanTheyWish)
{
    // Every list that can be made of the interventions, by every person.
    in_worlds(4309, 120, [&](world const& drawn, dice&) {
        reading const read(drawn);
        auto const honest = outcome_of(match(drawn));
        std::vector<std::vector<std::uint32_t>> lists{{}};
        for (std::size_t i = 0; i < lists.size(); ++i)
            for (std::uint32_t next = 0; next < drawn.offers.size(); ++next)
                if (std::find(lists[i].begin(), lists[i].end(), next) == lists[i].end()) {
                    lists.push_back(lists[i]);
                    lists.back().push_back(next);
                }
        for (std::size_t row = 0; row < drawn.residents.size(); ++row)
            for (auto const& list : lists) {
                auto other = drawn;
                other.residents[row].wishes = list;
                EXPECT_FALSE(read.prefers(row, outcome_of(match(other))[row], honest[row]))
                    << "row " << row;
            }
    });
}

TEST(Match, PlacesTheFirstInPriorityAndLetsTheOthersWait)
{
    auto const found = match(
        world{.group_priority = {1},
              .offers = {seats(2)},
              .residents = {{.id = "in no group", .fits = {yes}, .waited = 900},
                            {.id = "short wait", .groups = {yes}, .fits = {yes}},
                            {.id = "long wait", .groups = {yes}, .fits = {yes}, .waited = 3}}});
    ASSERT_EQ(found.placements.size(), 2U);
    EXPECT_EQ(found.placements[0].person, 1U);
    EXPECT_EQ(found.placements[1].person, 2U);
    ASSERT_EQ(found.waiting.size(), 1U);
    EXPECT_EQ(found.waiting[0].person, 0U);
    EXPECT_THAT(found.waiting[0].reasons, ElementsAre(waiting_reason{0, {}}));
}

TEST(Match, CountsAChoiceAmongAllIndividualInterventionsOfThePlanOrInTheListAsGiven)
{
    world drawn{.offers = {{.is_individual = false},
                           {.places = {{.count = 1}}, .in_force = false},
                           seats(1),
                           seats(1)},
                .residents = {waiter("a", 9, 4)}};
    EXPECT_EQ(match(drawn).placements.at(0).choice, 2U) << "the structural one is not counted";
    EXPECT_EQ(match(drawn).placements.at(0).intervention, 2U);
    drawn.residents[0].wishes = std::vector<std::uint32_t>{1, 3, 2};
    EXPECT_EQ(match(drawn).placements.at(0).choice, 2U) << "the one not in force is";
    EXPECT_EQ(match(drawn).placements.at(0).intervention, 3U);
}

TEST(Match, LetsIncumbentsKeepTheirSeatsWhateverTheRuleSaysNow)
{
    auto const incumbent = [](std::string id, std::string home, std::uint32_t place) {
        return resident{
            .id = std::move(id), .home = std::move(home), .fits = {no, no}, .placed = place};
    };
    auto const found = match(world{
        .offers = {{.places = {{.municipalities = std::vector<std::string>{"9701"}, .count = 1},
                               {.municipalities = std::vector<std::string>{"9702"}, .count = 2}}},
                   {.places = {{.count = 1}}, .in_force = false}},
        .residents = {incumbent("one", "9701", 0),
                      incumbent("too many", "9701", 0),
                      incumbent("south", "9702", 0),
                      incumbent("outside", "9999", 0),
                      incumbent("ended", "9701", 1),
                      waiter("north", 99, 2),
                      {.id = "south too", .home = "9702", .fits = {yes, yes}}}});
    ASSERT_EQ(found.placements.size(), 6U);
    std::vector<std::optional<std::uint32_t>> pools;
    for (auto const& one : found.placements) {
        pools.push_back(one.pool);
        EXPECT_EQ(one.incumbent, one.person < 5);
        EXPECT_EQ(one.choice.has_value(), !one.incumbent);
    }
    EXPECT_THAT(pools, ElementsAre(0, 0, 1, std::nullopt, 0, 1));
    ASSERT_EQ(found.waiting.size(), 1U);
    EXPECT_EQ(found.waiting[0].person, 5U);
    EXPECT_THAT(found.tier_uncertain, IsEmpty());
}

TEST(Match, TellsACutOffOnlyWhereFiveWereAdmitted)
{
    world drawn{.group_priority = {4}, .offers = {seats(4)}, .terms = {.waiting_bucket_days = 30}};
    for (std::size_t i = 0; i < 6; ++i)
        drawn.residents.push_back(waiter(numbered("p", i), 100 + 30 * static_cast<int>(i)));
    drawn.residents.push_back({.id = "turned away", .fits = {yes}, .waited = 1});
    drawn.residents.push_back({.id = "incumbent", .placed = 0});

    EXPECT_EQ(match(drawn).waiting.back().reasons.at(0).last_admitted, std::nullopt);
    drawn.offers[0].places[0].count = 5; // four and the incumbent
    EXPECT_EQ(match(drawn).waiting.back().reasons.at(0).last_admitted, std::nullopt)
        << "incumbents are not counted";
    drawn.offers[0].places[0].count = 6;
    EXPECT_EQ(match(drawn).waiting.back().reasons.at(0).last_admitted,
              (cutoff{.tier = {}, .waited_days_at_least = 120}))
        << "130 days are four whole buckets of 30";
    for (auto& one : drawn.residents)
        one.groups = {yes};
    EXPECT_EQ(match(drawn).waiting.back().reasons.at(0).last_admitted,
              (cutoff{.tier = 4, .waited_days_at_least = 120}));
}

TEST(Match, TellsTheCutOffOfTheSeatsAPersonCouldHaveHad)
{
    // Five seats, two of them reserved for g0: the last two in order of priority hold those.
    world drawn{.group_priority = {1, 1}, .offers = {seats(5, {{"g0", 2, true}})}};
    for (std::size_t i = 0; i < 3; ++i) {
        drawn.residents.push_back(waiter(numbered("open", i), 500 + static_cast<int>(i)));
        drawn.residents.back().groups = {no, yes};
    }
    for (std::size_t i = 0; i < 2; ++i) {
        drawn.residents.push_back(waiter(numbered("kept", i), 300 + static_cast<int>(i)));
        drawn.residents.back().groups = {yes, no};
    }
    drawn.residents.push_back(waiter("outside", 400));
    drawn.residents.back().groups = {no, yes};
    drawn.residents.push_back(waiter("inside", 200));
    drawn.residents.back().groups = {yes, no};
    auto const found = match(drawn);
    ASSERT_EQ(found.waiting.size(), 2U);
    EXPECT_EQ(found.waiting[0].reasons.at(0).last_admitted, (cutoff{1, 500}));
    EXPECT_EQ(found.waiting[1].reasons.at(0).last_admitted, (cutoff{1, 300}));
}

TEST(Match, TakesAGroupThatIsListedTwiceForOneWithTheSum)
{
    dice roll(1637);
    std::size_t split = 0;
    for (int n = 0; n < 400 && !testing::Test::HasFailure(); ++n) {
        auto const drawn = random_world(roll, {.people = 12, .seats = 5, .reserves = true});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        auto twice = drawn;
        for (auto& offered : twice.offers)
            for (auto& pool : offered.places) {
                std::vector<reserve> parts;
                for (auto one : pool.reserved) {
                    parts.push_back(one);
                    if (one.count > 1) {
                        parts.back().count = 1;
                        --one.count;
                        parts.push_back(one);
                        ++split;
                    }
                }
                pool.reserved = std::move(parts);
            }
        running_world const run(twice);
        auto const found = match(run);
        EXPECT_EQ(found, match(drawn));
        EXPECT_THAT(audit(run.compiled, run.caseload, found), IsEmpty());
    }
    EXPECT_GT(split, 100U);
}

TEST(Match, LeavesAHardReservedSeatEmptyAndTheReservesOfAGroupThatIsNotInForceToo)
{
    world drawn{.group_priority = {1},
                .offers = {seats(2, {{"g0", 1, true}})},
                .residents = {waiter("a", 1), waiter("b", 2)}};
    EXPECT_EQ(match(drawn).placements.size(), 1U);

    auto agreed = plan_of(drawn);
    for (auto& one : drawn.residents)
        one.groups = {yes};
    EXPECT_EQ(match(drawn).placements.size(), 2U);
    agreed.needs_groups[0].period = period{date{std::chrono::year{2027} / 1 / 1}, {}};
    auto const compiled = compile(agreed, today).value();
    people caseload(compiled.facts());
    for (auto const& one : drawn.residents)
        caseload.append(person_of(compiled, one));
    auto const& allowed = compiled.agreed().mandates[0];
    auto const eligible = evaluate(compiled, caseload, allowed);
    auto const found = match(compiled, caseload, eligible, allowed);
    EXPECT_EQ(found.placements.size(), 1U);
    EXPECT_THAT(audit(compiled, caseload, found), IsEmpty());
}

TEST(Match, WorksForNobodyAndForNothing)
{
    EXPECT_EQ(match(world{}), (matching{.mandate = "placement"}));
    auto const found = match(world{.residents = {waiter("a", 1)}});
    EXPECT_THAT(found.no_intervention, ElementsAre(unserved_person{0, false}));
}

TEST(Match, NeedsAMandateForPlacement)
{
    running_world const run({.residents = {waiter("a", 1)}});
    auto const with = [&](mandate const& allowed) {
        return match(run.compiled, run.caseload, run.eligible, allowed);
    };
    EXPECT_NO_THROW(static_cast<void>(with(run.compiled.agreed().mandates[0])));
    EXPECT_THROW(static_cast<void>(with(run.compiled.agreed().mandates[1])), document_error);
    EXPECT_THROW(static_cast<void>(with({.id = "invented"})), document_error);
}

} // namespace
} // namespace finsam
