// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/model/promises.hpp>

#include "support/every_policy.hpp"
#include "support/proposals.hpp"
#include "support/told_finding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace finsam {
namespace {

using namespace testing_support;
using testing::ElementsAreArray;
using testing::IsEmpty;
using enum truth;

/// The outcome as a matching, incumbents in their places.
matching matching_of(world const& drawn, reading const& read, outcome const& got)
{
    matching made{.mandate = "placement", .people = got.size()};
    for (std::size_t row = 0; row < got.size(); ++row) {
        auto const held = drawn.residents[row].placed;
        if (auto const place = held ? held : got[row])
            made.placements.push_back({.person = row,
                                       .intervention = *place,
                                       .pool = read.pool_of(*place, row),
                                       .incumbent = held.has_value()});
    }
    return made;
}

/// Audits every outcome of the world in which each has something on their list or nothing.
struct audited_outcomes
{
    bool unstable_too = true;
    int best = 0, stable = 0, unstable = 0;

    void operator()(world const& drawn)
    {
        running_world const run(drawn);
        reading const read(drawn);
        std::vector<outcome> lawful;
        read.for_each_outcome([&](outcome const& got) {
            bool const is_stable = read.is_stable(got);
            if (testing::Test::HasFailure() || (!is_stable && !unstable_too))
                return;
            auto const findings = audit(run.compiled, run.caseload, matching_of(drawn, read, got));
            SCOPED_TRACE(testing::PrintToString(got) + ": " + testing::PrintToString(findings));
            auto const not_best = static_cast<std::size_t>(
                std::count_if(findings.begin(), findings.end(), [](finding const& one) {
                    return one.kind == finding_kind::not_person_optimal;
                }));
            if (is_stable) {
                EXPECT_EQ(not_best, findings.size());
                lawful.push_back(got);
            } else {
                EXPECT_FALSE(findings.empty());
                EXPECT_EQ(not_best, 0U);
                ++unstable;
            }
            for (auto const& one : findings)
                check(read, got, one);
        });
        for (auto const& got : lawful) {
            if (testing::Test::HasFailure())
                return;
            bool const is_best = std::none_of(lawful.begin(), lawful.end(), [&](auto const& other) {
                for (std::size_t row = 0; row < got.size(); ++row)
                    if (read.prefers(row, other[row], got[row]))
                        return true;
                return false;
            });
            EXPECT_EQ(audit(run.compiled, run.caseload, matching_of(drawn, read, got)).empty(),
                      is_best)
                << testing::PrintToString(got);
            ++(is_best ? best : stable);
        }
    }

