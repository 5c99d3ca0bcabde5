// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>

#include "support/checked.hpp"
#include "support/random_plan.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace finsam {
namespace {

using namespace testing_support;

TEST(InForce, TheReferenceDateLiesInThePlansPeriod)
{
    auto const plan = sample_plan();
    EXPECT_EQ(checked(plan, day(2023, 12, 31)), lines{"not_in_force /period"});
    EXPECT_EQ(checked(plan, day(2024, 1, 1)), lines{});
    EXPECT_EQ(checked(plan, day(2027, 1, 1)), lines{"not_in_force /period"});
}

TEST(InForce, OneDateIsCheckedAlone)
{
    auto plan = sample_plan();
    plan.rules[2].period->from = day(2025, 2, 1);
    lines const gap{"not_in_force /rules/5/when/any_of/0/rule",
                    "not_in_force /needs_groups/1/rule"};
    EXPECT_EQ(checked(plan), gap);
    EXPECT_EQ(checked(plan, day(2025, 1, 15)), gap);
    EXPECT_EQ(checked(plan, day(2024, 12, 31)), lines{});
    EXPECT_EQ(checked(plan, day(2025, 2, 1)), lines{});
}

TEST(InForce, WhatNobodyNeedsMayBeOutOfForce)
{
    auto plan = sample_plan();
    plan.rules[2].period->from = day(2025, 2, 1);
    plan.needs_groups[1].period = period{day(2024, 1, 1), day(2025, 1, 1)};
    plan.interventions[3].period = period{day(2025, 2, 1)};
    EXPECT_EQ(checked(plan), lines{});
}

TEST(InForce, AReserveNeedsItsGroupsRule)
{
    auto plan = sample_plan();
    plan.rules[2].period->from = day(2025, 2, 1);
    plan.needs_groups[1].period = period{day(2024, 1, 1), day(2025, 1, 1)};
    plan.interventions[3].period = period{day(2025, 2, 1)};
    plan.interventions[0].places[1].reserved = {{"sick-people", 1}};
    EXPECT_EQ(checked(plan), lines{"not_in_force /needs_groups/1/rule"});
    auto const found = check(plan).list;
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].hint.ends_with("a reserve asks for the needs group then"))
        << found[0].hint;
}

TEST(InForce, AnOverlapBeforeThePlanIsAnOverlap)
{
    auto plan = sample_plan();
    plan.rules[2].period->from = day(2019, 1, 1);
    plan.rules[2].period->to = day(2020, 1, 2);
    EXPECT_EQ(checked(plan), lines{"overlap /rules/2"});
}

TEST(InForce, EachVersionIsComparedWithAllBeforeItThoseToldAboutToo)
{
    auto plan = sample_plan();
    auto one = plan.rules[2];
    std::erase_if(plan.rules, [&](rule const& other) { return other.id == one.id; });
    auto const add = [&](std::optional<period> when) {
        one.period = when;
        plan.rules.push_back(one);
    };
    auto const first = plan.rules.size();
    add(period{day(2019, 1, 1), day(2026, 1, 2)});
    add(period{day(2026, 1, 1)}); // a day too early
    add(period{day(2026, 5, 1)}); // the one before has no end
    add(period{day(2018, 1, 1), day(2019, 1, 1)});
    EXPECT_EQ(checked(plan), (lines{"overlap /rules/" + std::to_string(first + 1),
                                    "overlap /rules/" + std::to_string(first + 2)}));
}

