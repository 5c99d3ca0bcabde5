// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/assessor.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/rules/build.hpp>

#include "detail/in_ranges.hpp"
#include "engine/evaluate_with.hpp"
#include "support/caseload.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2010y / February / 28;

/// The loops of every kind that this processor can run.
std::vector<detail::pack const*> all_loops()
{
    auto const here = detail::packs_here();
    return {here.list, here.list + here.count};
}

/// Compares each answer about everybody with the one-by-one evaluator's.
void expect_one_by_one(engine const& compiled, people const& all, eligibility const& eligible)
{
    ASSERT_EQ(eligible.people, all.size());
    assessor asked(compiled);
    for (std::size_t row = 0; row < all.size(); ++row) {
        asked.ask(all.row(row));
        for (std::size_t i = 0; i < eligible.interventions.size(); ++i)
            ASSERT_EQ(answer_of(eligible.interventions[i], row), asked.interventions()[i])
                << "row " << row << ", intervention " << i;
        for (std::size_t i = 0; i < eligible.needs_groups.size(); ++i)
            ASSERT_EQ(answer_of(eligible.needs_groups[i], row), asked.needs_groups()[i])
                << "row " << row << ", needs group " << i;
    }
}

void expect_tally_of(eligibility const& eligible, tally const& counted)
{
    ASSERT_EQ(counted.people, eligible.people);
    auto const compare = [&](auto const& columns, auto const& counts) {
        ASSERT_EQ(columns.size(), counts.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            answer_count sum;
            for (std::size_t row = 0; row < eligible.people; ++row) {
                auto const given = answer_of(columns[i], row);
                ++(given == truth::yes ? sum.yes : given == truth::no ? sum.no : sum.unknown);
            }
            ASSERT_EQ(counts[i], sum);
        }
    };
    compare(eligible.needs_groups, counted.needs_groups);
    compare(eligible.interventions, counted.interventions);
}

TEST(Eligibility, OfAPopulationIsThatOfEachPersonOneByOne)
{
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        dice roll(7000 + seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        auto const all =
            people_of(compiled.facts(), random_rows(roll, compiled.facts(), roll(200)));
        for (auto const* loops : all_loops()) {
            auto const eligible = evaluate_with(*loops, compiled, all, 1);
            expect_one_by_one(compiled, all, eligible);
            expect_tally_of(eligible, count_with(*loops, compiled, all, 1));
        }
    }
}

class EligibilityOfASize : public testing::TestWithParam<std::size_t>
{};

TEST_P(EligibilityOfASize, IsTheSameOnEveryPathAndWithAnyNumberOfThreads)
{
    dice roll(7700 + GetParam());
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const compiled = compile(random_plan(roll), today).value();
    auto const all = people_of(compiled.facts(), random_rows(roll, compiled.facts(), GetParam()));
    auto const portable = evaluate_with(detail::portable_pack, compiled, all, 1);
    expect_one_by_one(compiled, all, portable);
    auto const counted = count_with(detail::portable_pack, compiled, all, 1);
    expect_tally_of(portable, counted);
    for (auto const* loops : all_loops())
        for (std::size_t const threads : {0U, 1U, 2U, 3U, 7U}) {
            ASSERT_EQ(evaluate_with(*loops, compiled, all, threads), portable);
            ASSERT_EQ(count_with(*loops, compiled, all, threads), counted);
        }
}

INSTANTIATE_TEST_SUITE_P(RoundWordsAndPieces, EligibilityOfASize,
                         testing::Values(0, 1, 63, 64, 65, 4095, 4096, 4097, piece_rows - 1,
                                         piece_rows, piece_rows + 1, 3 * piece_rows + 77),
                         testing::PrintToStringParamName());

TEST(Eligibility, DoesNotDependOnHowThePopulationIsSplit)
{
    dice roll(8050);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const compiled = compile(random_plan(roll), today).value();
    auto const rows = random_rows(roll, compiled.facts(), piece_rows + 300);
    auto const& allowed = compiled.agreed().mandates[0];
    auto const whole = evaluate(compiled, people_of(compiled.facts(), rows), allowed);
    for (std::size_t const cut : {std::size_t{1}, std::size_t{500}, piece_rows}) {
        std::vector<person> const first(rows.begin(), rows.begin() + static_cast<int>(cut));
        std::vector<person> const second(rows.begin() + static_cast<int>(cut), rows.end());
        auto const a = evaluate(compiled, people_of(compiled.facts(), first), allowed);
        auto const b = evaluate(compiled, people_of(compiled.facts(), second), allowed);
        for (std::size_t i = 0; i < whole.interventions.size(); ++i)
            for (std::size_t row = 0; row < rows.size(); ++row)
                ASSERT_EQ(answer_of(whole.interventions[i], row),
                          row < cut ? answer_of(a.interventions[i], row)
                                    : answer_of(b.interventions[i], row - cut));
    }
}

