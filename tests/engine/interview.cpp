// SPDX-License-Identifier: BSL-1.0
#include "engine/interview.hpp"

#include <finsam/engine/assessor.hpp>

#include "support/caseload.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2010y / February / 28;

TEST(Interview, AnswersAnyQuestionsInAnyOrderAsTheAssessorDoes)
{
    for (std::uint64_t seed = 1900; seed < 2100; ++seed) {
        dice roll(seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        auto const caseload = people_of(compiled.facts(), random_rows(roll, compiled.facts(), 30));
        assessor all(compiled);
        interview some(compiled, caseload);
        for (int n = 0; n < 60; ++n) {
            auto const row = roll(caseload.size()); // forwards and backwards
            all.ask(caseload, row);
            some.begin(row);
            for (auto questions = roll(6); questions > 0; --questions) {
                if (auto const groups = all.needs_groups(); !groups.empty() && roll.chance(2)) {
                    auto const i = roll(groups.size());
                    ASSERT_EQ(some.needs_group(i), groups[i]) << "needs group " << i;
                } else if (auto const asked = all.interventions(); !asked.empty()) {
                    auto const i = roll(asked.size());
                    ASSERT_EQ(some.intervention(i), asked[i]) << "intervention " << i;
                }
            }
        }
    }
}

TEST(Interview, AsksRulesThatNameRulesWithoutEnd)
{
    auto agreed = framed_plan();
    agreed.facts = {{.name = "is", .kind = fact_kind::boolean}};
    constexpr int depth = 20'000;
    auto const named = [](int i) { return "rule-" + std::to_string(i); };
    for (int i = 0; i < depth; ++i) {
        criterion inner{.form = leaf{.fact = "is", .compare = comparator::is, .value = true}};
        if (i != 0)
            inner = {.form = rule_reference{named(i - 1)}};
        agreed.rules.push_back(
            {.id = named(i),
             .when = {.form = group{.quantifier = quantifier::none_of, .of = {inner}}}});
    }
    agreed.needs_groups = {{.id = "asked", .label = same_text("asked"), .rule = named(depth - 1)}};
    auto const compiled = compile(std::move(agreed), today).value();

    people caseload(compiled.facts());
    for (auto const number : {0, 1}) {
        person one{.id = std::to_string(number),
                   .facts = std::vector<cell>(compiled.facts().columns.size())};
        one.facts[built_in_columns] = {.state = fact_state::value, .number = number};
        caseload.append(one);
    }
    interview asked(compiled, caseload);
    asked.begin(0);
    EXPECT_EQ(asked.needs_group(0), truth::no);
    asked.begin(1);
    EXPECT_EQ(asked.needs_group(0), truth::yes);
}

} // namespace
} // namespace finsam
