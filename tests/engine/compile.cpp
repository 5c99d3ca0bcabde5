// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/compile.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2022y / March / 1;

criterion boolean_is(bool value)
{
    return {leaf{"boolean", comparator::is, value}};
}

intervention open_to_all(std::string id, criterion when)
{
    return {.id = std::move(id),
            .label = same_text("i"),
            .kind = intervention_kind::individual,
            .when = std::move(when),
            .members = {{"af", duty::run}, {"norr", duty::provide}},
            .places = {{.count = 1}}};
}

TEST(Engine, SharesEqualLeavesAndRules)
{
    auto agreed = framed_plan();
    agreed.rules.push_back({.id = "r", .when = boolean_is(true)});
    agreed.interventions = {
        open_to_all("a", {rule_reference{"r"}}),
        open_to_all("b",
                    {group{quantifier::all_of, {boolean_is(true), {rule_reference{"r"}}}, {}}})};
    auto const compiled = compile(agreed, today).value();
    EXPECT_EQ(compiled.lowered().tests.size(), 2U); // the municipality, the boolean
}

TEST(Engine, LowersEachDateComparatorToOneThreshold)
{
    auto agreed = framed_plan();
    agreed.interventions = {open_to_all(
        "a", {leaf{"date", comparator::reached, anniversary{amount{16}, time_unit::years}}})};
    auto const compiled = compile(agreed, today).value();
    auto const& asked = compiled.lowered().tests.back();
    EXPECT_EQ(asked.kind, test_kind::in_range);
    EXPECT_EQ(asked.high, detail::to_days(2006y / March / 1));
}

TEST(Engine, TakesTheVersionOfARuleAndTheValueOfAParameterInForce)
{
    auto agreed = framed_plan();
    agreed.parameters = {
        {.id = "limit", .values = {{2000y / January / 1, 5}, {2022y / March / 1, 9}}}};
    criterion const above{
        leaf{"integer", comparator::at_least, amount{parameter_reference{"limit"}}}};
    agreed.rules = {{.id = "r",
                     .when = boolean_is(true),
                     .period = period{2000y / January / 1, 2022y / March / 1}},
                    {.id = "r", .when = above, .period = period{2022y / March / 1}}};
    agreed.interventions = {open_to_all("a", {rule_reference{"r"}})};
    auto const before = compile(agreed, 2022y / February / 28).value();
    auto const after = compile(agreed, today).value();
    EXPECT_EQ(before.lowered().tests.back().low, 1); // the boolean
    EXPECT_EQ(after.lowered().tests.back().low, 9);
}

TEST(Engine, LeavesOutWhatIsNotInForceAndWhatIsStructural)
{
    auto agreed = framed_plan();
    agreed.interventions = {open_to_all("a", boolean_is(true)),
                            open_to_all("b", boolean_is(false)),
                            {.id = "c",
                             .label = same_text("c"),
                             .kind = intervention_kind::structural,
                             .members = {{"af", duty::run}}}};
    agreed.interventions[0].period = period{2022y / January / 1, today};
    auto const compiled = compile(agreed, today).value();
    ASSERT_EQ(compiled.interventions().size(), 1U);
    EXPECT_EQ(compiled.interventions()[0].index, 1U);
}

TEST(Engine, RefusesADateOutsideThePlansPeriod)
{
    auto const compiled = compile(framed_plan(), 1999y / December / 31);
    ASSERT_FALSE(compiled);
    ASSERT_EQ(compiled.error().list.size(), 1U);
    EXPECT_EQ(compiled.error().list[0].code, diagnostic_code::not_in_force);
    EXPECT_THROW((void)compile(framed_plan(), 1999y / December / 31).value(), document_error);
}

TEST(Engine, FindsThePoolOfAMunicipality)
{
    auto agreed = framed_plan();
    agreed.interventions = {open_to_all("a", boolean_is(true))};
    agreed.interventions[0].places = {{.count = 1}, {.municipalities = {{"9702"}}, .count = 2}};
    auto const compiled = compile(agreed, today).value();
    EXPECT_EQ(compiled.pool_for(0, "9701"), 0U);
    EXPECT_EQ(compiled.pool_for(0, "9702"), 1U);
    EXPECT_EQ(compiled.pool_for(0, "9999"), std::nullopt);
    EXPECT_TRUE(compiled.in_area("9702"));
    EXPECT_FALSE(compiled.in_area("9999"));
}

TEST(Engine, TakesLongChainsAndWideSharingOfRulesInItsStride)
{
    auto agreed = framed_plan();
    agreed.rules.push_back({.id = "r0", .when = boolean_is(true)});
    for (int i = 1; i < 20000; ++i) {
        rule_reference const before{"r" + std::to_string(i - 1)};
        agreed.rules.push_back({.id = "r" + std::to_string(i),
                                .when = {group{quantifier::all_of, {{before}, {before}}, {}}}});
    }
    agreed.interventions = {open_to_all("a", {rule_reference{"r19999"}})};
    auto const compiled = compile(agreed, today).value();
    EXPECT_LT(compiled.lowered().nodes.size(), 100'000U);
}

} // namespace
} // namespace finsam