TEST(Eligibility, HoldsWhereEverybodyIsAlike)
{
    // Pieces in which a fact is the same for all take the ways without planes.
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        dice roll(8060 + seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        auto rows = std::vector(70, random_rows(roll, compiled.facts(), 1)[0]);
        for (auto& one : rows)
            for (std::size_t i = 0; i < one.facts.size(); ++i)
                if (roll.chance(100))
                    one.facts[i] = {.state = roll.chance(2) ? fact_state::unknown
                                                            : fact_state::withheld};
        auto const all = people_of(compiled.facts(), rows);
        for (auto const* loops : all_loops())
            expect_one_by_one(compiled, all, evaluate_with(*loops, compiled, all, 1));
    }
}

TEST(Eligibility, HoldsWherePiecesThatVaryFollowPiecesThatDoNot)
{
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        dice roll(8130 + seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        // One, one, three, three and one kind of people to a piece.
        std::vector<person> rows;
        for (std::size_t const kinds : {1U, 1U, 3U, 3U, 1U}) {
            auto const some = random_rows(roll, compiled.facts(), kinds);
            for (std::size_t row = 0; row < piece_rows; ++row)
                rows.push_back(some[row % kinds]);
        }
        auto const all = people_of(compiled.facts(), rows);
        for (auto const* loops : all_loops()) {
            auto const eligible = evaluate_with(*loops, compiled, all, 1);
            expect_one_by_one(compiled, all, eligible);
            expect_tally_of(eligible, count_with(*loops, compiled, all, 1));
        }
    }
}

/// A plan with one needs group of the criterion.
plan grouping(criterion when)
{
    auto agreed = framed_plan();
    agreed.needs_groups = {
        {.id = "g", .label = same_text("g"), .when = std::move(when), .priority = 1}};
    return agreed;
}

TEST(Eligibility, IsTheSameWhenACodeIsNamedTwiceAmongMany)
{
    std::vector<std::string> codes;
    for (int i = 0; i < 50; ++i)
        codes.push_back("c" + std::to_string(i));
    codes.push_back("c0");
    codes.push_back("c7");
    auto const compiled =
        compile(grouping({leaf{"code", comparator::one_of, codes}}), today).value();
    auto const column = *find_column(compiled.facts(), "code");
    std::vector<person> rows;
    for (auto const* code : {"c0", "c7", "c49", "zz", "c1", "c8"}) {
        rows.push_back({.id = code, .facts = std::vector<cell>(compiled.facts().columns.size())});
        rows.back().facts[column] = {.state = fact_state::value, .code = code};
    }
    auto const all = people_of(compiled.facts(), rows);
    for (auto const* loops : all_loops())
        expect_one_by_one(compiled, all, evaluate_with(*loops, compiled, all, 1));
}

TEST(Eligibility, IsTheSameForManyListsOfNumbersOfOneFact)
{
    // Comparisons of one fact are made several at a time: here their ends fall everywhere.
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        dice roll(8200 + seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        std::vector<criterion> some;
        for (std::uint64_t i = 0, many = 1 + roll(6); i < many; ++i) {
            std::vector<amount> numbers;
            auto const step = static_cast<std::int64_t>(1 + roll(4));
            for (auto next = static_cast<std::int64_t>(roll(9)),
                      left = 1 + static_cast<std::int64_t>(roll(12));
                 left > 0; --left) {
                numbers.emplace_back(next);
                next += step;
            }
            criterion const among{leaf{"integer", comparator::one_of, numbers}};
            criterion const above{leaf{"integer", comparator::at_least, numbers.front()}};
            some.push_back(roll.chance(3) ? above : among);
            if (roll.chance(3))
                some.push_back({group{quantifier::none_of, {among}}});
        }
        auto const needed = 1 + roll(some.size());
        auto const compiled =
            compile(
                grouping({group{quantifier::at_least_of, some, static_cast<std::int64_t>(needed)}}),
                today)
                .value();
        auto const column = *find_column(compiled.facts(), "integer");
        std::vector<person> rows;
        bool const everybody = roll.chance(3);
        for (std::int32_t number = -1; number < 70; ++number) {
            auto& one = rows.emplace_back(
                person{.id = "p" + std::to_string(number),
                       .facts = std::vector<cell>(compiled.facts().columns.size())});
            auto const state = everybody ? fact_state::value : static_cast<fact_state>(roll(4));
            one.facts[column] = {.state = state, .number = state == fact_state::value ? number : 0};
        }
        auto const all = people_of(compiled.facts(), rows);
        for (auto const* loops : all_loops())
            expect_one_by_one(compiled, all, evaluate_with(*loops, compiled, all, 1));
    }
}

