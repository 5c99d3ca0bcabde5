// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/sentence.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

struct speech
{
    plan agreed = framed_plan();
    person someone{};

    /// The last reason, which is about the criterion, in both languages.
    [[nodiscard]] std::string told(criterion when, language spoken)
    {
        agreed.facts[2].label = text{"sjukskriven sedan", "on sick leave since"};
        agreed.facts.push_back({.name = "birth_date", .kind = fact_kind::date});
        agreed.interventions = {{.id = "a",
                                 .label = text{"Verkstaden", "the workshop"},
                                 .kind = intervention_kind::individual,
                                 .when = std::move(when),
                                 .members = {{"af", duty::run}, {"norr", duty::provide}},
                                 .places = {{.count = 1}}}};
        auto const compiled = compile(agreed, 2022y / March / 1).value();
        someone.facts.resize(compiled.facts().columns.size());
        withhold(compiled.facts(), {"public_employment_service"}, someone);
        auto const answer = assess_intervention(compiled, someone, 0);
        auto const alone = sentence(compiled, someone, answer.reasons.back(), spoken);
        std::string text = "{before} ";
        append_sentence(text, compiled, someone, answer.reasons.back(), spoken);
        EXPECT_EQ(text, "{before} " + alone);
        return alone;
    }

    void set(std::string_view name, cell value)
    {
        plan with_birth = agreed;
        with_birth.facts.push_back({.name = "birth_date", .kind = fact_kind::date});
        auto const vocabulary = schema_of(with_birth);
        someone.facts.resize(vocabulary.columns.size());
        someone.facts[*find_column(vocabulary, name)] = std::move(value);
        someone.facts[municipality_column] = {.state = fact_state::value, .code = "9701"};
    }
};

criterion age(comparator compare, std::int64_t years)
{
    return {leaf{"birth_date", compare, anniversary{amount{years}, time_unit::years}}};
}

TEST(Sentence, SpeaksOfAnAgeAsACaseOfficerWould)
{
    speech some;
    some.set("birth_date",
             {.state = fact_state::value, .number = detail::to_days(1999y / May / 5)});
    EXPECT_EQ(speech(some).told(age(comparator::not_reached, 30), language::sv),
              "har inte fyllt 30 år: född 1999-05-05");
    EXPECT_EQ(speech(some).told(age(comparator::reached, 16), language::en),
              "has turned 16 years: born 1999-05-05");
}

TEST(Sentence, SaysOneOfATimeAsOne)
{
    speech some;
    some.agreed.facts[2].holder = "public_employment_service"; // who is asked with consent
    some.set("date", {.state = fact_state::value, .number = detail::to_days(1999y / May / 5)});
    auto const told = [&](time_unit unit, language spoken) {
        return speech(some).told({leaf{"date", comparator::reached, anniversary{amount{1}, unit}}},
                                 spoken);
    };
    EXPECT_EQ(told(time_unit::months, language::en),
              "1 month or more ago: on sick leave since 1999-05-05");
    EXPECT_EQ(told(time_unit::months, language::sv),
              "1 månad har gått: sjukskriven sedan 1999-05-05");
    EXPECT_EQ(told(time_unit::days, language::sv), "1 dag har gått: sjukskriven sedan 1999-05-05");
}

TEST(Sentence, SpeaksOfAnAgeOnlyWhereYearsAreCountedFromABirth)
{
    speech some;
    auto const long_ago =
        cell{.state = fact_state::value, .number = detail::to_days(1999y / May / 5)};
    some.set("birth_date", long_ago);
    some.set("waiting_since", long_ago);
    criterion const months{
        leaf{"birth_date", comparator::reached, anniversary{amount{24}, time_unit::months}}};
    EXPECT_EQ(speech(some).told(months, language::en),
              "24 months or more ago: birth_date 1999-05-05");
    criterion const years{
        leaf{"waiting_since", comparator::not_reached, anniversary{amount{30}, time_unit::years}}};
    EXPECT_EQ(speech(some).told(years, language::en),
              "less than 30 years ago: waiting since 1999-05-05");
}

