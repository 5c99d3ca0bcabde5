// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>
#include <finsam/rules/schema.hpp>

#include "support/definitions.hpp"
#include "support/probe.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using enum comparator;

using words = std::vector<std::string>;

constexpr auto lowest = std::numeric_limits<std::int32_t>::min();
constexpr auto highest = std::numeric_limits<std::int32_t>::max();

TEST(CheckPossible, SaysFromWhenAndWhy)
{
    auto const found = check(probed(
        all_of({asks("unemployed", at_least, amount{5}), asks("unemployed", at_most, amount{4})})));
    ASSERT_EQ(found.list.size(), 1U);
    EXPECT_EQ(found.list[0].severity, severity::warning);
    EXPECT_EQ(found.list[0].message, "no recorded facts can meet this from `2024-01-01`");
    EXPECT_EQ(found.list[0].hint, "what it asks of `unemployed` cannot be so at once");

    auto const one_day =
        check(probed(asks("barriers", count_at_least, amount{4})), day(2025, 3, 1));
    ASSERT_EQ(one_day.list.size(), 1U);
    EXPECT_EQ(one_day.list[0].message, "no value of `barriers` meets this on `2025-03-01`");
}

TEST(CheckPossible, NamesAFactOnlyIfItStandsInTheWayAlone)
{
    auto const why = [](criterion one) {
        auto const found = check(probed(std::move(one)));
        EXPECT_EQ(found.list.size(), 1U);
        return found.list.empty() ? std::string{} : found.list[0].hint;
    };
    auto const months = [](std::int64_t number) { return asks("unemployed", is, amount{number}); };
    auto const wants = [](bool so) { return asks("wants_work", is, so); };
    auto const assisted = [](bool so) { return asks("assistance", is, so); };
    EXPECT_EQ(why(all_of(
                  {any_of({wants(true), assisted(true)}), none_of({wants(true), assisted(true)})})),
              "they cannot all be met at once");
    // Of what is asked of one fact there is a value that meets it all.
    EXPECT_EQ(why(all_of({months(0), any_of({months(1), wants(true)}),
                          any_of({wants(false), all_of({wants(false), assisted(true)})})})),
              "they cannot all be met at once");
    EXPECT_EQ(why(all_of({all_of({months(0), any_of({months(1), wants(true)})}), wants(false)})),
              "they cannot all be met at once");
    EXPECT_EQ(why(all_of({wants(true), any_of({months(1), months(2)}), months(0)})),
              "what it asks of `unemployed` cannot be so at once");
}

TEST(CheckPossible, ALargeCriterionHidesNoOther)
{
    // Twenty of forty, in as many ways as there are.
    auto made = probed(all_of({any_of({alive(), asks("wants_work", is, true)}),
                               none_of({alive(), asks("wants_work", is, true)})}));
    group large{.quantifier = quantifier::at_least_of, .of = {}, .count = amount{20}};
    for (int i = 0; i < 40; ++i) {
        auto const name = "fact-" + std::to_string(i);
        made.facts.push_back({.name = name, .kind = fact_kind::boolean});
        large.of.push_back(asks(name, is, true));
    }
    auto const told = "unsatisfiable /rules/" + std::to_string(made.rules.size() - 1) + "/when";
    made.rules.push_back({.id = "large", .when = {large}});
    made.needs_groups.push_back({.id = "large", .label = same_text("Large"), .rule = "large"});
    EXPECT_EQ(checked(made), lines{told});
}