    /// What it says about people is true by the definition, too.
    static void check(reading const& read, outcome const& got, finding const& one)
    {
        if (one.kind == finding_kind::over_capacity)
            return;
        EXPECT_TRUE(!one.by || got[*one.by] == one.intervention);
        auto const likes = [&] {
            return read.prefers(*one.person, one.intervention, got[*one.person]);
        };
        auto const first = [&] { return read.rank(*one.person) < read.rank(*one.by); };
        switch (one.kind) {
        case finding_kind::passed_over:
            EXPECT_TRUE(likes());
            EXPECT_TRUE(first());
            break;
        case finding_kind::empty_seat:
            EXPECT_TRUE(likes());
            EXPECT_LT(read.rows_in(got, one.intervention, *one.pool).size(),
                      static_cast<std::size_t>(read.free(one.intervention, *one.pool)));
            break;
        case finding_kind::reserve_ignored:
            EXPECT_EQ(likes(), one.by.has_value());
            EXPECT_TRUE(!one.by || !first());
            break;
        case finding_kind::not_person_optimal:
            EXPECT_TRUE(likes());
            EXPECT_TRUE(one.by.has_value());
            break;
        case finding_kind::not_eligible:
        case finding_kind::not_listed:
        case finding_kind::over_capacity:
        case finding_kind::placed_twice:
        case finding_kind::not_best_coverage:
        case finding_kind::wrong_certificate:
        case finding_kind::not_best_fit:
            ADD_FAILURE() << "such a thing was not drawn";
            break;
        }
    }
};

class EveryOutcome : public testing::TestWithParam<bool>
{};

INSTANTIATE_TEST_SUITE_P(Audit, EveryOutcome, testing::Bool(), [](auto const& one) {
    return one.param ? "WithReserves" : "WithoutReserves";
});

TEST_P(EveryOutcome, OfATinyWorldPassesTheAuditIfAndOnlyIfItIsTheBestStableOne)
{
    dice roll(4401);
    audited_outcomes outcomes;
    for (int n = 0; n < 2000 && !HasFailure(); ++n) {
        auto const drawn = random_world(roll, {.reserves = GetParam()});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        outcomes(drawn);
    }
    EXPECT_EQ(outcomes.best, 2000);
    EXPECT_GT(outcomes.unstable, 4000);
}

TEST(Audit, FindsStableOutcomesThatAreNotTheBestWhereReservesLeaveSeveral)
{
    dice roll(4403);
    audited_outcomes outcomes;
    for (int n = 0; n < 1500 && !HasFailure(); ++n) {
        outcomes.unstable_too = n < 40; // there are a thousand in each world
        auto const drawn = contested_world(roll);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        outcomes(drawn);
    }
    EXPECT_EQ(outcomes.best, 1500);
    EXPECT_GT(outcomes.stable, 20);
    EXPECT_GT(outcomes.unstable, 10000);
}

/// Everyone but 4 and 6 lives in 9701. In the lawful matching 0 holds i0, 1 holds i1 and would
/// rather have i0, 2 waits for both, 3 is an incumbent in i0, 6 holds i2; for 4 it is unknown
/// whether i0 suits, and 5 lists nothing. i0 has a free seat in 9702, i3 is not in force and i4 is
/// a structural intervention.
world lawful_world()
{
    using days = std::optional<int>;
    using wishes = std::vector<std::uint32_t>;
    auto const in = [](std::string code) { return std::vector<std::string>{std::move(code)}; };
    auto const resident_of = [](std::string id, std::vector<truth> fits, days waited) {
        return resident{
            .id = std::move(id), .groups = {no, yes}, .fits = std::move(fits), .waited = waited};
    };
    world drawn{.group_priority = {1, 1},
                .offers = {{.places = {{.municipalities = in("9701"), .count = 2},
                                       {.municipalities = in("9702"), .count = 1}}},
                           {.places = {{.count = 1}}},
                           {.places = {{.count = 1}}},
                           {.places = {{.count = 1}}, .in_force = false},
                           {.is_individual = false}},
                .residents = {resident_of("0", {yes, yes, no, yes}, 90),
                              resident_of("1", {yes, yes, no, yes}, 80),
                              resident_of("2", {yes, yes, no, yes}, 70),
                              resident_of("3", {no, no, no, no}, {}),
                              resident_of("4", {unknown, no, yes, yes}, 60),
                              resident_of("5", {yes, yes, yes, yes}, 50),
                              resident_of("6", {yes, yes, yes, yes}, 65)}};
    drawn.residents[3].placed = 0;
    drawn.residents[4].home = "9702";
    drawn.residents[4].wishes = wishes{0, 1};
    drawn.residents[5].wishes = wishes{};
    drawn.residents[6].home = "9702";
    drawn.residents[6].wishes = wishes{2, 0};
    return drawn;
}

placement& of(matching& made, std::size_t row)
{
    return *std::find_if(made.placements.begin(), made.placements.end(),
                         [&](placement const& one) { return one.person == row; });
}

void drop(matching& made, std::size_t row)
{
    std::erase_if(made.placements, [&](placement const& one) { return one.person == row; });
}

void give(matching& made, std::size_t row, std::uint32_t intervention,
          std::optional<std::uint32_t> pool = 0)
{
    made.placements.push_back({.person = row, .intervention = intervention, .pool = pool});
}

/// A lawful matching in which one thing is changed.
struct one_break
{
    std::string name;
    std::vector<finding> expected;
    std::function<void(matching&)> change;
    std::function<void(world&)> setting = [](world&) {};
};

void PrintTo(one_break const& one, std::ostream* out)
{
    *out << one.name;
}

/// Keeps the seat of i1 for g0, in which the rows are.
auto kept(bool hard, std::vector<std::size_t> rows)
{
    return [=](world& drawn) {
        drawn.offers[1].places[0].reserved = {{.needs_group = "g0", .count = 1, .hard = hard}};
        for (auto const row : rows)
            drawn.residents[row].groups[0] = yes;
    };
}

std::vector<one_break> breaks()
{
    using enum finding_kind;
    auto const incumbents_fill_i0 = [](world& drawn) { drawn.offers[0].places[0].count = 0; };
    return {
        {"NothingChanged", {}, [](matching&) {}},
        {"MoreIncumbentsThanSeats", {}, [](matching&) {}, incumbents_fill_i0},
        {"SomebodyToWhomTheAnswerIsNo",
         {{over_capacity, {}, 1, 0}, {passed_over, 2, 1, 0, 4}, {not_eligible, 4, 1, 0}},
         [](matching& made) { give(made, 4, 1); }},
        {"SomebodyToWhomTheAnswerIsUnknown",
         {{not_eligible, 4, 0, 1}},
         [](matching& made) { give(made, 4, 0, 1); }},
        {"APoolThatServesOthers",
         {{not_eligible, 0, 0, 1}, {empty_seat, 1, 0, 0}, {empty_seat, 2, 0, 0}},
         [](matching& made) { of(made, 0).pool = 1; }},
        {"NoPool", {{not_eligible, 6, 2, {}}}, [](matching& made) { of(made, 6).pool.reset(); }},
        {"APoolThatDoesNotExist",
         {{not_eligible, 6, 2, 9}},
         [](matching& made) { of(made, 6).pool = 9; }},
        {"AnInterventionNotInForce",
         {{not_eligible, 2, 3, 0}},
         [](matching& made) { give(made, 2, 3); }},
        {"AStructuralIntervention",
         {{not_eligible, 2, 4, {}}, {not_listed, 2, 4, {}}},
         [](matching& made) { give(made, 2, 4, {}); }},
        {"AnInterventionThatDoesNotExist",
         {{not_eligible, 4, 77, 0}, {not_listed, 4, 77, 0}},
         [](matching& made) { give(made, 4, 77); }},
        {"SomebodyWhoDoesNotExist",
         {{not_eligible, 99, 0, 1}},
         [](matching& made) { give(made, 99, 0, 1); }},
        {"SomebodyWhoDoesNotExistInASeatThatOthersWant",
         {{not_eligible, 99, 1, 0}},
         [](matching& made) { of(made, 1).person = 99; }},
        {"SomethingNotListed",
         {{over_capacity, {}, 2, 0}, {not_listed, 5, 2, 0}},
         [](matching& made) { give(made, 5, 2); }},
        {"TooManyPeople", {{over_capacity, {}, 1, 0}}, [](matching& made) { give(made, 2, 1); }},
        {"SomebodyBesideTooManyIncumbents",
         {{over_capacity, {}, 0, 0}, {empty_seat, 1, 1, 0}, {empty_seat, 2, 1, 0}},
         [](matching& made) { of(made, 0).intervention = 0; },
         incumbents_fill_i0},
        {"SomebodyInTwoPlaces",
         {{placed_twice, 6, 0, 1}},
         [](matching& made) { give(made, 6, 0, 1); }},
        {"SomebodyWithLowerPriority",
         {{passed_over, 1, 1, 0, 2}},
         [](matching& made) { of(made, 1).person = 2; }},
        {"NobodyInASeatThatSomebodyLikesBetter",
         {{empty_seat, 6, 2, 0}},
         [](matching& made) { of(made, 6) = {.person = 6, .intervention = 0, .pool = 1}; }},
        {"AnIncumbentDropped", {{not_listed, 3, 0, 0}}, [](matching& made) { drop(made, 3); }},
        {"AnIncumbentMoved",
         {{not_listed, 3, 3, 0}},
         [](matching& made) { of(made, 3).intervention = 3; }},
        {"AnIncumbentMovedToSomebodyElsesSeat",
         {{over_capacity, {}, 2, 0}, {not_listed, 3, 2, 0}},
         [](matching& made) { of(made, 3).intervention = 2; }},
        {"AnIncumbentInAnotherPool",
         {{not_eligible, 3, 0, 1}},
         [](matching& made) { of(made, 3).pool = 1; }},
        {"AnIncumbentNotSaidToBeOne",
         {{not_listed, 3, 0, 0}},
         [](matching& made) { of(made, 3).incumbent = false; }},
        {"SomebodyElseSaidToBeAnIncumbent",
         {{not_listed, 0, 0, 0}},
         [](matching& made) { of(made, 0).incumbent = true; }},
        {"AnIncumbentsSeatGivenAway",
         {{over_capacity, {}, 0, 0}, {passed_over, 1, 0, 0, 2}, {not_listed, 3, 0, 0}},
         [](matching& made) { of(made, 3) = {.person = 2, .intervention = 0, .pool = 0}; }},
        {"AHardReserveGivenToSomebodyElse",
         {{reserve_ignored, 1, 1, 0}},
         [](matching& made) { give(made, 1, 1); },
         kept(true, {})},
        {"ASoftReserveNotHeeded",
         {{reserve_ignored, 2, 1, 0, 1}},
         [](matching& made) { of(made, 2).person = 1; },
         kept(false, {2})},
        {"LowerPriorityWithinAReserve",
         {{passed_over, 1, 1, 0, 2}},
         [](matching& made) { of(made, 1).person = 2; },
         kept(false, {1, 2})},
        {"NobodyInAHardReserveThatSomebodyWants",
         {{empty_seat, 2, 1, 0}},
         [](matching& made) { drop(made, 2); },
         kept(true, {2})}};
}

class BrokenMatching : public testing::TestWithParam<one_break>
{};

INSTANTIATE_TEST_SUITE_P(Audit, BrokenMatching, testing::ValuesIn(breaks()),
                         [](auto const& one) { return one.param.name; });

TEST_P(BrokenMatching, IsFoundToHave)
{
    auto drawn = lawful_world();
    GetParam().setting(drawn);
    running_world const run(drawn);
    auto made = match(run);
    ASSERT_THAT(audit(run.compiled, run.caseload, made), IsEmpty());
    GetParam().change(made);
    EXPECT_THAT(audit(run.compiled, run.caseload, made), ElementsAreArray(GetParam().expected));
}

TEST(Audit, TakesAnyPlacementsWhatever)
{
    dice roll(4402);
    for (int n = 0; n < 2000; ++n) {
        auto const drawn = random_world(roll, {.reserves = true});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n));
        running_world const run(drawn);
        matching made{.mandate = "placement", .people = drawn.residents.size()};
        for (auto count = roll(10); count > 0; --count)
            made.placements.push_back(
                {.person = roll(drawn.residents.size() + 2),
                 .intervention = static_cast<std::uint32_t>(roll(drawn.offers.size() + 2)),
                 .pool = roll.chance(5) ? std::nullopt
                                        : std::optional{static_cast<std::uint32_t>(roll(3))},
                 .incumbent = roll.chance(4)});
        auto const findings = audit(run.compiled, run.caseload, made);
        EXPECT_TRUE(std::is_sorted(
            findings.begin(), findings.end(), [](finding const& a, finding const& b) {
                return std::tie(a.person, a.intervention) < std::tie(b.person, b.intervention);
            }));
    }
}

TEST(Audit, LooksForThoseWhoArePassedOverUnderTheStableAndTheSerialPolicyOnly)
{
    for (auto const& chosen : every_policy()) {
        auto drawn = lawful_world();
        drawn.terms.policy = chosen;
        running_world const run(drawn);
        matching made{.mandate = "placement", .policy = chosen, .people = 7};
        made.placements = {{.person = 3, .intervention = 0, .pool = 0, .incumbent = true},
                           {.person = 1, .intervention = 0, .pool = 0},
                           {.person = 2, .intervention = 1, .pool = 0}};
        auto const is_about_turns = [](finding const& one) {
            return one.kind == finding_kind::passed_over || one.kind == finding_kind::empty_seat;
        };
        auto const findings = audit(run.compiled, run.caseload, made);
        EXPECT_EQ(std::any_of(findings.begin(), findings.end(), is_about_turns),
                  promises_of(chosen).nobody_passed_over)
            << detail::name_of(chosen);
    }
}

} // namespace
} // namespace finsam
