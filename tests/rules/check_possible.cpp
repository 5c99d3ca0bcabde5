// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>
#include <finsam/rules/schema.hpp>

#include "support/checked.hpp"
#include "support/definitions.hpp"
#include "support/random_plan.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using enum comparator;

constexpr auto lowest = std::numeric_limits<std::int32_t>::min();
constexpr auto highest = std::numeric_limits<std::int32_t>::max();

using words = std::vector<std::string>;

criterion none_of(std::vector<criterion> of)
{
    return {group{quantifier::none_of, std::move(of)}};
}

/// The sample with a criterion of its own in a rule that a needs group names.
plan probed(criterion one)
{
    auto made = sample_plan();
    made.rules.push_back({.id = "probe", .when = std::move(one)});
    made.needs_groups.push_back({.id = "probed", .label = same_text("Probed"), .rule = "probe"});
    return made;
}

/// What is told about the criterion, by where it stands in it.
lines told_about(criterion one, std::optional<date> as_of = {})
{
    auto const start = "/rules/" + std::to_string(sample_plan().rules.size()) + "/when";
    auto told = checked(probed(std::move(one)), as_of);
    for (auto& line : told)
        if (auto const at = line.find(start); at != std::string::npos)
            line.replace(at, start.size(), "it");
    return told;
}

struct impossibility
{
    std::string name;
    criterion asked;
    lines expected;
};

void PrintTo(impossibility const& one, std::ostream* out)
{
    *out << one.name;
}

std::string name_of_impossibility(testing::TestParamInfo<impossibility> const& tried)
{
    return tried.param.name;
}

class Impossible : public testing::TestWithParam<impossibility>
{};

TEST_P(Impossible, IsToldForTheSmallestNode)
{
    EXPECT_EQ(told_about(GetParam().asked), GetParam().expected);
}

lines const nothing{};
lines const whole{"unsatisfiable it"};

impossibility const alone[] = {
    {"LessThanTheLeastNumber", asks("unemployed", less_than, amount{lowest}), whole},
    {"MoreThanTheLargestNumber", asks("unemployed", more_than, amount{highest}), whole},
    {"AtMostTheLeastNumber", asks("unemployed", at_most, amount{lowest}), nothing},
    {"BelowTheFirstOfAnOrder", asks("education", less_than, "none"), whole},
    {"AboveTheLastOfAnOrder", asks("education", more_than, "higher"), whole},
    {"BeforeTheCalendar", asks("birth_date", before, day(1, 1, 1)), whole},
    {"AfterTheCalendar", asks("birth_date", after, day(9999, 12, 31)), whole},
    {"MoreValuesThanThereAre", asks("barriers", count_at_least, amount{4}), whole},
    {"AsManyValuesAsThereAre", asks("barriers", count_at_least, amount{3}), nothing},
    {"AMunicipalityThatIsNone", asks("municipality", is_none, true), whole},
    {"NeverReachedByAnybody", asks("birth_date", reached, anniversary{1000}), nothing},
};

INSTANTIATE_TEST_SUITE_P(ALeaf, Impossible, testing::ValuesIn(alone), name_of_impossibility);

