// SPDX-License-Identifier: BSL-1.0
#include "rules/possible.hpp"

#include "support/probe.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

// What nobody can meet, as the estimates have it that `check` tells.

namespace finsam {
namespace {

using namespace testing_support;
using enum comparator;

constexpr auto lowest = std::numeric_limits<std::int32_t>::min();
constexpr auto highest = std::numeric_limits<std::int32_t>::max();

using words = std::vector<std::string>;

class Possible : public testing::TestWithParam<probe>
{};

TEST_P(Possible, WhatNobodyMeetsIsToldForTheSmallestNode)
{
    EXPECT_EQ(told_about(GetParam().asked), GetParam().expected);
}

lines const nothing{};
lines const whole{"unsatisfiable it"};

probe const alone[] = {
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

INSTANTIATE_TEST_SUITE_P(ALeaf, Possible, testing::ValuesIn(alone), name_of_probe);

probe const together[] = {
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

INSTANTIATE_TEST_SUITE_P(Together, Possible, testing::ValuesIn(together), name_of_probe);

probe const inside[] = {
    {"TheBranchAndNotWhatNeedsIt", all_of({alive(), dead()}), {"unsatisfiable it/all_of/1"}},
    {"ABranchOfAnEither", any_of({alive(), dead()}), {"unsatisfiable it/any_of/1"}},
    {"BothBranchesAndNotTheEither",
     any_of({dead(), dead()}),
     {"unsatisfiable it/any_of/0", "unsatisfiable it/any_of/1"}},
    {"BesideAContradictionOfItsOwn",
     all_of({dead(), alive(), asks("assistance", is, false)}),
     {"unsatisfiable it", "unsatisfiable it/all_of/0"}},
    {"WhatIsExcludedAnyway", none_of({alive(), dead()}), {"unsatisfiable it/none_of/1"}},
    {"OneOfSeveral",
     at_least_of(amount{1}, {alive(), dead()}),
     {"unsatisfiable it/at_least_of/of/1"}},
};

INSTANTIATE_TEST_SUITE_P(Inside, Possible, testing::ValuesIn(inside), name_of_probe);

TEST(Estimates, AParameterCounts)
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

TEST(Estimates, EachVersionOfARuleIsLookedAtInItsOwnTime)
{
    auto made = probed(asks("birth_date", on_or_after, day(2009, 1, 1)));
    made.rules.back().period = period{day(2024, 1, 1), day(2025, 1, 1)};
    made.rules.push_back({.id = "probe", .when = alive(), .period = period{day(2025, 1, 1)}});
    made.rules.push_back(
        {.id = "of-age",
         .when = all_of({refers("probe"), asks("birth_date", reached, anniversary{16})})});
    made.needs_groups.push_back({.id = "of-age", .label = same_text("Of age"), .rule = "of-age"});
    EXPECT_EQ(checked(made), lines{}); // from 2025 on
    made.rules[8].period = period{day(2024, 1, 1), day(2025, 1, 1)};
    made.needs_groups.back().period = made.rules[8].period;
    EXPECT_EQ(checked(made), lines{"unsatisfiable /rules/8/when"});
}

TEST(Estimates, ANeedsGroupWhoseTimeIsTooShortIsTold)
{
    auto made = probed(all_of({asks("birth_date", on_or_after, day(2009, 6, 1)),
                               asks("birth_date", reached, anniversary{16})}));
    EXPECT_EQ(checked(made), lines{});
    made.needs_groups.back().period = period{day(2024, 1, 1), day(2025, 6, 1)};
    EXPECT_EQ(checked(made), lines{"unsatisfiable /needs_groups/3"});
    made.needs_groups.back().period = period{day(2024, 1, 1), day(2025, 6, 2)};
    EXPECT_EQ(checked(made), lines{});
}

TEST(Estimates, AnInterventionForOtherMunicipalitiesThanItsPlacesIsTold)
{
    auto made = sample_plan();
    made.interventions[1].when = all_of({asks("municipality", is, "9702"), alive()});
    made.interventions[1].places[0].municipalities = {"9701"};
    EXPECT_EQ(checked(made),
              (lines{"unused /facts/6", "unused /facts/9", "unsatisfiable /interventions/1"}));
    made.interventions[1].places.push_back({.count = 1});
    EXPECT_EQ(checked(made), (lines{"unused /facts/6", "unused /facts/9"}));
}

TEST(Estimates, AnInterventionAfterOneThatItExcludesIsTold)
{
    auto made = sample_plan();
    made.interventions[2].rule.reset();
    made.interventions[2].when = none_of({asks("completed", contains, "start")});
    auto const told = checked(made);
    EXPECT_EQ(std::ranges::count(told, "unsatisfiable /interventions/2"), 1);
}

TEST(Estimates, APlanWithoutAnEndIsLookedAtToTheCalendarsEnd)
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

} // namespace
} // namespace finsam
