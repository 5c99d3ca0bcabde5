// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/matching/change.hpp>
#include <finsam/matching/why_not.hpp>
#include <finsam/model/promises.hpp>

#include "support/every_policy.hpp"
#include "support/stability.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using enum truth;

why_not ask(running_world const& run, std::size_t row, std::uint32_t intervention)
{
    return why_not_placed(run.compiled, run.caseload, run.eligible, run.allowed, row, intervention);
}

std::string told(running_world const& run, std::size_t row, std::uint32_t intervention,
                 language spoken = language::en)
{
    return explain(run.compiled, run.caseload, ask(run, row, intervention), spoken);
}

/// One individual intervention with so many places for everyone, and as many people who fit it.
world queue(std::int64_t seats, std::vector<int> const& waited)
{
    world made{.group_priority = {1},
               .offers = {{.places = {{.count = seats}}}},
               .terms = {.seed = std::string(32, '0')}};
    for (std::size_t i = 0; i < waited.size(); ++i)
        made.residents.push_back(
            {.id = numbered("p", i), .groups = {no}, .fits = {yes}, .waited = waited[i]});
    return made;
}

TEST(WhyNot, TellsTheFirstObstacleThatApplies)
{
    world made{.group_priority = {1},
               .offers = {{.places = {{.count = 1}}},
                          {.places = {{.count = 1}}},
                          {.places = {{.count = 5}}, .in_force = false},
                          {.is_individual = false}},
               .terms = {.seed = std::string(32, '0')}};
    made.residents = {
        {.id = "incumbent", .groups = {no}, .fits = {yes, yes}, .placed = 1},
        {.id = "first", .groups = {yes}, .fits = {yes, yes}, .wishes = {{0, 1}}},
        {.id = "second", .groups = {no}, .fits = {yes, no}, .wishes = {{0}}},
        {.id = "third", .groups = {no}, .fits = {unknown, yes}, .wishes = {{1, 0, 2, 3}}}};
    running_world const run(made);
    EXPECT_EQ(ask(run, 0, 1).why, obstacle::placed);
    EXPECT_EQ(ask(run, 0, 0).why, obstacle::has_place);
    EXPECT_EQ(ask(run, 1, 0).why, obstacle::placed);
    EXPECT_EQ(ask(run, 1, 1).why, obstacle::placed_higher);
    EXPECT_EQ(ask(run, 2, 0).why, obstacle::full);
    EXPECT_EQ(ask(run, 2, 1).why, obstacle::not_listed);
    EXPECT_EQ(ask(run, 3, 0).why, obstacle::undetermined);
    EXPECT_EQ(ask(run, 3, 1).why, obstacle::no_seat) << "the incumbent has it";
    EXPECT_EQ(ask(run, 3, 2).why, obstacle::not_in_force);
    EXPECT_EQ(ask(run, 3, 3).why, obstacle::nobody_is_placed);
    made.residents[2].wishes = std::vector<std::uint32_t>{1};
    EXPECT_EQ(ask(running_world(made), 2, 1).why, obstacle::not_eligible);

    EXPECT_EQ(told(run, 1, 1), "i1: is proposed i0, which stands before it on the list\n");
    EXPECT_THAT(told(run, 3, 0),
                StartsWith("i0: there is no answer yet:\n  not on record: fits-0"));
    EXPECT_THAT(told(run, 2, 0, language::sv), HasSubstr("  → en plats till skulle räcka\n"));
}

TEST(WhyNot, TellsACutOffOnlyWhereFiveWereAdmitted)
{
    running_world const five(queue(5, {90, 80, 70, 60, 50, 40}));
    auto const waiting = ask(five, 5, 0);
    EXPECT_EQ(waiting.why, obstacle::full);
    EXPECT_EQ(waiting.last_admitted, (cutoff{.tier = {}, .waited_days_at_least = 50}));
    EXPECT_EQ(waiting.waited_days, 40);
    EXPECT_THAT(told(five, 5, 0), HasSubstr("the last who was proposed a place: no needs group and "
                                            "a wait of at least 50 days; here: no needs group and "
                                            "a wait of 40 days\n"));
    running_world const four(queue(4, {90, 80, 70, 60, 50}));
    EXPECT_EQ(ask(four, 4, 0).last_admitted, std::nullopt);
    EXPECT_THAT(told(four, 4, 0), Not(HasSubstr("days")));
}

TEST(WhyNot, SaysThatTheLotChoseOnlyWhereACutOffMayBeTold)
{
    running_world const six(queue(5, {50, 50, 50, 50, 50, 50}));
    running_world const two(queue(1, {50, 50}));
    int lots = 0;
    for (std::size_t row = 0; row < 6; ++row)
        lots += ask(six, row, 0).why == obstacle::lot;
    EXPECT_EQ(lots, 1);
    for (std::size_t row = 0; row < 2; ++row)
        EXPECT_NE(ask(two, row, 0).why, obstacle::lot) << "it would tell somebody's wait";
}