// Without a limit on what is kept apart these take minutes.
TEST(CheckPossible, ManyWaysAndLongListsTakeNoLonger)
{
    auto made = probed(dead());
    group early{.quantifier = quantifier::any_of, .of = {}},
        late = early, pairs{.quantifier = quantifier::all_of, .of = {}};
    words codes;
    for (int i = 0; i < 1'000; ++i)
        codes.push_back("F" + std::to_string(i));
    pairs.of.push_back(asks("diagnosis", one_of, codes));
    for (int i = 0; i < 80; ++i) {
        auto const name = "fact-" + std::to_string(i);
        made.facts.push_back({.name = name, .kind = fact_kind::boolean});
        auto const is_so = asks(name, is, true);
        auto& times = i < 40 ? early : late;
        times.of.push_back(all_of({asks("birth_date", i < 40 ? reached : not_reached,
                                        i < 40 ? anniversary{100 + i, time_unit::months}
                                               : anniversary{30 + i, time_unit::days}),
                                   is_so}));
        pairs.of.push_back(any_of({is_so, alive()}));
    }
    for (auto const& one : {all_of({{early}, {late}}), criterion{pairs}}) {
        auto const id = "large-" + std::to_string(made.rules.size());
        made.rules.push_back({.id = id, .when = one});
        made.needs_groups.push_back({.id = id, .label = same_text(id), .rule = id});
    }
    auto const told = checked(made);
    EXPECT_EQ(std::ranges::count(told, "unsatisfiable /rules/6/when"), 1);
}

TEST(CheckPossible, AnInterventionWithoutPoolsIsToldOnce)
{
    auto made = sample_plan();
    made.interventions[1].places.clear();
    EXPECT_EQ(checked(made), lines{"no_places /interventions/1"});
}

TEST(CheckPossible, AnInterventionWithoutPoolsIsToldWhatItsRuleAsks)
{
    auto made = sample_plan();
    auto& offer = made.interventions[1];
    offer.places.clear();
    offer.rule.reset();
    auto const told = [&](criterion one) {
        offer.when = std::move(one);
        auto all = checked(made);
        std::erase_if(all, [](auto const& line) { return line.starts_with("unused"); });
        return all;
    };
    EXPECT_EQ(
        told(any_of({dead(), alive()})),
        (lines{"no_places /interventions/1", "unsatisfiable /interventions/1/when/any_of/0"}));
    EXPECT_EQ(told(dead()),
              (lines{"no_places /interventions/1", "unsatisfiable /interventions/1/when"}));
    EXPECT_EQ(told(alive()), lines{"no_places /interventions/1"});
}

TEST(CheckPossible, IsLookedAtBesideErrorsThatLeaveRulesAsTheyAre)
{
    auto made = probed(dead());
    made.members.pop_back();
    auto told = checked(made);
    EXPECT_EQ(std::ranges::count(told, "unsatisfiable /rules/6/when"), 1);
    made.needs_groups.back().priority = 0;
    told = checked(made);
    EXPECT_EQ(std::ranges::count(told, "unsatisfiable /rules/6/when"), 0);
}

TEST(CheckPossible, ASearchThatTakesLongKeepsNothingElseFromBeingTold)
{
    auto made = probed(dead());
    made.period.to.reset();
    auto const slow = made.rules.size();
    // On most days somebody meets none of these, but no two bounds say so at once.
    for (int i = 0; i < 10; ++i) {
        auto const id = "slow-" + std::to_string(i);
        made.rules.insert(
            made.rules.begin(),
            {.id = id,
             .when = all_of(
                 {asks("birth_date", reached, anniversary{20, time_unit::years, counting::july}),
                  asks("birth_date", not_reached, anniversary{19 * 365 - 150, time_unit::days})})});
        made.needs_groups.push_back({.id = id, .label = same_text(id), .rule = id});
    }
    auto const told = checked(made);
    EXPECT_EQ(
        std::ranges::count(told, "unsatisfiable /rules/" + std::to_string(9 + slow) + "/when"), 1);
}

TEST(CheckPossible, RulesThatNameEachOtherOftenTakeNoLonger)
{
    auto made = probed(dead());
    for (int i = 0; i < 200; ++i) {
        auto const before = made.rules.back().id;
        made.rules.push_back(
            {.id = "chain-" + std::to_string(i), .when = all_of({refers(before), refers(before)})});
    }
    made.needs_groups.back().rule = made.rules.back().id;
    EXPECT_EQ(checked(made), lines{"unsatisfiable /rules/6/when"});
}

// Against the definitions, for leaves about one fact: told exactly when nothing meets both.

/// Everything that may be recorded about the fact and can make a difference.
std::vector<cell> possible_cells(fact_declaration const& column)
{
    std::vector<cell> all;
    auto const add = [&](std::int32_t number) {
        all.push_back({.state = fact_state::value, .number = number});
    };
    switch (column.kind) {
    case fact_kind::boolean:
    case fact_kind::choice:
        for (std::size_t i = 0; i < (column.values.empty() ? 2 : column.values.size()); ++i)
            add(static_cast<std::int32_t>(i));
        break;
    case fact_kind::integer:
        for (auto const number : {lowest, lowest + 1, lowest + 2, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4,
                                  5, highest - 2, highest - 1, highest})
            add(number);
        break;
    case fact_kind::date:
        for (auto at = detail::to_days(day(1988, 1, 1)); at < detail::to_days(day(2012, 1, 1));
             ++at)
            add(at);
        // And around the ends of the calendar, where constants stand too.
        for (auto const& at : {day(1, 1, 1), day(1, 1, 2), day(1, 1, 3), day(1000, 1, 1),
                               day(5000, 1, 1), day(9999, 12, 30), day(9999, 12, 31)})
            add(detail::to_days(at));
        break;
    case fact_kind::set:
        for (std::uint64_t bits = 0; bits < std::uint64_t{1} << column.values.size(); ++bits)
            all.push_back({.state = fact_state::value, .members = {bits}});
        break;
    case fact_kind::code:
        for (auto const* code : {"a", "b", "c", "d", "e"})
            all.push_back({.state = fact_state::value, .code = code});
        break;
    }
    if (can_be_none(column))
        all.push_back({.state = fact_state::none});
    return all;
}

TEST(CheckPossible, TwoLeavesAboutAFactAreToldWhenNothingMeetsBoth)
{
    dice roll(2026);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    std::size_t told = 0;
    for (int world = 0; world < 400; ++world) {
        auto made = framed_plan();
        made.period = {day(2009, 12, 30), day(2010, 1, 3)};
        // What is excluded is tried too.
        auto const literal = [&](criterion one) {
            return roll.chance(3) ? none_of({std::move(one)}) : one;
        };
        auto const first = random_leaf(roll, made);
        auto second = random_leaf(roll, made);
        while (std::get<leaf>(second.form).fact != std::get<leaf>(first.form).fact)
            second = random_leaf(roll, made);
        auto const both = all_of({literal(first), literal(second)});
        made.rules = {{.id = "both", .when = both}};

        auto const vocabulary = schema_of(made);
        auto const column = *find_column(vocabulary, std::get<leaf>(first.form).fact);
        auto const cells = possible_cells(vocabulary.columns[column]);
        person someone{.facts = std::vector<cell>(vocabulary.columns.size())};
        bool met = false, first_met = false, second_met = false;
        for (auto at = detail::to_days(made.period.from); at < detail::to_days(*made.period.to);
             ++at)
            for (auto const& one : cells) {
                someone.facts[column] = one;
                definitions const defined{made, vocabulary, detail::from_days(at), someone};
                auto const& of = std::get<group>(both.form).of;
                met = met || defined.answer(both) == truth::yes;
                first_met = first_met || defined.answer(of[0]) == truth::yes;
                second_met = second_met || defined.answer(of[1]) == truth::yes;
            }
        auto const all_told = checked(made);
        auto const is_told = std::ranges::count(all_told, "unsatisfiable /rules/0/when") > 0;
        // What follows from a leaf that every value meets is told at that leaf.
        auto const is_elsewhere = std::ranges::any_of(
            all_told, [](auto const& one) { return one.starts_with("always_met "); });
        EXPECT_EQ(is_told, !is_elsewhere && !met && first_met && second_met) << "world " << world;
        told += is_told;
    }
    EXPECT_GT(told, 40U);
}

/// The criteria of the plan with their places, as `check` writes them.
void collect(criterion const& one, std::string const& pointer,
             std::vector<std::pair<std::string, criterion const*>>& into)
{
    into.emplace_back(pointer, &one);
    auto const* several = std::get_if<group>(&one.form);
    if (!several)
        return;
    auto const below = pointer + "/" + std::string(detail::name_of(several->quantifier))
                       + (several->quantifier == quantifier::at_least_of ? "/of/" : "/");
    for (std::size_t i = 0; i < several->of.size(); ++i)
        collect(several->of[i], below + std::to_string(i), into);
}

TEST(CheckPossible, NobodyMeetsWhatIsToldInRandomPlans)
{
    dice roll(11);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    std::size_t told = 0;
    for (int world = 0; world < 150; ++world) {
        auto made = random_plan(roll);
        made.period = {day(2005, 1, 1), day(2008, 1, 1)};
        std::vector<std::pair<std::string, criterion const*>> all;
        for (std::size_t i = 0; i < made.rules.size(); ++i)
            collect(made.rules[i].when, "/rules/" + std::to_string(i) + "/when", all);
        for (std::size_t i = 0; i < made.needs_groups.size(); ++i)
            collect(*made.needs_groups[i].when, "/needs_groups/" + std::to_string(i) + "/when",
                    all);

        auto const found = check(made);
        auto const vocabulary = schema_of(made);
        for (auto const& one : found.list) {
            auto const at =
                std::ranges::find(all, one.pointer, [](auto const& pair) { return pair.first; });
            if (at == all.end())
                continue;
            for (int i = 0; i < 200; ++i) {
                auto const someone = random_person(roll, vocabulary, "p");
                auto const as_of = detail::from_days(detail::to_days(made.period.from)
                                                     + static_cast<int>(roll(1095)));
                definitions const defined{made, vocabulary, as_of, someone};
                if (one.code == diagnostic_code::unsatisfiable) {
                    ASSERT_NE(defined.answer(*at->second), truth::yes) << one.pointer;
                    ++told;
                } else if (one.code == diagnostic_code::always_met) {
                    auto const& asked = std::get<leaf>(at->second->form);
                    auto const& fact = someone.facts[*find_column(vocabulary, asked.fact)];
                    ASSERT_TRUE(fact.state != fact_state::value
                                || defined.answer(asked) == truth::yes)
                        << one.pointer;
                }
            }
        }
    }
    EXPECT_GT(told, 1000U);
}

} // namespace
} // namespace finsam
