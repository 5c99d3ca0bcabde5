// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>

#include "support/definitions.hpp"
#include "support/random_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2010y / February / 28;

/// Runs a law over random plans and people, and says how to replay the one that broke it.
template<class Law>
void for_random_worlds(std::uint64_t first_seed, int worlds, Law law)
{
    for (int i = 0; i < worlds; ++i) {
        dice roll(first_seed + static_cast<std::uint64_t>(i));
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        for (int j = 0; j < 20; ++j) {
            auto someone = random_person(roll, compiled.facts(), "p");
            if (roll.chance(2))
                withhold(compiled.facts(), {"region"}, someone);
            law(roll, compiled, someone);
            if (testing::Test::HasFatalFailure())
                return;
        }
    }
}

TEST(Assessment, AgreesWithTheDefinitionsOnRandomWorlds)
{
    for_random_worlds(100, 300, [](dice&, engine const& compiled, person const& someone) {
        auto const& agreed = compiled.agreed();
        definitions const meaning{agreed, compiled.facts(), today, someone};
        auto const assessed = assess(compiled, someone);
        for (std::size_t i = 0; i < agreed.needs_groups.size(); ++i)
            ASSERT_EQ(assessed.needs_groups[i].answer,
                      meaning.answer(*agreed.needs_groups[i].when));
        for (std::size_t i = 0; i < agreed.interventions.size(); ++i)
            ASSERT_EQ(assessed.interventions[i].answer, meaning.eligible(agreed.interventions[i]));
    });
}

TEST(Assessment, NeverTurnsAYesIntoANoOrBackAsMoreIsLearnt)
{
    for_random_worlds(500, 200, [](dice& roll, engine const& compiled, person const& someone) {
        auto const before = assess(compiled, someone);
        auto learned = someone;
        for (std::size_t i = 0; i < learned.facts.size(); ++i) {
            auto& fact = learned.facts[i];
            if (fact.state != fact_state::unknown && fact.state != fact_state::withheld)
                continue;
            if (roll.chance(2))
                fact = random_value(roll, compiled.facts().columns[i]);
        }
        auto const after = assess(compiled, learned);
        for (std::size_t i = 0; i < before.interventions.size(); ++i)
            if (before.interventions[i].answer != truth::unknown) {
                ASSERT_EQ(before.interventions[i].answer, after.interventions[i].answer);
            }
    });
}

TEST(Assessment, NamesOnlyFactsThatWereNeededToSettleIt)
{
    // Recording anything but the missing and withheld facts leaves an unknown answer unknown.
    for_random_worlds(900, 200, [](dice& roll, engine const& compiled, person const& someone) {
        auto const before = assess(compiled, someone);
        for (auto const& answer : before.interventions) {
            if (answer.answer != truth::unknown) {
                ASSERT_TRUE(answer.missing.empty() && answer.withheld.empty());
                continue;
            }
            ASSERT_FALSE(answer.missing.empty() && answer.withheld.empty());
            auto learned = someone;
            for (std::size_t i = 0; i < learned.facts.size(); ++i) {
                auto const& name = compiled.facts().columns[i].name;
                auto const named = [&](auto const& names) {
                    return std::find(names.begin(), names.end(), name) != names.end();
                };
                if (learned.facts[i].state == fact_state::unknown && !named(answer.missing))
                    learned.facts[i] = random_value(roll, compiled.facts().columns[i]);
            }
            auto const after = assess(compiled, learned);
            for (auto const& now : after.interventions)
                if (now.id == answer.id) {
                    ASSERT_EQ(now.answer, truth::unknown);
                }
        }
    });
}

TEST(Assessment, TellsReasonsThatAloneSettleAYesOrANo)
{
    // Forgetting every fact that no reason names changes no settled answer.
    for_random_worlds(1300, 200, [](dice&, engine const& compiled, person const& someone) {
        auto const before = assess(compiled, someone);
        for (std::size_t i = 0; i < before.interventions.size(); ++i) {
            auto const& answer = before.interventions[i];
            if (answer.answer == truth::unknown)
                continue;
            auto kept = someone;
            for (std::size_t column = 0; column < kept.facts.size(); ++column) {
                auto const& name = compiled.facts().columns[column].name;
                if (std::none_of(answer.reasons.begin(), answer.reasons.end(),
                                 [&](auto const& why) { return why.fact == name; }))
                    kept.facts[column] = {};
            }
            ASSERT_EQ(assess_intervention(compiled, kept, i).answer, answer.answer);
        }
    });
}

TEST(Assessment, AnswersOneInterventionAsItAnswersAll)
{
    for_random_worlds(1700, 50, [](dice&, engine const& compiled, person const& someone) {
        auto const all = assess(compiled, someone);
        for (std::size_t i = 0; i < all.interventions.size(); ++i)
            ASSERT_EQ(assess_intervention(compiled, someone, i), all.interventions[i]);
    });
}

