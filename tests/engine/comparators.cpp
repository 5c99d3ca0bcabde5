// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/evaluate.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;
using enum comparator;

using words = std::vector<std::string>;
using numbers = std::vector<amount>;

constexpr auto as_of = finsam::date{2022y / March / 1};

/// A comparator of one kind of fact: what meets it and what does not.
struct comparison
{
    std::string name;
    std::string fact;
    comparator compare;
    constant with;
    std::vector<cell> met;
    std::vector<cell> not_met;
};

void PrintTo(comparison const& one, std::ostream* out)
{
    *out << one.name;
}

std::vector<cell> numbered(std::initializer_list<std::int32_t> all)
{
    std::vector<cell> cells;
    for (auto const one : all)
        cells.push_back({.state = fact_state::value, .number = one});
    return cells;
}

std::vector<cell> dated(std::initializer_list<finsam::date> all)
{
    std::vector<cell> cells;
    for (auto const one : all)
        cells.push_back({.state = fact_state::value, .number = detail::to_days(one)});
    return cells;
}

std::vector<cell> coded(words const& all)
{
    std::vector<cell> cells;
    for (auto const& one : all)
        cells.push_back({.state = fact_state::value, .code = one});
    return cells;
}

/// Sets of `a`, `b`, `c`, `d`, a bit each.
std::vector<cell> sets(std::initializer_list<std::uint64_t> all)
{
    std::vector<cell> cells;
    for (auto const one : all)
        cells.push_back({.state = fact_state::value, .members = {one}});
    return cells;
}

constexpr auto least = std::numeric_limits<std::int32_t>::min();
constexpr auto most = std::numeric_limits<std::int32_t>::max();

auto const new_year = finsam::date{2000y / January / 1};

comparison const comparisons[] = {
    {"BooleanIsTrue", "boolean", is, true, numbered({1}), numbered({0})},
    {"BooleanIsFalse", "boolean", is, false, numbered({0}), numbered({1})},

    {"IntegerIs", "integer", is, amount{3}, numbered({3}), numbered({2, 4, -3, least})},
    {"IntegerOneOf", "integer", one_of, numbers{3, -1}, numbered({3, -1}), numbered({0, 2, 1})},
    {"IntegerAtLeast", "integer", at_least, amount{3}, numbered({3, 4, most}),
     numbered({2, -3, least})},
    {"IntegerMoreThan", "integer", more_than, amount{3}, numbered({4, most}), numbered({3, least})},
    {"IntegerAtMost", "integer", at_most, amount{3}, numbered({3, -9, least}), numbered({4, most})},
    {"IntegerLessThan", "integer", less_than, amount{3}, numbered({2, least}), numbered({3, most})},

    {"OrderedIs", "ordered", is, "b", numbered({1}), numbered({0, 2, 3})},
    {"OrderedOneOf", "ordered", one_of, words{"d", "a"}, numbered({0, 3}), numbered({1, 2})},
    {"OrderedAtLeast", "ordered", at_least, "b", numbered({1, 2, 3}), numbered({0})},
    {"OrderedMoreThan", "ordered", more_than, "b", numbered({2, 3}), numbered({0, 1})},
    {"OrderedAtMost", "ordered", at_most, "b", numbered({0, 1}), numbered({2, 3})},
    {"OrderedLessThan", "ordered", less_than, "b", numbered({0}), numbered({1, 2, 3})},

    {"ChoiceIs", "choice", is, "c", numbered({2}), numbered({0, 1, 3})},
    {"ChoiceOneOf", "choice", one_of, words{"c", "a"}, numbered({0, 2}), numbered({1, 3})},

    {"CodeIs", "code", is, "F20", coded({"F20"}), coded({"F2", "F200", "f20"})},
    {"CodeOneOf", "code", one_of, words{"F31", "F20"}, coded({"F20", "F31"}), coded({"F25", "G"})},

    {"SetContains", "set", contains, "b", sets({2, 3, 15}), sets({0, 1, 13})},
    {"SetContainsAny", "set", contains_any, words{"b", "d"}, sets({2, 8, 10, 15}), sets({0, 1, 5})},
    {"SetContainsAll", "set", contains_all, words{"b", "d"}, sets({10, 11, 15}),
     sets({0, 2, 8, 5})},
    {"SetCount", "set", count_at_least, amount{2}, sets({3, 10, 15}), sets({0, 1, 8})},

    {"DateOnOrBefore", "date", on_or_before, new_year, dated({new_year, 1999y / December / 31}),
     dated({2000y / January / 2})},
    {"DateBefore", "date", before, new_year, dated({1999y / December / 31, 1y / January / 1}),
     dated({new_year})},
    {"DateOnOrAfter", "date", on_or_after, new_year, dated({new_year, 9999y / December / 31}),
     dated({1999y / December / 31})},
    {"DateAfter", "date", after, new_year, dated({2000y / January / 2}), dated({new_year})},
    {"DateReached", "date", reached, anniversary{20}, dated({2002y / March / 1}),
     dated({2002y / March / 2})},
    {"DateNotReached", "date", not_reached, anniversary{20}, dated({2002y / March / 2}),
     dated({2002y / March / 1})},
    {"DateReachedByTheMonth", "date", reached, anniversary{20, time_unit::years, counting::month},
     dated({2002y / March / 31}), dated({2002y / April / 1})},
    {"DateReachedByJuly", "date", reached, anniversary{20, time_unit::years, counting::july},
     dated({2001y / December / 31}), dated({2002y / January / 1})},
    {"DateReachedByTheYear", "date", reached, anniversary{20, time_unit::years, counting::year},
     dated({2002y / December / 31}), dated({2003y / January / 1})},
    {"DateReachedInMonths", "date", reached, anniversary{1, time_unit::months},
     dated({2022y / February / 1}), dated({2022y / February / 2})},
    {"DateReachedInDays", "date", reached, anniversary{28, time_unit::days},
     dated({2022y / February / 1}), dated({2022y / February / 2})},
};

