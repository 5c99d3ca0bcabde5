// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/assessor.hpp>
#include <finsam/engine/participant.hpp>

#include "support/caseload.hpp"
#include "support/definitions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <type_traits>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2010y / February / 28;

void expect_as_assessed(assessor const& asked, assessment const& assessed)
{
    ASSERT_EQ(asked.needs_groups().size(), assessed.needs_groups.size());
    for (std::size_t i = 0; i < assessed.needs_groups.size(); ++i)
        ASSERT_EQ(asked.needs_groups()[i], assessed.needs_groups[i].answer) << "needs group " << i;
    ASSERT_EQ(asked.interventions().size(), assessed.interventions.size());
    for (std::size_t i = 0; i < assessed.interventions.size(); ++i)
        ASSERT_EQ(asked.interventions()[i], assessed.interventions[i].answer)
            << "intervention " << i;
}

/// A plan with a question of its own: the criterion as a needs group.
engine asking(criterion when)
{
    auto agreed = framed_plan();
    agreed.needs_groups = {{.id = "asked", .label = same_text("asked"), .when = std::move(when)}};
    return compile(std::move(agreed), today).value();
}

TEST(Assessor, AnswersAsTheDefinitionsDo)
{
    for (std::uint64_t seed = 1500; seed < 1700; ++seed) {
        dice roll(seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        auto const& agreed = compiled.agreed();
        assessor asked(compiled);
        for (auto const& someone : random_rows(roll, compiled.facts(), 20)) {
            definitions const meaning{agreed, compiled.facts(), today, someone};
            auto const groups = asked.needs_groups(someone);
            for (std::size_t i = 0; i < groups.size(); ++i)
                ASSERT_EQ(groups[i], meaning.answer(*agreed.needs_groups[i].when));
            auto const interventions = asked.interventions(someone);
            for (std::size_t i = 0; i < interventions.size(); ++i)
                ASSERT_EQ(interventions[i], meaning.eligible(agreed.interventions[i]));
        }
    }
}

TEST(Assessor, AnswersAboutAPersonAndTheirRowAsAssessDoes)
{
    for (std::uint64_t seed = 1700; seed < 1800; ++seed) {
        dice roll(seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        auto const rows = random_rows(roll, compiled.facts(), 30);
        auto const caseload = people_of(compiled.facts(), rows);
        assessor asked(compiled), by_row(compiled);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            auto const assessed = assess(compiled, rows[row]);
            asked.ask(rows[row]);
            ASSERT_NO_FATAL_FAILURE(expect_as_assessed(asked, assessed)) << "row " << row;
            by_row.ask(caseload, row);
            ASSERT_NO_FATAL_FAILURE(expect_as_assessed(by_row, assessed)) << "row " << row;
        }
    }
}

TEST(Assessor, ReadsRowsOfFullPiecesToo)
{
    dice roll(1800);
    auto const compiled = compile(random_plan(roll), today).value();
    auto const rows = random_rows(roll, compiled.facts(), piece_rows + 5);
    auto const caseload = people_of(compiled.facts(), rows);
    assessor asked(compiled), by_row(compiled);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        asked.ask(rows[row]);
        by_row.ask(caseload, row);
        ASSERT_TRUE(std::ranges::equal(asked.interventions(), by_row.interventions())) << row;
        ASSERT_TRUE(std::ranges::equal(asked.needs_groups(), by_row.needs_groups())) << row;
    }
}

TEST(Assessor, CountsAsTheDefinitionSaysForEveryRowOfUpToFiveAnswers)
{
    int plans = 0;
    for (unsigned length = 0; length <= 5; ++length)
        for (int k = -1; k <= 6; ++k) {
            auto agreed = framed_plan();
            group several{quantifier::at_least_of, {}, amount{std::int64_t{k}}};
            for (unsigned i = 0; i < length; ++i) {
                agreed.facts.push_back(
                    {.name = "b" + std::to_string(i), .kind = fact_kind::boolean});
                several.of.push_back({leaf{agreed.facts.back().name, comparator::is, true}});
            }
            agreed.needs_groups = {
                {.id = "asked", .label = same_text("asked"), .when = criterion{several}}};
            auto const compiled = compile(agreed, today);
            if (!compiled) // the check wants numbers that can be reached
                continue;
            ++plans;
            assessor asked(*compiled);
            unsigned rows = 1;
            for (unsigned i = 0; i < length; ++i)
                rows *= 3;
            for (unsigned row = 0; row < rows; ++row) {
                person someone{.facts = std::vector<cell>(compiled->facts().columns.size())};
                int yes = 0, unknown = 0;
                for (unsigned i = 0, rest = row; i < length; ++i, rest /= 3) {
                    auto const one = truth(rest % 3);
                    auto& fact =
                        someone.facts[*find_column(compiled->facts(), "b" + std::to_string(i))];
                    if (one != truth::unknown)
                        fact = {.state = fact_state::value, .number = one == truth::yes};
                    yes += one == truth::yes;
                    unknown += one == truth::unknown;
                }
                ASSERT_EQ(asked.needs_groups(someone)[0], yes >= k             ? truth::yes
                                                          : yes + unknown >= k ? truth::unknown
                                                                               : truth::no)
                    << "row " << row << ", k " << k << " of " << length;
            }
        }
    EXPECT_GE(plans, 15);
}

