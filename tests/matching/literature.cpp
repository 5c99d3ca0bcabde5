// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/change.hpp>
#include <finsam/matching/match.hpp>

#include "support/stability.hpp"

#include <gtest/gtest.h>

// Examples after the papers that the methods come from, in the form that fits this house: one order
// of priority for all pools.

namespace finsam {
namespace {

using namespace testing_support;
using enum truth;

/// People in order of priority, all in the same tier, who fit everything.
world in_turn(std::vector<offer> offers, std::size_t groups,
              std::vector<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>> people)
{
    world made{.group_priority = std::vector<std::int64_t>(groups + 1, 1),
               .offers = std::move(offers),
               .terms = {.seed = std::string(32, '0')}};
    int waited = 1000;
    for (auto const& [in, wishes] : people) {
        resident one{.id = numbered("p", made.residents.size()),
                     .groups = std::vector<truth>(groups + 1, no),
                     .fits = std::vector<truth>(made.offers.size(), yes),
                     .waited = --waited,
                     .wishes = wishes};
        one.groups.back() = yes; // the tier
        for (auto const group : in)
            one.groups[group] = yes;
        made.residents.push_back(std::move(one));
    }
    return made;
}

outcome matched(world const& drawn)
{
    running_world const run(drawn);
    return outcome_of(match(run.compiled, run.caseload, run.eligible, run.allowed));
}

reserve for_group(std::size_t group, bool hard = false)
{
    return {.needs_group = numbered("g", group), .count = 1, .hard = hard};
}

constexpr std::nullopt_t waits = std::nullopt;

// U. Dur, S. Kominers, P. Pathak, T. Sönmez, Reserve design: unintended consequences and the demise
// of Boston's walk zones (2018): filled after the open seats a reserve would give {a, c}; filled
// before them it changes nothing for those who come first anyway.
TEST(Literature, AReserveIsFilledBeforeTheOpenSeats)
{
    auto const a_b_c_d = in_turn({{.places = {{.count = 2, .reserved = {for_group(0)}}}}}, 1,
                                 {{{0}, {0}}, {{}, {0}}, {{0}, {0}}, {{}, {0}}});
    EXPECT_EQ(matched(a_b_c_d), (outcome{0, 0, waits, waits}));
}

// T. Sönmez, M. B. Yenmez, Affirmative action in India via vertical, horizontal, and overlapping
// reservations (2022): taking the reserves one after the other, x takes the first and the second
// finds nobody, though x could have had it and y the first.
TEST(Literature, WhoMayUseTwoReservesLeavesTheOneThatAnotherNeeds)
{
    auto const z_x_y =
        in_turn({{.places = {{.count = 2, .reserved = {for_group(0), for_group(1)}}}}}, 2,
                {{{}, {0}}, {{0, 1}, {0}}, {{0}, {0}}});
    EXPECT_EQ(matched(z_x_y), (outcome{waits, 0, 0}));
}

// L. S. Shapley, Complements and substitutes in the optimal assignment problem (1962), for who is
// placed: one more person never gets somebody else a place, one more seat never costs one.
TEST(Literature, OneMorePersonAndOneMoreSeatAreOnOppositeSides)
{
    auto const offers = std::vector<offer>{{.places = {{.count = 1}}}, {.places = {{.count = 1}}}};
    auto market = in_turn(offers, 0, {{{}, {0, 1}}, {{}, {0}}, {{}, {1}}});
    market.terms.policy = policies::coverage{};
    EXPECT_EQ(matched(market), (outcome{1, 0, waits}));
    market.offers[0].places[0].count = 2;
    EXPECT_EQ(matched(market), (outcome{0, 0, 1}));
    market.residents.erase(market.residents.begin());
    EXPECT_EQ(matched(market), (outcome{0, 1}));
}

// Y. Blum, A. Roth, U. Rothblum, Vacancy chains and equilibration in senior-level labor markets
// (1997): a seat that falls free is handed on until nobody wants the last.
TEST(Literature, AVacancyIsHandedOn)
{
    auto const chain = in_turn(
        {{.places = {{.count = 0}}}, {.places = {{.count = 1}}}, {.places = {{.count = 1}}}}, 0,
        {{{}, {0, 1}}, {{}, {1, 2}}, {{}, {2}}});
    running_world const run(chain);
    running_matching running(run.compiled, run.caseload, run.eligible, run.allowed);
    pool_position const first{0, 0}, second{1, 0}, third{2, 0};
    EXPECT_EQ(running.add_place(first),
              (std::vector<place_change>{
                  {0, second, first}, {1, third, second}, {2, std::nullopt, third}}));
}

// A. Roth, The economics of matching: stability and incentives (1982), for the one side: with
// deferred acceptance nobody gets anything better by listing something else. With an immediate
// acceptance they would: here b is second to a at their first choice, and loses nothing by trying.
TEST(Literature, TryingForTheFirstChoiceCostsNothing)
{
    auto const a_b_c = in_turn({{.places = {{.count = 1}}}, {.places = {{.count = 1}}}}, 0,
                               {{{}, {0}}, {{}, {0, 1}}, {{}, {1}}});
    EXPECT_EQ(matched(a_b_c), (outcome{0, 1, waits}));
}

} // namespace
} // namespace finsam