class Comparison : public testing::TestWithParam<comparison>
{
protected:
    /// The answer to the intervention that asks the one question, from both carriers.
    static truth answer(engine const& compiled, cell const& fact)
    {
        auto const& vocabulary = compiled.facts();
        person someone{.id = "p", .facts = std::vector<cell>(vocabulary.columns.size())};
        someone.facts[municipality_column] = {.state = fact_state::value, .code = "9701"};
        someone.facts[*find_column(vocabulary, GetParam().fact)] = fact;
        people all{vocabulary};
        all.append(someone);
        auto const alone = assess(compiled, someone).interventions.at(0).answer;
        auto const together = evaluate(compiled, all, compiled.agreed().mandates[0]);
        EXPECT_EQ(answer_of(together.interventions.at(0), 0), alone);
        return alone;
    }

    static engine asking(comparator how, constant with)
    {
        auto agreed = framed_plan();
        agreed.interventions = {{.id = "a",
                                 .label = same_text("a"),
                                 .kind = intervention_kind::individual,
                                 .when = criterion{leaf{GetParam().fact, how, std::move(with)}},
                                 .members = {{"af", duty::run}, {"norr", duty::provide}},
                                 .places = {{.count = 1}}}};
        return compile(agreed, as_of).value();
    }
};

TEST_P(Comparison, AnswersValuesNoneUnknownAndWithheldAsTheTableSays)
{
    auto const& one = GetParam();
    auto const compiled = asking(one.compare, one.with);
    for (auto const& fact : one.met)
        EXPECT_EQ(answer(compiled, fact), truth::yes);
    for (auto const& fact : one.not_met)
        EXPECT_EQ(answer(compiled, fact), truth::no);
    EXPECT_EQ(answer(compiled, {}), truth::unknown);
    EXPECT_EQ(answer(compiled, {.state = fact_state::withheld}), truth::unknown);

    auto const& column = compiled.facts().columns[*find_column(compiled.facts(), one.fact)];
    if (!can_be_none(column))
        return;
    EXPECT_EQ(answer(compiled, {.state = fact_state::none}), truth::no);
    for (auto const wanted : {true, false}) {
        auto const whether = asking(is_none, wanted);
        auto const yes = wanted ? truth::yes : truth::no;
        EXPECT_EQ(answer(whether, {.state = fact_state::none}), yes);
        EXPECT_EQ(answer(whether, one.met.front()), !yes);
        EXPECT_EQ(answer(whether, one.not_met.front()), !yes);
        EXPECT_EQ(answer(whether, {}), truth::unknown);
        EXPECT_EQ(answer(whether, {.state = fact_state::withheld}), truth::unknown);
    }
}

INSTANTIATE_TEST_SUITE_P(Every, Comparison, testing::ValuesIn(comparisons),
                         [](auto const& one) { return one.param.name; });

} // namespace
} // namespace finsam
