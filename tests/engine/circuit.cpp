// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/circuit.hpp>
#include <finsam/engine/compile.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2010y / February / 28;

/// A plan whose only intervention has the criterion.
engine asking(criterion when)
{
    auto agreed = framed_plan();
    agreed.interventions = {{.id = "one",
                             .label = same_text("one"),
                             .kind = intervention_kind::individual,
                             .when = std::move(when),
                             .members = {{"af", duty::run}, {"norr", duty::provide}},
                             .places = {{.municipalities = {{"9701"}}, .count = 1}}}};
    return compile(agreed, today).value();
}

criterion is_true()
{
    return {leaf{"boolean", comparator::is, true}};
}
criterion at_least_number(std::int64_t number)
{
    return {leaf{"integer", comparator::at_least, amount{number}}};
}
criterion all_of(std::vector<criterion> of)
{
    return {group{quantifier::all_of, std::move(of)}};
}

TEST(Circuit, HasEveryPartOnce)
{
    auto const twice = all_of({is_true(), all_of({at_least_number(3), is_true()})});
    auto const compiled = asking(twice);
    auto const& asked = compiled.asked();
    EXPECT_EQ(asked.tests.size(), 3U); // the municipality, too
    ASSERT_EQ(asked.gates.size(), 2U); // one a rail
    EXPECT_EQ(asked.gates[0].count, 3U);
    EXPECT_EQ(asked.gates[1].count, 3U);
}

TEST(Circuit, AsksForEveryCodeByItself)
{
    auto const compiled =
        asking({leaf{"code", comparator::one_of, std::vector<std::string>{"a", "b"}}});
    auto const& asked = compiled.asked();
    EXPECT_EQ(asked.tests.size(), 3U);
    EXPECT_TRUE(
        std::ranges::all_of(asked.tests, [](auto const& one) { return one.codes.size() == 1; }));
}

TEST(Circuit, NeedsNoGateForWhatIsCertain)
{
    auto const compiled = asking(all_of({}));
    auto const& asked = compiled.asked();
    EXPECT_TRUE(asked.gates.empty());
    EXPECT_EQ(asked.questions.at(0), (rails{wire{0}, wire{1}})); // the municipality alone
}

TEST(Circuit, MakesEachThingBeforeItIsAskedForAndKeepsItAsLong)
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        dice roll(5000 + seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        auto const& asked = compiled.asked();
        // What each register holds, step by step: a test of both rails, or a gate.
        std::vector<std::int64_t> holds(asked.registers, -1),
            where(asked.tests.size() + asked.gates.size(), -1);
        auto const put = [&](std::uint32_t into, std::size_t thing) {
            ASSERT_LT(into, holds.size());
            holds[into] = static_cast<std::int64_t>(thing);
            where[thing] = into;
        };
        auto const has = [&](wire one) {
            if (one == wire::always || one == wire::never)
                return true;
            auto const index = static_cast<std::size_t>(one);
            auto const thing = index < asked.first_gate() ? index / 2 : index - asked.tests.size();
            return where[thing] >= 0
                   && holds[static_cast<std::size_t>(where[thing])]
                          == static_cast<std::int64_t>(thing);
        };
        std::set<std::uint32_t> answered;
        for (auto const& step : asked.steps) {
            switch (step.kind) {
            case circuit_step::what::test:
                put(step.into, step.index);
                break;
            case circuit_step::what::gate: {
                auto const& one = asked.gates[step.index];
                ASSERT_GE(one.count, 2U);
                for (std::uint32_t k = 0; k < one.count; ++k)
                    ASSERT_TRUE(has(asked.wires[one.first + k]));
                put(step.into, asked.tests.size() + step.index);
                for (std::uint32_t k = 0; k < one.count; ++k)
                    ASSERT_TRUE(has(asked.wires[one.first + k])) << "written over while read";
                break;
            }
            case circuit_step::what::question:
                ASSERT_TRUE(has(asked.questions[step.index].yes));
                ASSERT_TRUE(has(asked.questions[step.index].no));
                ASSERT_TRUE(answered.insert(step.index).second);
                break;
            }
        }
        ASSERT_EQ(answered.size(), asked.questions.size());
    }
}

TEST(Circuit, MakesTheTestsOfOneColumnOneAfterTheOther)
{
    auto const any_of = [](criterion one, criterion other) {
        return criterion{group{quantifier::any_of, {std::move(one), std::move(other)}}};
    };
    criterion const has_code{leaf{"code", comparator::is, std::string("a")}};
    auto const compiled =
        asking(all_of({any_of(at_least_number(3), has_code), any_of(is_true(), at_least_number(5)),
                       any_of(at_least_number(7), is_true())}));
    auto const& asked = compiled.asked();
    auto const column = [&](circuit_step const& step) {
        return compiled.facts().columns[asked.tests[step.index].column].name;
    };
    std::vector<std::string> order;
    for (auto const& step : asked.steps)
        if (step.kind == circuit_step::what::test
            && (order.empty() || order.back() != column(step)))
            order.emplace_back(column(step));
    EXPECT_EQ(std::ranges::count(order, "integer"), 1) << testing::PrintToString(order);
}

TEST(Circuit, CompilesAChainOfRulesLongerThanTheStackIsDeep)
{
    auto agreed = framed_plan();
    constexpr int length = 30000;
    for (int i = 0; i < length; ++i) {
        auto const inner =
            i == 0 ? is_true() : criterion{rule_reference{"r" + std::to_string(i - 1)}};
        agreed.rules.push_back(
            {.id = "r" + std::to_string(i),
             .when = i % 2 == 0
                         ? all_of({inner, at_least_number(i)})
                         : criterion{group{quantifier::any_of, {inner, at_least_number(i)}}}});
    }
    agreed.needs_groups.push_back({.id = "g",
                                   .label = same_text("g"),
                                   .rule = "r" + std::to_string(length - 1),
                                   .priority = 1});
    auto const compiled = compile(agreed, today).value();
    EXPECT_EQ(compiled.asked().gates.size(), 2U * length);
    EXPECT_LT(compiled.asked().registers, 10U);
}

} // namespace
} // namespace finsam