impossibility const together[] = {
    {"BothValuesOfABoolean", all_of({asks("assistance", is, true), asks("assistance", is, false)}),
     whole},
    {"OneBooleanAndAnother", all_of({asks("assistance", is, true), asks("wants_work", is, false)}),
     nothing},
    {"OlderThanThirtyAndYoungerThanTwenty",
     all_of({asks("birth_date", reached, anniversary{30}),
             asks("birth_date", not_reached, anniversary{20})}),
     whole},
    {"TheSameBirthdayReachedAndNotReached",
     all_of({asks("birth_date", reached, anniversary{30}),
             asks("birth_date", not_reached, anniversary{360, time_unit::months})}),
     whole},
    {"ADayBetweenTwoWaysOfCounting",
     all_of({asks("birth_date", reached, anniversary{30, time_unit::years, counting::month}),
             asks("birth_date", not_reached, anniversary{30})}),
     nothing},
    {"NoDayBetweenTwoWaysOfCounting",
     all_of({asks("birth_date", reached, anniversary{30}),
             asks("birth_date", not_reached, anniversary{30, time_unit::years, counting::month})}),
     whole},
    {"TooYoungForThePlansPeriod",
     all_of({asks("birth_date", on_or_after, day(2011, 1, 1)),
             asks("birth_date", reached, anniversary{16})}),
     whole},
    {"OldEnoughOnThePlansLastDay",
     all_of({asks("birth_date", on_or_after, day(2010, 12, 31)),
             asks("birth_date", reached, anniversary{16})}),
     nothing},
    {"NothingAndSomething",
     all_of({asks("unemployed", is_none, true), asks("unemployed", at_least, amount{1})}), whole},
    {"NothingAndNotTheOther",
     all_of(
         {asks("unemployed", is_none, true), none_of({asks("unemployed", at_least, amount{1})})}),
     nothing},
    {"AChoiceThatIsNeitherOfAll",
     none_of({asks("education", at_most, "none"), asks("education", at_least, "compulsory")}),
     whole},
    {"AChoiceThatMayBeNone", none_of({asks("housing", is, "own"), asks("housing", is, "rented")}),
     nothing},
    {"AChoiceThatIsThereButNeither",
     all_of({asks("housing", is_none, false),
             none_of({asks("housing", is, "own"), asks("housing", is, "rented")})}),
     whole},
    {"TwoCodes", all_of({asks("diagnosis", is, "F20"), asks("diagnosis", is, "F31")}), whole},
    {"ACodeAmongOthers",
     all_of(
         {asks("diagnosis", one_of, words{"F20", "F31"}), none_of({asks("diagnosis", is, "F20")})}),
     nothing},
    {"ACodeAmongThoseRefused",
     all_of(
         {asks("diagnosis", is, "F20"), none_of({asks("diagnosis", one_of, words{"F20", "F31"})})}),
     whole},
    {"AValueHeldAndRefused",
     all_of({asks("barriers", contains, "debt"), none_of({asks("barriers", contains, "debt")})}),
     whole},
    {"OneOfTwoThatAreRefused",
     all_of({asks("barriers", contains_any, words{"debt", "pain"}),
             none_of({asks("barriers", contains, "debt"), asks("barriers", contains, "pain")})}),
     whole},
    {"TwoThatMayNotBeHeldTogether",
     all_of({asks("barriers", contains, "debt"), asks("barriers", contains, "pain"),
             none_of({asks("barriers", contains_all, words{"debt", "pain"})})}),
     whole},
    {"MoreThanAreLeft",
     all_of({asks("barriers", count_at_least, amount{3}),
             none_of({asks("barriers", contains, "debt")})}),
     whole},
    {"FewerThanAreAskedFor",
     all_of({asks("barriers", contains_all, words{"debt", "pain"}),
             none_of({asks("barriers", count_at_least, amount{2})})}),
     whole},
    {"AnEitherThatMeetsNoOther",
     all_of({any_of({asks("unemployed", is, amount{1}), asks("unemployed", is, amount{2})}),
             asks("unemployed", is, amount{3})}),
     whole},
    {"AnEitherThatMeetsAnother",
     all_of({any_of({asks("unemployed", is, amount{1}), asks("unemployed", is, amount{3})}),
             asks("unemployed", is, amount{3})}),
     nothing},
    {"AnEmptyEither", any_of({}), whole},
    {"MoreThanAreNamed", at_least_of(amount{3}, {asks("assistance", is, true)}), whole},
    {"AllOfThoseNamed",
     at_least_of(amount{2}, {asks("assistance", is, true), asks("assistance", is, false)}), whole},
    {"OneOfThoseNamed",
     at_least_of(amount{1}, {asks("assistance", is, true), asks("assistance", is, false)}),
     nothing},
    {"NotOneOfOneThatIsAlways", none_of({all_of({})}), whole},
    {"AYearAndItsDays",
     all_of({asks("birth_date", reached, anniversary{1}),
             asks("birth_date", not_reached, anniversary{365, time_unit::days})}),
     whole},
    {"TheDaysOfALeapYearAndAYear",
     all_of({asks("birth_date", reached, anniversary{366, time_unit::days}),
             asks("birth_date", not_reached, anniversary{1})}),
     whole},
    {"DaysThatAYearMayHave",
     all_of({asks("birth_date", reached, anniversary{365, time_unit::days}),
             asks("birth_date", not_reached, anniversary{1})}),
     nothing},
};

INSTANTIATE_TEST_SUITE_P(Together, Impossible, testing::ValuesIn(together), name_of_impossibility);

auto const dead =
    all_of({asks("unemployed", at_least, amount{5}), asks("unemployed", at_most, amount{4})});
auto const alive = asks("assistance", is, true);

