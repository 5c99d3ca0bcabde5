// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>

#include "support/checked.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace finsam {
namespace {

using namespace testing_support;

/// The sample with its own rules and these, which one needs group names.
plan with_rules(std::vector<rule> more)
{
    auto made = sample_plan();
    auto used = std::vector<criterion>{};
    for (auto const& one : more)
        if (used.empty() || std::get<rule_reference>(used.back().form).rule != one.id)
            used.push_back(refers(one.id));
    made.needs_groups.push_back(
        {.id = "all", .label = same_text("all"), .when = any_of(std::move(used))});
    made.rules.insert(made.rules.end(), more.begin(), more.end());
    return made;
}

rule naming(std::string id, std::vector<std::string> names, std::optional<period> when = {})
{
    std::vector<criterion> parts;
    for (auto& name : names)
        parts.push_back(refers(std::move(name)));
    return {.id = std::move(id), .when = any_of(std::move(parts)), .period = when};
}

TEST(Cycle, IsToldAtTheReferenceThatClosesIt)
{
    EXPECT_EQ(checked(with_rules({naming("a", {"b"}), naming("b", {"c"}), naming("c", {"a"})})),
              lines{"cycle /rules/8/when/any_of/0/rule"});
}

TEST(Cycle, IsToldOnceEach)
{
    EXPECT_EQ(checked(with_rules({naming("a", {"b"}), naming("b", {"a"}), naming("c", {"d", "c"}),
                                  naming("d", {"c"})})),
              (lines{"cycle /rules/7/when/any_of/0/rule", "cycle /rules/8/when/any_of/1/rule",
                     "cycle /rules/9/when/any_of/0/rule"}));
}

TEST(Cycle, OfOneWrongReferenceIsToldThere)
{
    // `base` must not name `top`, whatever way a walk takes.
    EXPECT_EQ(checked(with_rules({naming("base", {"top"}), naming("x", {"base"}),
                                  naming("y", {"base"}), naming("top", {"x", "y"})})),
              lines{"cycle /rules/6/when/any_of/0/rule"});
    EXPECT_EQ(checked(with_rules({naming("x", {"base"}), naming("y", {"base"}),
                                  naming("base", {"top"}), naming("top", {"x", "y"})})),
              lines{"cycle /rules/8/when/any_of/0/rule"});
}

TEST(Cycle, OfTheSameReferenceTwiceIsOne)
{
    EXPECT_EQ(checked(with_rules({naming("a", {"b"}), naming("b", {"a", "a"})})),
              lines{"cycle /rules/6/when/any_of/0/rule"});
}

TEST(Cycle, IsOneOnlyAmongVersionsInForceAtTheSameTime)
{
    auto const early = period{day(2024, 1, 1), day(2025, 1, 1)}, late = period{day(2025, 1, 1)};
    EXPECT_EQ(checked(with_rules({naming("a", {"b"}, early), naming("a", {"young"}, late),
                                  naming("b", {"young"}, early), naming("b", {"a"}, late)})),
              lines{});
    EXPECT_EQ(checked(with_rules({naming("a", {"b"}, early), naming("a", {"b"}, late),
                                  naming("b", {"young"}, early), naming("b", {"a"}, late)})),
              lines{"cycle /rules/9/when/any_of/0/rule"});
}

TEST(Cycle, IsToldOnceForAllDays)
{
    auto const early = period{day(2024, 1, 1), day(2025, 1, 1)}, late = period{day(2025, 1, 1)};
    EXPECT_EQ(checked(with_rules(
                  {naming("a", {"b"}, early), naming("a", {"b"}, late), naming("b", {"a"})})),
              lines{"cycle /rules/8/when/any_of/0/rule"});
}

TEST(Cycle, OfInterventionsIsToldForEachKindOfChain)
{
    auto plan = sample_plan();
    plan.interventions[1].leads_to = {"practice"};
    plan.interventions[2].leads_to = {"meeting"};
    plan.interventions[3].leads_to = {"ips"};
    plan.interventions[0].requires_completed = {"meeting"};
    plan.interventions[3].requires_completed = {"practice"};
    EXPECT_EQ(checked(plan), (lines{"cycle /interventions/1/leads_to/0",
                                    "cycle /interventions/2/requires_completed/0"}));
}

TEST(Cycle, LeadingThereAndRequiringBackIsNone)
{
    auto plan = sample_plan();
    EXPECT_EQ(plan.interventions[0].leads_to, std::vector<std::string>{"practice"});
    EXPECT_EQ(plan.interventions[2].requires_completed, std::vector<std::string>{"start"});
    EXPECT_EQ(checked(plan), lines{});
}

auto milliseconds_to_check(plan const& plan, lines const& expected)
{
    auto const start = std::chrono::steady_clock::now();
    EXPECT_EQ(checked(plan), expected);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now()
                                                                 - start)
        .count();
}

TEST(Check, IsQuickForALongChainOfRules)
{
    constexpr int length = 10'000;
    std::vector<rule> chain;
    for (int i = 0; i < length; ++i)
        chain.push_back(i == 0 ? rule{.id = "r0", .when = refers("young")}
                               : naming("r" + std::to_string(i), {"r" + std::to_string(i - 1)}));
    auto plan = with_rules(chain);
    EXPECT_LT(milliseconds_to_check(plan, {}), 5'000);

    plan.rules[6].when = refers("r9999");
    EXPECT_LT(milliseconds_to_check(plan, {"cycle /rules/7/when/any_of/0/rule"}), 5'000);
}

TEST(Check, IsQuickForRulesThatAreSharedManyTimes)
{
    std::vector<rule> tower{{.id = "r0", .when = refers("young")}};
    for (int i = 1; i < 200; ++i) {
        auto const below = "r" + std::to_string(i - 1);
        tower.push_back(naming("r" + std::to_string(i), {below, below}));
    }
    EXPECT_LT(milliseconds_to_check(with_rules(tower), {}), 2'000);
}

TEST(Check, IsQuickForManyVersionsOfManyRules)
{
    std::vector<rule> rules;
    for (int id = 0; id < 50; ++id)
        for (int month = 0; month < 36; ++month) {
            auto const first = std::chrono::year{2024} / 1 / 1 + std::chrono::months{month};
            rules.push_back(naming("r" + std::to_string(id),
                                   {id == 0 ? "young" : "r" + std::to_string(id - 1)},
                                   period{first, first + std::chrono::months{1}}));
        }
    EXPECT_LT(milliseconds_to_check(with_rules(rules), {}), 5'000);
}

TEST(Check, IsQuickForAListFullOfMistakes)
{
    auto plan = sample_plan();
    std::vector<criterion> wrong;
    lines expected;
    for (int i = 0; i < 5'000; ++i) {
        wrong.push_back(refers("no-such-rule-" + std::to_string(i)));
        expected.push_back("dangling_id /rules/6/when/any_of/" + std::to_string(i) + "/rule");
    }
    plan.rules.push_back({.id = "wrong", .when = any_of(std::move(wrong))});
    EXPECT_LT(milliseconds_to_check(plan, expected), 5'000);
}

} // namespace
} // namespace finsam