TEST(Sentence, TellsABooleanAsYesOrNo)
{
    for (auto const& [number, told] : {std::pair{1, "boolean: ja"}, std::pair{0, "boolean: nej"}}) {
        speech some;
        some.set("boolean", {.state = fact_state::value, .number = number});
        EXPECT_EQ(some.told({leaf{"boolean", comparator::is, true}}, language::sv), told);
    }
}

TEST(Sentence, CallsAnAuthorityByItsName)
{
    speech some;
    some.agreed.facts[5].values = {"region", "a"};
    some.set("set", {.state = fact_state::value, .members = {3}});
    EXPECT_EQ(some.told({leaf{"set", comparator::count_at_least, amount{2}}}, language::sv),
              "set: regionen, a (minst 2 av dem)");
}

TEST(Sentence, SaysWhichFactIsMissingByItsLabel)
{
    criterion const long_sick{
        leaf{"date", comparator::reached, anniversary{amount{180}, time_unit::days}}};
    speech none_known;
    none_known.set("boolean", {});
    EXPECT_EQ(none_known.told(long_sick, language::sv), "uppgift saknas: sjukskriven sedan");
}

TEST(Sentence, SaysWhoseRecordNeedsConsentAndNothingOfTheRecord)
{
    criterion const long_sick{
        leaf{"date", comparator::reached, anniversary{amount{180}, time_unit::days}}};
    for (auto const year : {2001, 2021}) {
        speech some;
        some.set("date", {.state = fact_state::value,
                          .number = detail::to_days(std::chrono::year{year} / May / 5)});
        EXPECT_EQ(some.told(long_sick, language::sv),
                  "samtycke saknas för uppgift hos Försäkringskassan: sjukskriven sedan");
    }
}

TEST(Sentence, TellsWhatWasAskedForWhereTheValueFallsShort)
{
    speech some;
    some.set("integer", {.state = fact_state::value, .number = 6});
    EXPECT_EQ(some.told({leaf{"integer", comparator::at_least, amount{12}}}, language::sv),
              "integer: 6 (minst 12)");
}

TEST(Sentence, CallsWhatIsCompletedAndWhereSomebodyLivesByTheirNames)
{
    speech some;
    some.set("completed", {.state = fact_state::value, .members = {1}});
    some.agreed.members[3].name = text{"Norrby kommun", "the municipality of Norrby"};
    criterion const completed{leaf{"completed", comparator::contains, std::string("a")}};
    EXPECT_EQ(speech(some).told(completed, language::en), "completed interventions: the workshop");
    criterion const lives{
        leaf{"municipality", comparator::one_of, std::vector<std::string>{"9702", "9799"}}};
    EXPECT_EQ(speech(some).told(lives, language::sv),
              "kommun: Norrby kommun (frågan gäller någon av S, kommun 9799)");
}

TEST(Explanation, GivesALineAReasonAndNothingForAnUnknownIntervention)
{
    auto agreed = framed_plan();
    agreed.interventions = {{.id = "a",
                             .label = same_text("a"),
                             .kind = intervention_kind::individual,
                             .when = criterion{leaf{"boolean", comparator::is, true}},
                             .members = {{"af", duty::run}, {"norr", duty::provide}},
                             .places = {{.count = 1}},
                             .cite = citation{"agreement", "2 §"}}};
    auto const compiled = compile(agreed, 2022y / March / 1).value();
    person const someone{.id = "p", .facts = std::vector<cell>(compiled.facts().columns.size())};
    EXPECT_EQ(
        explain(compiled, someone, "a", language::en),
        "not on record: municipality (agreement, 2 §)\nnot on record: boolean (agreement, 2 §)\n");
    EXPECT_EQ(explain(compiled, someone, "b", language::en), "");
}

} // namespace
} // namespace finsam
