// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>

#include "support/checked.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace finsam {
namespace {

using namespace testing_support;

lines const told{"cost_exceeds_contributions /contributions"};

/// The sample, whose members contribute 4 000 000 SEK, with one intervention whose cost is stated:
/// 4 places.
plan costing(std::int64_t a_place)
{
    auto made = sample_plan();
    for (auto& one : made.interventions)
        one.cost_per_place.reset();
    made.interventions[0].places = {{.municipalities = {{"9701"}}, .count = 3}, {.count = 1}};
    made.interventions[0].cost_per_place = a_place;
    return made;
}

TEST(Costs, MayBeAllThatIsContributed)
{
    EXPECT_EQ(checked(costing(1'000'000)), lines{});
}

TEST(Costs, OfMoreAreWarnedOf)
{
    auto const found = check(costing(1'000'001));
    ASSERT_EQ(places(found), told);
    EXPECT_EQ(found.errors, 0U);
    EXPECT_EQ(found.list[0].message,
              "the places in force cost `4000004` SEK, the contributions are `4000000` SEK");
}

TEST(Costs, OfSeveralInterventionsAreAddedOnlyWhileTheyAreInForceTogether)
{
    auto plan = costing(1'000'000);
    plan.interventions[1].places = {{.count = 1}};
    plan.interventions[1].cost_per_place = 1;
    EXPECT_EQ(checked(plan), told);
    plan.interventions[0].period = period{day(2024, 1, 1), day(2025, 5, 1)};
    plan.interventions[1].period = period{day(2025, 5, 1)};
    EXPECT_EQ(checked(plan), lines{});
    plan.interventions[1].period = period{day(2025, 4, 30)};
    auto const found = check(plan);
    ASSERT_EQ(places(found), told);
    EXPECT_EQ(found.list[0].message, "the places in force on `2025-04-30` cost `4000001` SEK, the "
                                     "contributions are `4000000` SEK");
    EXPECT_EQ(checked(plan, day(2025, 4, 29)), lines{});
    EXPECT_EQ(checked(plan, day(2025, 4, 30)), told);
}

TEST(Costs, OfAnInterventionThatIsLongOverBeforeThePlanAreNone)
{
    auto plan = costing(2'000'000);
    plan.interventions[0].period = period{day(2020, 1, 1), day(2024, 1, 1)};
    plan.interventions[0].leads_to.clear();
    auto const found = checked(plan);
    EXPECT_EQ(std::count(found.begin(), found.end(), told[0]), 0);
}

TEST(Costs, AreNotComparedWithContributionsThatNobodyStated)
{
    auto plan = costing(2'000'000);
    plan.contributions.clear();
    EXPECT_EQ(checked(plan), lines{});
}

TEST(Costs, ThatAreNotStatedAreNone)
{
    auto plan = costing(0);
    plan.interventions[0].cost_per_place.reset();
    EXPECT_EQ(checked(plan), lines{});
}

TEST(Costs, AreNotComparedWhereAMistakeIsTold)
{
    auto plan = costing(2'000'000);
    plan.contributions[3].amount = -1;
    EXPECT_EQ(checked(plan), lines{"bad_value /contributions/3/amount"});
    plan = costing(2'000'000);
    plan.interventions[0].places[0].count = -1;
    EXPECT_EQ(checked(plan), lines{"bad_value /interventions/0/places/0/count"});
    plan = costing(-1);
    EXPECT_EQ(checked(plan), lines{"bad_value /interventions/0/cost_per_place"});
    // A cost, places or a period that could not be read.
    for (std::string const key : {"cost_per_place", "places", "period"})
        EXPECT_EQ(checked(costing(2'000'000), {}, {"/interventions/0/" + key}), lines{}) << key;
}

TEST(Costs, AreComparedHoweverLargeTheyAre)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    auto plan = costing(most);
    EXPECT_EQ(checked(plan), told);
    plan.contributions = {{"fk", most / 2}, {"region", most / 4}, {"norrby", most / 4}};
    EXPECT_EQ(checked(plan), told);
}

} // namespace
} // namespace finsam