/// A small world in January 2024: a handful of rules with versions, parameters and users.
plan random_january(dice& roll)
{
    auto plan = framed_plan();
    plan.period = {day(2024, 1, 1), day(2024, 1, 31)};
    auto const some_period = [&] {
        auto const from = 1 + roll(25);
        period when{day(2024, 1, static_cast<unsigned>(from))};
        if (!roll.chance(3))
            when.to = day(2024, 1, static_cast<unsigned>(from + 1 + roll(30 - from)));
        return when;
    };
    plan.parameters = {{"early", {}, {{day(2023, 1, 1), 1}}},
                       {"late", {}, {{day(2024, 1, static_cast<unsigned>(1 + roll(20))), 1}}}};
    auto const some_criterion = [&](std::size_t rules) {
        std::vector<criterion> parts{
            asks("integer", comparator::at_least, by_parameter(roll.chance(3) ? "late" : "early"))};
        for (auto left = roll(3); left > 0 && rules > 0; --left)
            parts.push_back(refers("rule-" + std::to_string(roll(rules))));
        return any_of(std::move(parts));
    };
    for (std::size_t id = 0; id < 4; ++id) {
        // Versions one after the other, with or without gaps.
        for (unsigned from = 1; from < 29;) {
            auto const to = from + 1 + static_cast<unsigned>(roll(28));
            rule version{.id = "rule-" + std::to_string(id), .when = some_criterion(id)};
            version.period = period{day(2024, 1, from)};
            if (to < 30)
                version.period->to = day(2024, 1, to);
            plan.rules.push_back(std::move(version));
            from = to + static_cast<unsigned>(roll.chance(2) ? 0 : roll(4));
        }
    }
    for (std::size_t i = 0; i < 3; ++i) {
        plan.needs_groups.push_back({.id = "group-" + std::to_string(i),
                                     .label = same_text("group"),
                                     .rule = "rule-" + std::to_string(roll(4)),
                                     .period = some_period()});
        plan.interventions.push_back({.id = "intervention-" + std::to_string(i),
                                      .label = same_text("intervention"),
                                      .kind = intervention_kind::individual,
                                      .when = some_criterion(4),
                                      .members = {{"af", duty::run}, {"norr", duty::run}},
                                      .places = {{.count = 1}},
                                      .period = some_period()});
        if (roll.chance(2))
            plan.interventions.back().places[0].reserved = {
                {"group-" + std::to_string(roll(i + 1)), 1}};
    }
    return plan;
}

std::map<std::string, std::string> not_in_force(diagnostics const& found)
{
    std::map<std::string, std::string> told;
    for (auto const& one : found.list)
        if (one.code == diagnostic_code::not_in_force)
            told.emplace(one.pointer, one.message);
    return told;
}

// Written beside the definition, without the library's walk.
bool is_missing_on(plan const& plan, criterion const& one, date on)
{
    if (auto const* named = std::get_if<rule_reference>(&one.form)) {
        auto const* version = find_rule(plan, named->rule, on);
        return !version || is_missing_on(plan, version->when, on);
    }
    if (auto const* asked = std::get_if<leaf>(&one.form)) {
        auto const& name = std::get<parameter_reference>(std::get<amount>(asked->value)).parameter;
        auto const of = std::ranges::find(plan.parameters, name, &parameter::id);
        return value_on(*of, on) == nullptr;
    }
    return std::ranges::any_of(std::get<group>(one.form).of, [&](criterion const& part) {
        return is_missing_on(plan, part, on);
    });
}

bool is_missing_on(plan const& plan, date on)
{
    auto const group_is_missing = [&](needs_group const& group) {
        return is_missing_on(plan, refers(*group.rule), on);
    };
    for (auto const& group : plan.needs_groups)
        if (in_force(group.period, on) && group_is_missing(group))
            return true;
    for (auto const& one : plan.interventions) {
        if (!in_force(one.period, on))
            continue;
        if (is_missing_on(plan, *one.when, on))
            return true;
        for (auto const& reserve : one.places[0].reserved)
            if (group_is_missing(
                    *std::ranges::find(plan.needs_groups, reserve.needs_group, &needs_group::id)))
                return true;
    }
    return false;
}

TEST(InForce, TheWholePeriodIsEachOfItsDays)
{
    std::size_t gaps = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        dice roll(seed);
        auto const plan = random_january(roll);
        SCOPED_TRACE(seed);
        std::map<std::string, std::string> day_by_day;
        for (unsigned d = 1; d < 31; ++d) {
            auto const found = not_in_force(check(plan, day(2024, 1, d)));
            EXPECT_EQ(!found.empty(), is_missing_on(plan, day(2024, 1, d))) << d;
            day_by_day.insert(found.begin(), found.end());
        }
        auto const at_once = not_in_force(check(plan));
        EXPECT_EQ(at_once, day_by_day); // the first day too: it is in the message
        gaps += at_once.size();
    }
    EXPECT_GT(gaps, 100U);
}

} // namespace
} // namespace finsam