TEST(WhyNot, SaysThatOthersWithHigherPriorityHaveThePlacesOnlyWhereTheyHave)
{
    // The reserve is for g0, whose only member comes last.
    auto kept = queue(1, {90, 80});
    kept.offers[0].places[0].reserved = {{.needs_group = "g0", .count = 1}};
    kept.group_priority = {1, 1};
    kept.residents[0].groups = {no, yes};
    kept.residents[1].groups = {yes, no};
    EXPECT_EQ(ask(running_world(kept), 0, 0).why, obstacle::kept_by_reserves);
    // A hard reserve keeps the place although nobody may use it.
    kept.offers[0].places[0].reserved[0].hard = true;
    kept.residents.pop_back();
    EXPECT_EQ(ask(running_world(kept), 0, 0).why, obstacle::kept_by_reserves);
    EXPECT_EQ(ask(running_world(queue(0, {90})), 0, 0).why, obstacle::no_seat);
    auto whole = queue(1, {90, 80});
    whole.terms.policy = policies::fit{};
    EXPECT_EQ(ask(running_world(whole), 1, 0).why, obstacle::for_the_whole);
}

TEST(WhyNot, CountsThePlacesThatWouldReachThem)
{
    running_world const run(queue(1, {90, 80, 70, 60}));
    EXPECT_EQ(ask(run, 1, 0).more_places, 1U);
    EXPECT_EQ(ask(run, 3, 0).more_places, 3U);
    EXPECT_THAT(told(run, 3, 0), HasSubstr("→ 3 more places would be enough\n"));
}

TEST(WhyNot, SaysWhichTierAMissingFactMayGive)
{
    auto made = queue(1, {90, 80});
    made.residents[1].groups = {unknown};
    running_world const run(made);
    EXPECT_EQ(ask(run, 1, 0).best_tier, 1);
    EXPECT_EQ(ask(run, 0, 0).best_tier, std::nullopt);
    EXPECT_THAT(told(run, 1, 0), HasSubstr("facts that are missing may give priority 1\n"));
}

class WhyNotInEveryWorld : public testing::TestWithParam<policy>
{};

INSTANTIATE_TEST_SUITE_P(WhyNot, WhyNotInEveryWorld, testing::ValuesIn(every_policy()),
                         [](auto const& one) { return std::string(detail::name_of(one.param)); });

TEST_P(WhyNotInEveryWorld, AgreesWithTheMatchingAndWithOneThatHasSoManyMorePlaces)
{
    dice roll(5001);
    int reached = 0;
    for (int n = 0; n < 150 && !HasFailure(); ++n) {
        auto drawn = random_world(
            roll, {.people = 9, .interventions = 3, .reserves = promises_of(GetParam()).reserves});
        drawn.terms.policy = GetParam();
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        running_world const run(drawn);
        reading const read(drawn);
        auto const proposed = match(run.compiled, run.caseload, run.eligible, run.allowed);
        auto const place_with = [&](std::size_t more, pool_position where, std::size_t row) {
            auto changed = drawn;
            changed.offers[where.intervention].places[where.pool].count +=
                static_cast<std::int64_t>(more);
            return outcome_of(match(running_world(changed).compiled, run.caseload, run.eligible,
                                    run.allowed))[row];
        };
        for (std::size_t row = 0; row < drawn.residents.size(); ++row)
            for (std::uint32_t i = 0; i < drawn.offers.size(); ++i) {
                auto const found = ask(run, row, i);
                auto const waits = std::find_if(proposed.waiting.begin(), proposed.waiting.end(),
                                                [&](auto const& one) { return one.person == row; });
                if (waits != proposed.waiting.end())
                    for (auto const& reason : waits->reasons)
                        if (reason.intervention == i) {
                            EXPECT_GE(found.why, obstacle::no_seat);
                            EXPECT_EQ(found.last_admitted, reason.last_admitted);
                        }
                if (found.why < obstacle::no_seat)
                    continue;
                auto const is_reached = [&](std::optional<std::uint32_t> got) {
                    return got == i
                           || (promises_of(GetParam()).nobody_passed_over && got
                               && read.prefers(row, got, i));
                };
                pool_position const where{i, *run.compiled.pool_for(i, *drawn.residents[row].home)};
                if (!found.more_places) {
                    EXPECT_FALSE(is_reached(place_with(1, where, row)));
                    continue;
                }
                ++reached;
                EXPECT_TRUE(is_reached(place_with(*found.more_places, where, row)));
                EXPECT_FALSE(is_reached(place_with(*found.more_places - 1, where, row)));
            }
    }
    EXPECT_GT(reached, 50);
}

TEST(WhyNot, NeedsAMandateForPlacement)
{
    running_world const run(queue(1, {1}));
    EXPECT_THROW(static_cast<void>(why_not_placed(run.compiled, run.caseload, run.eligible,
                                                  run.compiled.agreed().mandates[1], 0, 0)),
                 document_error);
}

} // namespace
} // namespace finsam