impossibility const inside[] = {
    {"TheBranchAndNotWhatNeedsIt", all_of({alive, dead}), {"unsatisfiable it/all_of/1"}},
    {"ABranchOfAnEither", any_of({alive, dead}), {"unsatisfiable it/any_of/1"}},
    {"BothBranchesAndNotTheEither",
     any_of({dead, dead}),
     {"unsatisfiable it/any_of/0", "unsatisfiable it/any_of/1"}},
    {"BesideAContradictionOfItsOwn",
     all_of({dead, alive, asks("assistance", is, false)}),
     {"unsatisfiable it", "unsatisfiable it/all_of/0"}},
    {"WhatIsExcludedAnyway", none_of({alive, dead}), {"unsatisfiable it/none_of/1"}},
    {"OneOfSeveral", at_least_of(amount{1}, {alive, dead}), {"unsatisfiable it/at_least_of/of/1"}},
};

INSTANTIATE_TEST_SUITE_P(Inside, Impossible, testing::ValuesIn(inside), name_of_impossibility);

impossibility const always[] = {
    {"AtLeastTheFirst", asks("education", at_least, "none"), {"always_met it"}},
    {"AtMostTheLast", asks("education", at_most, "higher"), {"always_met it"}},
    {"AtLeastTheLeastNumber", asks("unemployed", at_least, amount{lowest}), {"always_met it"}},
    {"AtLeastTheNext", asks("unemployed", at_least, amount{lowest + 1}), nothing},
    {"OneOfAllValues", asks("housing", one_of, words{"rented", "own"}), {"always_met it"}},
    {"AllDays", asks("birth_date", on_or_after, day(1, 1, 1)), {"always_met it"}},
    {"NoLaterThanTheLastDay",
     asks("birth_date", on_or_before, day(9999, 12, 31)),
     {"always_met it"}},
    {"NotBefore", asks("birth_date", after, day(1, 1, 1)), nothing},
    {"AskingWhetherThereIsOne", asks("unemployed", is_none, false), nothing},
    {"AskingForWhatIsAlwaysThere", asks("municipality", is_none, false), {"always_met it"}},
    {"InsteadOfWhatFollowsFromIt",
     none_of({asks("education", at_least, "none")}),
     {"always_met it/none_of/0"}},
    {"InAGroup",
     any_of({alive, all_of({asks("education", at_least, "none")})}),
     {"always_met it/any_of/1/all_of/0"}},
    {"SetsMayBeEmpty", asks("barriers", contains_any, words{"mental", "pain", "debt"}), nothing},
};

INSTANTIATE_TEST_SUITE_P(AlwaysMet, Impossible, testing::ValuesIn(always), name_of_impossibility);

TEST(Possible, SaysFromWhenAndWhy)
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

TEST(Possible, AParameterCounts)
{
    auto made =
        probed(all_of({asks("birth_date", reached, anniversary{26}),
                       asks("birth_date", not_reached, anniversary{by_parameter("young_until")})}));
    // 25 until the summer of 2025, 30 from then on.
    EXPECT_EQ(checked(made), lines{});
    EXPECT_EQ(checked(made, day(2025, 6, 30)), lines{"unsatisfiable /rules/6/when"});
    EXPECT_EQ(checked(made, day(2025, 7, 1)), lines{});
    made.parameters[0].values[1].value = 26;
    EXPECT_EQ(checked(made), lines{"unsatisfiable /rules/6/when"});
}

TEST(Possible, AlwaysMetIsToldFromTheDayOnWhichItIsToTheLast)
{
    auto made = probed(asks("unemployed", at_least, by_parameter("few")));
    made.parameters.push_back({"few", {}, {{day(2024, 1, 1), 12}, {day(2025, 5, 1), lowest}}});
    auto const found = check(made);
    ASSERT_EQ(places(found), lines{"always_met /rules/6/when"});
    EXPECT_EQ(found.list[0].message, "every value of `unemployed` meets this from `2025-05-01`");
    // To leave it out would change what is asked later.
    made.parameters.back().values.push_back({day(2026, 1, 1), 5});
    EXPECT_EQ(checked(made), lines{});
}

TEST(Possible, EachVersionOfARuleIsLookedAtInItsOwnTime)
{
    auto made = probed(asks("birth_date", on_or_after, day(2009, 1, 1)));
    made.rules.back().period = period{day(2024, 1, 1), day(2025, 1, 1)};
    made.rules.push_back({.id = "probe", .when = alive, .period = period{day(2025, 1, 1)}});
    made.rules.push_back(
        {.id = "of-age",
         .when = all_of({refers("probe"), asks("birth_date", reached, anniversary{16})})});
    made.needs_groups.push_back({.id = "of-age", .label = same_text("Of age"), .rule = "of-age"});
    EXPECT_EQ(checked(made), lines{}); // from 2025 on
    made.rules[8].period = period{day(2024, 1, 1), day(2025, 1, 1)};
    made.needs_groups.back().period = made.rules[8].period;
    EXPECT_EQ(checked(made), lines{"unsatisfiable /rules/8/when"});
}