TEST(Assessment, TellsAWithheldFactFromAMissingOne)
{
    auto agreed = framed_plan();
    agreed.interventions = {
        {.id = "a",
         .label = same_text("a"),
         .kind = intervention_kind::individual,
         .when = criterion{group{quantifier::all_of,
                                 {{leaf{"integer", comparator::at_least, amount{3}}},
                                  {leaf{"boolean", comparator::is, true}}},
                                 {}}},
         .members = {{"af", duty::run}, {"norr", duty::provide}},
         .places = {{.count = 1}}}};
    auto const compiled = compile(agreed, today).value();
    person someone{.id = "p", .facts = std::vector<cell>(compiled.facts().columns.size())};
    someone.facts[municipality_column] = {.state = fact_state::value, .code = "9701"};
    someone.facts[*find_column(compiled.facts(), "integer")] = {.state = fact_state::value,
                                                                .number = 7};
    withhold(compiled.facts(), {}, someone);
    auto const answer = assess_intervention(compiled, someone, 0);
    EXPECT_EQ(answer.answer, truth::unknown);
    EXPECT_EQ(answer.missing, std::vector<std::string>{"boolean"});
    EXPECT_EQ(answer.withheld, std::vector<std::string>{"integer"});
}

TEST(Assessment, CitesTheNearestSourceOnTheWayWalked)
{
    auto agreed = framed_plan();
    agreed.rules = {{.id = "inner",
                     .when = {leaf{"boolean", comparator::is, true}},
                     .cite = citation{"inner's own"}},
                    {.id = "plain", .when = {leaf{"integer", comparator::at_least, amount{1}}}}};
    auto const make = [](std::string id, criterion when) {
        return intervention{.id = std::move(id),
                            .label = same_text("i"),
                            .kind = intervention_kind::individual,
                            .when = std::move(when),
                            .members = {{"af", duty::run}, {"norr", duty::provide}},
                            .places = {{.count = 1}},
                            .cite = citation{"intervention's"}};
    };
    agreed.interventions = {make("a", {rule_reference{"inner"}, {}, citation{"at the reference"}}),
                            make("b", {rule_reference{"plain"}, {}, citation{"at the reference"}}),
                            make("c", {rule_reference{"plain"}})};
    auto const compiled = compile(agreed, today).value();
    person someone{.id = "p", .facts = std::vector<cell>(compiled.facts().columns.size())};
    auto const assessed = assess(compiled, someone);
    EXPECT_EQ(assessed.interventions[0].reasons.at(1).cite, "inner's own");
    EXPECT_EQ(assessed.interventions[1].reasons.at(1).cite, "at the reference");
    EXPECT_EQ(assessed.interventions[2].reasons.at(1).cite, "intervention's");
}

TEST(Assessment, ExplainsWidelySharedRulesInTimeLinearInThePlan)
{
    auto agreed = framed_plan();
    agreed.rules.push_back({.id = "r0", .when = {leaf{"boolean", comparator::is, true}}});
    for (int i = 1; i < 5000; ++i) {
        rule_reference const before{"r" + std::to_string(i - 1)};
        agreed.rules.push_back({.id = "r" + std::to_string(i),
                                .when = {group{quantifier::all_of, {{before}, {before}}, {}}}});
    }
    agreed.interventions = {{.id = "a",
                             .label = same_text("a"),
                             .kind = intervention_kind::individual,
                             .rule = "r4999",
                             .members = {{"af", duty::run}, {"norr", duty::provide}},
                             .places = {{.count = 1}}}};
    auto const compiled = compile(agreed, today).value();
    person someone{.id = "p", .facts = std::vector<cell>(compiled.facts().columns.size())};
    EXPECT_EQ(assess_intervention(compiled, someone, 0).reasons.size(), 2U); // told once
}

TEST(Assessment, GivesTheTierOfTheFirstGroupAndTheBestThatMissingFactsAllow)
{
    auto agreed = framed_plan();
    auto const group_on = [](std::string id, std::string fact, std::int64_t priority) {
        return needs_group{.id = std::move(id),
                           .label = same_text("g"),
                           .when = criterion{leaf{std::move(fact), comparator::is, true}},
                           .priority = priority};
    };
    agreed.facts.push_back({.name = "second", .kind = fact_kind::boolean});
    agreed.needs_groups = {group_on("later", "boolean", 5), group_on("first", "second", 2)};
    auto const compiled = compile(agreed, today).value();
    person someone{.id = "p", .facts = std::vector<cell>(compiled.facts().columns.size())};
    EXPECT_EQ(assess(compiled, someone).tier, std::nullopt);
    EXPECT_EQ(assess(compiled, someone).best_tier, 2);
    someone.facts[*find_column(compiled.facts(), "boolean")] = {.state = fact_state::value,
                                                                .number = 1};
    EXPECT_EQ(assess(compiled, someone).tier, 5);
    EXPECT_EQ(assess(compiled, someone).best_tier, 2);
    someone.facts[*find_column(compiled.facts(), "second")] = {.state = fact_state::value};
    EXPECT_EQ(assess(compiled, someone).best_tier, 5);
}

} // namespace
} // namespace finsam