TEST(Assessor, FindsNumbersThatLieFarApart)
{
    std::vector<amount> const wanted{std::int64_t{-2'000'000'000}, std::int64_t{7},
                                     std::int64_t{2'000'000'000}};
    auto const compiled = asking({leaf{"integer", comparator::one_of, wanted}});
    auto const column = *find_column(compiled.facts(), "integer");
    person someone{.facts = std::vector<cell>(compiled.facts().columns.size())};
    assessor asked(compiled);
    for (std::int32_t const number : {-2'000'000'000, -1, 0, 6, 7, 8, 2'000'000'000}) {
        someone.facts[column] = {.state = fact_state::value, .number = number};
        auto const is_wanted = std::ranges::count(wanted, amount{std::int64_t{number}}) != 0;
        EXPECT_EQ(asked.needs_groups(someone)[0], is_wanted ? truth::yes : truth::no) << number;
    }
}

TEST(Assessor, FindsEveryCodeAmongMany)
{
    std::vector<std::string> wanted;
    for (int i = 0; i < 1200; ++i)
        wanted.push_back("c" + std::to_string(i * 2));
    // Two lists, the second of codes far apart in the first one's order.
    auto const compiled = asking(
        {group{quantifier::any_of,
               {{leaf{"code", comparator::one_of, wanted}},
                {leaf{"code", comparator::one_of, std::vector<std::string>{"c0", "c2398", "odd"}}}},
               {}}});
    auto const column = *find_column(compiled.facts(), "code");
    person someone{.facts = std::vector<cell>(compiled.facts().columns.size())};
    assessor asked(compiled);
    for (int i = 0; i < 2400; ++i) {
        someone.facts[column] = {.state = fact_state::value, .code = "c" + std::to_string(i)};
        ASSERT_EQ(asked.needs_groups(someone)[0], i % 2 == 0 ? truth::yes : truth::no) << i;
    }
    someone.facts[column].code = "odd";
    EXPECT_EQ(asked.needs_groups(someone)[0], truth::yes);
}

TEST(Assessor, KnowsThatACodeOutsideEveryListIsOnRecord)
{
    auto const compiled = asking({leaf{"code", comparator::is_none, false}});
    auto const column = *find_column(compiled.facts(), "code");
    person someone{.facts = std::vector<cell>(compiled.facts().columns.size())};
    assessor asked(compiled);
    EXPECT_EQ(asked.needs_groups(someone)[0], truth::unknown);
    someone.facts[column] = {.state = fact_state::value, .code = "nobody asked for it"};
    EXPECT_EQ(asked.needs_groups(someone)[0], truth::yes);
    someone.facts[column] = {.state = fact_state::none};
    EXPECT_EQ(asked.needs_groups(someone)[0], truth::no);
}

TEST(Assessor, LooksAtSetsOfMoreThanSixtyFourValues)
{
    auto agreed = framed_plan();
    for (int i = 0; i < 130; ++i)
        agreed.interventions.push_back({.id = "i" + std::to_string(i),
                                        .label = same_text("i"),
                                        .kind = intervention_kind::individual,
                                        .when = criterion{leaf{"boolean", comparator::is, true}},
                                        .members = {{"af", duty::run}, {"norr", duty::provide}},
                                        .places = {{.count = 1}}});
    auto const asks = [](comparator how, std::vector<std::string> values) {
        return needs_group{.id = std::string(detail::name_of(how)),
                           .label = same_text("asked"),
                           .when = criterion{leaf{"completed", how, std::move(values)}}};
    };
    agreed.needs_groups = {asks(comparator::contains_any, {"i1", "i128"}),
                           asks(comparator::contains_all, {"i1", "i128"})};
    auto const compiled = compile(agreed, today).value();
    person someone{.facts = std::vector<cell>(compiled.facts().columns.size())};
    assessor asked(compiled);
    auto const answers_with = [&](std::vector<std::uint64_t> members) {
        someone.facts[completed_column] = {.state = fact_state::value,
                                           .members = std::move(members)};
        auto const given = asked.needs_groups(someone);
        return std::vector<truth>(given.begin(), given.end());
    };
    using enum truth;
    EXPECT_EQ(answers_with({2, 0, 1}), (std::vector{yes, yes}));
    EXPECT_EQ(answers_with({2, 0, 0}), (std::vector{yes, no}));
    EXPECT_EQ(answers_with({2}), (std::vector{yes, no})); // the rest is not there
    EXPECT_EQ(answers_with({~2U, ~0U, 2}), (std::vector{no, no}));
}

TEST(Assessor, NeverOutlivesItsEngine)
{
    EXPECT_TRUE((std::is_constructible_v<assessor, engine const&>));
    EXPECT_TRUE((std::is_constructible_v<assessor, engine&>));
    EXPECT_FALSE((std::is_constructible_v<assessor, engine>));
}

} // namespace
} // namespace finsam