TEST(Eligibility, IsUnknownWithoutAMunicipalityAlsoWhereThereIsNoPlace)
{
    auto agreed = framed_plan();
    agreed.interventions = {{.id = "one",
                             .label = same_text("one"),
                             .kind = intervention_kind::individual,
                             .when = all_of({}),
                             .members = {{"af", duty::run}, {"norr", duty::provide}}}};
    auto const compiled = compile(agreed, today).value();
    person someone{.id = "a", .facts = std::vector<cell>(compiled.facts().columns.size())};
    auto other = someone;
    other.facts[municipality_column] = {.state = fact_state::value, .code = "9701"};
    auto const all = people_of(compiled.facts(), {someone, other});
    auto const eligible = evaluate(compiled, all, agreed.mandates[0]);
    EXPECT_EQ(answer_of(eligible.interventions.at(0), 0), truth::unknown);
    EXPECT_EQ(answer_of(eligible.interventions.at(0), 1), truth::no);
    expect_one_by_one(compiled, all, eligible);
}

TEST(Eligibility, HasNothingToAnswerWhereNoQuestionIsInForce)
{
    auto const compiled = compile(framed_plan(), today).value();
    person const someone{.id = "a", .facts = std::vector<cell>(compiled.facts().columns.size())};
    auto const all = people_of(compiled.facts(), std::vector(2 * piece_rows + 1, someone));
    auto const counted = count_answers(compiled, all, compiled.agreed().mandates[0], 1);
    EXPECT_EQ(counted.people, all.size());
    EXPECT_TRUE(counted.interventions.empty());
}

TEST(Eligibility, IsPermutedWithThePeople)
{
    dice roll(8100);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const compiled = compile(random_plan(roll), today).value();
    std::vector<person> rows;
    for (int i = 0; i < 150; ++i)
        rows.push_back(random_person(roll, compiled.facts(), "p" + std::to_string(i)));
    people forward{compiled.facts()}, backward{compiled.facts()};
    for (auto const& row : rows)
        forward.append(row);
    std::for_each(rows.rbegin(), rows.rend(), [&](auto const& row) { backward.append(row); });
    auto const& allowed = compiled.agreed().mandates[0];
    auto const first = evaluate(compiled, forward, allowed);
    auto const second = evaluate(compiled, backward, allowed);
    for (std::size_t i = 0; i < first.interventions.size(); ++i)
        for (std::size_t row = 0; row < rows.size(); ++row)
            ASSERT_EQ(answer_of(first.interventions[i], row),
                      answer_of(second.interventions[i], rows.size() - 1 - row));
}

TEST(Threads, AreNotBegunForWhatIsDoneBeforeTheyAre)
{
    EXPECT_EQ(threads_worth(0, 200, 0), 1U);
    EXPECT_EQ(threads_worth(2, 200, 0), 1U);
    EXPECT_EQ(threads_worth(10, 200, 0), 1U);
    // However many there are, each has a piece at least, and work enough.
    for (std::size_t const pieces : {11U, 100U, 1'000U})
        EXPECT_EQ(threads_worth(pieces, 200, 0),
                  detail::threads_for(std::min(pieces, pieces * 200 / 1024), 0));
    EXPECT_EQ(threads_worth(1, 1'000'000, 0), 1U);
}

TEST(Threads, AreAsManyAsAreAskedFor)
{
    EXPECT_EQ(threads_worth(2, 1, 2), 2U);
    EXPECT_EQ(threads_worth(5, 1, 3), 3U);
    EXPECT_EQ(threads_worth(2, 1, 7), 2U);
    EXPECT_EQ(threads_worth(0, 1, 7), 1U);
}

TEST(Mandate, IsNeededToAskAboutAPopulation)
{
    auto agreed = framed_plan();
    agreed.mandates = {{"placing", "af", purpose::placement, {"agreement"}},
                       {"planning", "fk", purpose::planning, {"agreement"}},
                       {"ended",
                        "fk",
                        purpose::placement,
                        {"agreement"},
                        period{2000y / January / 1, 2005y / January / 1}}};
    auto const compiled = compile(agreed, today).value();
    EXPECT_TRUE(find_mandate(compiled, "placing", purpose::placement));
    EXPECT_TRUE(find_mandate(compiled, "planning"));
    EXPECT_FALSE(find_mandate(compiled, "planning", purpose::placement));
    EXPECT_FALSE(find_mandate(compiled, "ended"));
    auto const missing = find_mandate(compiled, "plasing", purpose::placement);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().list.at(0).hint, "did you mean `placing`?");
    people const nobody{compiled.facts()};
    EXPECT_THROW((void)evaluate(compiled, nobody, mandate{.id = "placing"}), document_error);
}

} // namespace
} // namespace finsam