TEST(Possible, ANeedsGroupWhoseTimeIsTooShortIsTold)
{
    auto made = probed(all_of({asks("birth_date", on_or_after, day(2009, 6, 1)),
                               asks("birth_date", reached, anniversary{16})}));
    EXPECT_EQ(checked(made), lines{});
    made.needs_groups.back().period = period{day(2024, 1, 1), day(2025, 6, 1)};
    EXPECT_EQ(checked(made), lines{"unsatisfiable /needs_groups/3"});
    made.needs_groups.back().period = period{day(2024, 1, 1), day(2025, 6, 2)};
    EXPECT_EQ(checked(made), lines{});
}

TEST(Possible, AnInterventionForOtherMunicipalitiesThanItsPlacesIsTold)
{
    auto made = sample_plan();
    made.interventions[1].when = all_of({asks("municipality", is, "9702"), alive});
    made.interventions[1].places[0].municipalities = {"9701"};
    EXPECT_EQ(checked(made),
              (lines{"unused /facts/6", "unused /facts/9", "unsatisfiable /interventions/1"}));
    made.interventions[1].places.push_back({.count = 1});
    EXPECT_EQ(checked(made), (lines{"unused /facts/6", "unused /facts/9"}));
}

TEST(Possible, AnInterventionAfterOneThatItExcludesIsTold)
{
    auto made = sample_plan();
    made.interventions[2].rule.reset();
    made.interventions[2].when = none_of({asks("completed", contains, "start")});
    auto const told = checked(made);
    EXPECT_EQ(std::ranges::count(told, "unsatisfiable /interventions/2"), 1);
}

TEST(Possible, AnInterventionWithoutPoolsIsToldOnce)
{
    auto made = sample_plan();
    made.interventions[1].places.clear();
    EXPECT_EQ(checked(made), lines{"no_places /interventions/1"});
}

TEST(Possible, IsLookedAtBesideErrorsThatLeaveRulesAsTheyAre)
{
    auto made = probed(dead);
    made.members.pop_back();
    auto told = checked(made);
    EXPECT_EQ(std::ranges::count(told, "unsatisfiable /rules/6/when"), 1);
    made.needs_groups.back().priority = 0;
    told = checked(made);
    EXPECT_EQ(std::ranges::count(told, "unsatisfiable /rules/6/when"), 0);
}

TEST(Possible, ASearchThatTakesLongKeepsNothingElseFromBeingTold)
{
    auto made = probed(dead);
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

TEST(Possible, APlanWithoutAnEndIsLookedAtToTheCalendarsEnd)
{
    auto const open = [](criterion one) {
        auto made = probed(std::move(one));
        made.period.to.reset();
        return checked(made);
    };
    EXPECT_EQ(open(all_of({asks("birth_date", on_or_after, day(9000, 1, 1)),
                           asks("birth_date", reached, anniversary{16})})),
              lines{});
    EXPECT_EQ(open(all_of({asks("birth_date", on_or_after, day(9990, 1, 1)),
                           asks("birth_date", reached, anniversary{16})})),
              lines{"unsatisfiable /rules/6/when"});
    EXPECT_EQ(open(all_of({asks("birth_date", reached, anniversary{30}),
                           asks("birth_date", not_reached, anniversary{30})})),
              lines{"unsatisfiable /rules/6/when"});
}

TEST(Possible, RulesThatNameEachOtherOftenTakeNoLonger)
{
    auto made = probed(dead);
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
        for (auto const number : {lowest, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, highest})
            add(number);
        break;
    case fact_kind::date:
        for (auto at = detail::to_days(day(1988, 1, 1)); at < detail::to_days(day(2012, 1, 1));
             ++at)
            add(at);
        add(detail::to_days(day(1, 1, 1)));
        add(detail::to_days(day(9999, 12, 31)));
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

TEST(Possible, TwoLeavesAboutAFactAreToldWhenNothingMeetsBoth)
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
        EXPECT_EQ(is_told, !met && first_met && second_met) << "world " << world;
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

TEST(Possible, NobodyMeetsWhatIsToldInRandomPlans)
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
