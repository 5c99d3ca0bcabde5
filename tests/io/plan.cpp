// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/io/plan.hpp>

#include "io/file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

using namespace finsam;

namespace {

std::string const sample = io::read_file("tests/cases/sample.plan.json").value();

/// The sample with one piece of it exchanged.
std::string sample_with(std::string const& piece, std::string const& other)
{
    auto text = sample;
    auto const at = text.find(piece);
    if (at == std::string::npos)
        throw std::invalid_argument("the sample has no " + piece);
    return text.replace(at, piece.size(), other);
}

std::vector<std::string> told(diagnostics const& found)
{
    std::vector<std::string> all;
    for (auto const& one : found.list)
        all.push_back(std::string(detail::name_of(one.code)) + ' ' + one.pointer);
    return all;
}

/// One mistake made in the sample, or a few, and all that is told about it.
struct mistake
{
    std::string name;
    std::string piece;
    std::string other;
    std::vector<std::string> expected;
};

void PrintTo(mistake const& one, std::ostream* out)
{
    *out << one.other;
}

std::string name_of_mistake(testing::TestParamInfo<mistake> const& info)
{
    return info.param.name;
}

class BadShape : public testing::TestWithParam<mistake>
{};

class BadCriterion : public testing::TestWithParam<mistake>
{};

} // namespace

TEST(PlanDocument, IsReadWithoutAWord)
{
    auto const read = inspect_plan(std::filesystem::path("tests/cases/sample.plan.json"));
    EXPECT_EQ(to_lines(read.found), "");
    ASSERT_TRUE(read.value);
    EXPECT_EQ(read.value->members.size(), 6U);
    EXPECT_EQ(read.value->members[3].name, same_text("Norrby kommun"));
    EXPECT_EQ(read.value->facts[3].ordered, true);
    EXPECT_EQ(read.value->matching->waiting_bucket_days, 30);
    EXPECT_EQ(
        read.value->rules[4].when,
        (criterion{group{quantifier::all_of,
                         {{leaf{"permit_since", comparator::reached,
                                anniversary{amount{0}, time_unit::days, counting::day}}},
                          {leaf{"permit_since", comparator::not_reached,
                                anniversary{amount{36}, time_unit::months, counting::month}}}}}}));
    EXPECT_EQ(read.value->needs_groups[3].when,
              (criterion{leaf{"barriers", comparator::count_at_least,
                              amount{parameter_reference{"many"}}}}));
}

TEST(PlanDocument, TellsEveryMistakeInDocumentOrder)
{
    auto const read = inspect_plan(std::filesystem::path("tests/cases/sample-bad.plan.json"));
    EXPECT_FALSE(read.value);
    EXPECT_EQ(
        told(read.found),
        (std::vector<std::string>{
            "unknown_key /facts/1/sensitve", "bad_value /parameters/0/values/1/from",
            "dangling_id /rules/0/when/all_of/0/fact", "wrong_kind /rules/5/when/any_of/2/at_least",
            "duplicate_id /needs_groups/3/id", "overlap /interventions/0/places/1/municipalities/0",
            "missing_key /interventions/2", "wrong_type /interventions/5/places/0/count"}));
    EXPECT_EQ(read.found.errors, 8U);
    EXPECT_EQ(to_line(read.found.list[0]),
              "tests/cases/sample-bad.plan.json:27:81: error: unknown_key: /facts/1/sensitve: "
              "unknown key `sensitve`; did you mean `sensitive`?");
    EXPECT_EQ(to_line(read.found.list[7]),
              "tests/cases/sample-bad.plan.json:107:28: error: wrong_type: "
              "/interventions/5/places/0/count: `count` must be a whole number, not text");
}

TEST(PlanDocument, IsReadWithWarnings)
{
    auto const read =
        inspect_plan(sample_with(R"(, "seed": "000102030405060708090a0b0c0d0e0f")", ""), "plan");
    ASSERT_TRUE(read.value);
    EXPECT_EQ(told(read.found), std::vector<std::string>{"no_seed /matching"});
    EXPECT_EQ(read.found.list[0].severity, severity::warning);
    EXPECT_EQ(read.found.list[0].line, 114U);
    EXPECT_EQ(read.found.list[0].file, "plan");
}

TEST(PlanDocument, MayHaveAByteOrderMarkAndCarriageReturns)
{
    auto text = "\xEF\xBB\xBF" + sample;
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.replace(at, 1, "\r\n");
    EXPECT_EQ(parse_plan(text).value(), parse_plan(sample).value());
}

TEST(PlanDocument, IsAnObject)
{
    EXPECT_EQ(told(inspect_plan("[]", "plan").found), std::vector<std::string>{"wrong_type "});
    EXPECT_EQ(told(inspect_plan("null", "plan").found), std::vector<std::string>{"wrong_type "});
    auto const empty = inspect_plan("{}", "plan").found;
    EXPECT_EQ(told(empty), std::vector<std::string>(8, "missing_key "));
}

TEST(PlanDocument, ThatCannotBeOpenedIsUnreadable)
{
    EXPECT_EQ(to_lines(read_plan(std::filesystem::path("tests")).error()),
              "tests: error: unreadable: this is a directory, not a file\n");
    EXPECT_EQ(to_lines(read_plan(std::filesystem::path("tests/no.json")).error()),
              "tests/no.json: error: unreadable: there is no such file\n");
    EXPECT_THROW((void)read_plan(std::filesystem::path("tests/no.json")).value(), document_error);
}

TEST(PlanDocument, IsCheckedOnTheDayAsked)
{
    auto const late = date{std::chrono::year{2030}, std::chrono::January, std::chrono::day{1}};
    EXPECT_FALSE(inspect_plan(sample, "plan", late).value);
}

TEST_P(BadShape, IsToldOnce)
{
    auto const& [name, piece, other, expected] = GetParam();
    auto const read = inspect_plan(sample_with(piece, other), "plan");
    EXPECT_EQ(told(read.found), expected) << to_lines(read.found);
    EXPECT_FALSE(read.value);
    for (auto const& one : read.found.list)
        EXPECT_GT(one.line, 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Plan, BadShape,
    testing::ValuesIn(std::vector<mistake>{
        {"TextIsCutOff", R"("matching": {)", "", {"syntax "}},
        {"UnknownFormat", "finsam-plan/1", "finsam-plan/2", {"bad_value /format"}},
        {"FormatIsNumber", R"("finsam-plan/1")", "1", {"wrong_type /format"}},
        {"FormatIsMissing", R"("format": "finsam-plan/1",)", "", {"missing_key "}},
        {"UnknownKey", R"("id": "sample")", R"("id": "sample", "x": 1)", {"unknown_key /x"}},
        {"MisspeltRequiredKey", R"("mandates":)", R"("mandate":)", {"unknown_key /mandate"}},
        {"MisspeltList",
         R"("period": {"from": "2024-01-01", "to": "2027)",
         R"("perod": {"from": "2024-01-01", "to": "2027)",
         {"unknown_key /perod"}},
        {"KeyTwice",
         R"("id": "fk",)",
         R"("id": "fk", "id": "fk2",)",
         {"duplicate_key /members/0/id"}},
        {"PeriodWithoutFrom",
         R"("period": {"from": "2024-01-01", )",
         R"("period": {)",
         {"missing_key /period"}},
        {"PeriodIsList",
         R"({"from": "2024-01-01", "to": "2027-01-01"})",
         "[]",
         {"wrong_type /period"}},
        {"DateIsNumber", R"("to": "2027-01-01")", R"("to": 2027)", {"wrong_type /period/to"}},
        {"DateDoesNotExist",
         R"("to": "2027-01-01")",
         R"("to": "2027-02-29")",
         {"bad_value /period/to"}},
        {"DateWithOneDigit",
         R"("to": "2027-01-01")",
         R"("to": "2027-1-1")",
         {"bad_value /period/to"}},
        {"PeriodEndsBeforeItBegins",
         R"("to": "2027-01-01")",
         R"("to": "2024-01-01")",
         {"bad_value /period/to"}},
        {"AreaIsText",
         R"(["9701", "9702", "9703"]})",
         R"("9701"})",
         {"wrong_type /association/area"}},
        {"CodeIsNumber",
         R"(["9701", "9702", "9703"]})",
         R"(["9701", 9702, "9703"]})",
         {"wrong_type /association/area/1"}},
        {"TextIsNumber",
         R"("name": "Försäkringskassan")",
         R"("name": 1)",
         {"wrong_type /members/0/name"}},
        {"TextWithoutLanguage",
         R"("name": "Försäkringskassan")",
         R"("name": {})",
         {"missing_key /members/0/name"}},
        {"TextInMisspeltLanguage",
         R"("name": "Försäkringskassan")",
         R"("name": {"se": "F"})",
         {"unknown_key /members/0/name/se"}},
        {"TextInForeignLanguageToo",
         R"("name": "Försäkringskassan")",
         R"("name": {"sv": "F", "deutsch": "V"})",
         {"unknown_key /members/0/name/deutsch"}},
        {"NullText",
         R"("label": "övre ålder")",
         R"("label": null)",
         {"wrong_type /parameters/0/label"}},
        {"CitationIsList",
         R"("cite": "avtal 3 §")",
         R"("cite": ["avtal"])",
         {"wrong_type /contributions/0/cite"}},
        {"CitationWithoutSource",
         R"("cite": "avtal 3 §")",
         R"("cite": {"provision": "3 §"})",
         {"missing_key /contributions/0/cite"}},
        {"CitationWithMisspeltSource",
         R"("cite": "avtal 3 §")",
         R"("cite": {"sorce": "3 §"})",
         {"unknown_key /contributions/0/cite/sorce"}},
        {"UnknownParty",
         "social_insurance_agency\", \"name",
         "forsakringskassan\", \"name",
         {"bad_value /members/0/party"}},
        {"CodeOfAnAgency",
         R"("name": "Arbetsförmedlingen")",
         R"("name": "Arbetsförmedlingen", "code": "97")",
         {"unknown_key /members/1/code"}},
        {"RegionWithoutCode",
         R"("name": "Region Sampel", "code": "97")",
         R"("name": "Region Sampel")",
         {"missing_key /members/2"}},
        {"AmountIsText",
         R"("amount": 2000000)",
         R"("amount": "2000000")",
         {"wrong_type /contributions/0/amount"}},
        {"AmountWithFraction",
         R"("amount": 2000000)",
         R"("amount": 2000000.0)",
         {"wrong_type /contributions/0/amount"}},
        {"AmountWithExponent",
         R"("amount": 2000000)",
         R"("amount": 2e6)",
         {"wrong_type /contributions/0/amount"}},
        {"AmountBeyond64Bits",
         R"("amount": 2000000)",
         R"("amount": 9223372036854775808)",
         {"bad_value /contributions/0/amount"}},
        {"AmountBeyondEveryDouble",
         R"("amount": 2000000)",
         R"("amount": )" + std::string(999, '9'),
         {"bad_value /contributions/0/amount"}},
        {"UnknownKind", R"("kind": "code")", R"("kind": "cod")", {"bad_value /facts/6/kind"}},
        {"ChoiceWithoutValues",
         R"("values": ["own", "rented", "migration_board"], )",
         "",
         {"missing_key /facts/4"}},
        {"ValuesOfAnInteger",
         R"("kind": "integer", )",
         R"("kind": "integer", "values": ["a"], )",
         {"unknown_key /facts/2/values"}},
        {"OrderedSet",
         R"("kind": "set", )",
         R"("kind": "set", "ordered": true, )",
         {"unknown_key /facts/5/ordered"}},
        {"OrderedIsText",
         R"("ordered": true)",
         R"("ordered": "true")",
         {"wrong_type /facts/3/ordered"}},
        {"SensitiveIsNull",
         R"("sensitive": true)",
         R"("sensitive": null)",
         {"wrong_type /facts/1/sensitive"}},
        {"ParameterWithoutValue",
         R"("values": [{"from": "2024-01-01", "value": 180}])",
         R"("values": [{"from": "2024-01-01"}])",
         {"missing_key /parameters/1/values/0"}},
        {"RuleAndWhen",
         R"("rule": "lang-sjuk"})",
         R"("rule": "lang-sjuk", "when": {"rule": "lang-sjuk"}})",
         {"unknown_key /needs_groups/1/when"}},
        {"WhenAndRule",
         R"("priority": 2, "rule": "lang-sjuk"})",
         R"("when": {"rule": "lang-sjuk"}, "priority": 2, "rule": "ung"})",
         {"unknown_key /needs_groups/1/rule"}},
        {"NeitherRuleNorWhen",
         R"("priority": 2, "rule": "lang-sjuk"})",
         R"("priority": 2})",
         {"missing_key /needs_groups/1"}},
        {"MisspeltRule",
         R"("priority": 2, "rule": "lang-sjuk"})",
         R"("priority": 2, "rul": "lang-sjuk"})",
         {"unknown_key /needs_groups/1/rul"}},
        {"PriorityIsMissing",
         R"("priority": 2, "rule": "lang-sjuk"})",
         R"("rule": "lang-sjuk"})",
         {"missing_key /needs_groups/1"}},
        {"UnknownDuty",
         R"("duty": "coordinate")",
         R"("duty": "samordna")",
         {"bad_value /declarations/0/commitments/0/duty"}},
        {"InterventionWithoutPlaces",
         R"(
      "places": [{"count": 5}]},)",
         R"(
      "methods": []},)",
         {"missing_key /interventions/5"}},
        {"StructuralWithPlacesAndRule",
         R"("kind": "structural", )",
         R"("kind": "structural", "rule": "ung", "places": [], )",
         {"unknown_key /interventions/6/rule", "unknown_key /interventions/6/places"}},
        {"StructuralWithBrokenWhen",
         R"("kind": "structural", )",
         R"("kind": "structural", "when": {"nonsense": [null]}, )",
         {"unknown_key /interventions/6/when"}},
        {"InterventionOfUnknownKind",
         R"("kind": "structural", )",
         R"("kind": "other", )",
         {"bad_value /interventions/6/kind"}},
        {"IndividualWithNeither",
         R"("kind": "individual", "rule": "langt-fran-arbete",)",
         R"("kind": "individual",)",
         {"missing_key /interventions/5"}},
        {"HardIsText",
         R"("places": [{"count": 5}])",
         R"("places": [{"count": 5, "reserved": [{"needs_group": "unga", "count": 1, "hard": "yes"}]}])",
         {"wrong_type /interventions/5/places/0/reserved/0/hard"}},
        {"MandateWithoutCitation",
         R"("purpose": "placement", "cite": {"source": "avtal", "provision": "4 §"})",
         R"("purpose": "placement")",
         {"missing_key /mandates/0"}},
        {"UnknownPolicy",
         R"("policy": "stable")",
         R"("policy": "fair")",
         {"bad_value /matching/policy"}},
        {"MatchingIsNull",
         R"("matching": {"policy": "stable", "waiting_bucket_days": 30, "seed": "000102030405060708090a0b0c0d0e0f"})",
         R"("matching": null)",
         {"wrong_type /matching"}},
        {"SeedIsNumber",
         R"("seed": "000102030405060708090a0b0c0d0e0f")",
         R"("seed": 1)",
         {"wrong_type /matching/seed"}},
        {"TwoMistakesInOneObject",
         R"("amount": 2000000, "cite": "avtal 3 §")",
         R"("amont": 2000000, "cite": 3)",
         {"unknown_key /contributions/0/amont", "wrong_type /contributions/0/cite"}},
        {"TwoKeysMissing",
         R"({"id": "migrationsverket", "name": {"sv": "Migrationsverket", "en": "the Migration Agency"}})",
         R"({"id": "migrationsverket", "name": "M"}, {})",
         {"missing_key /others/1", "missing_key /others/1"}},
        {"ItemsOfTheWrongType",
         R"("signatories": ["fk", "af",)",
         R"("signatories": ["fk", null, {}, "af",)",
         {"wrong_type /declarations/0/signatories/1", "wrong_type /declarations/0/signatories/2"}},
    }),
    name_of_mistake);

// A criterion of rule 5 is exchanged; what is told begins with its pointer.
TEST_P(BadCriterion, IsToldOnce)
{
    auto const& [name, piece, other, expected] = GetParam();
    auto const text = sample_with(R"({"fact": "social_assistance", "is": true})", other);
    auto const read = inspect_plan(text, "plan");
    std::vector<std::string> full;
    for (auto const& one : expected) {
        auto const space = one.find(' ');
        full.push_back(one.substr(0, space) + " /rules/5/when/any_of/2" + one.substr(space + 1));
    }
    EXPECT_EQ(told(read.found), full) << to_lines(read.found);
}

INSTANTIATE_TEST_SUITE_P(
    Plan, BadCriterion,
    testing::ValuesIn(std::vector<mistake>{
        {"NoObject", "", R"("ung")", {"wrong_type "}},
        {"Null", "", R"(null)", {"wrong_type "}},
        {"Empty", "", R"({})", {"missing_key "}},
        {"OnlyALabel", "", R"({"label": "x"})", {"missing_key "}},
        {"TwoForms", "", R"({"any_of": [], "all_of": []})", {"unknown_key /all_of"}},
        {"RuleAndFact",
         "",
         R"({"rule": "ung", "fact": "education", "is": "none"})",
         {"unknown_key /fact", "unknown_key /is"}},
        {"MisspeltForm", "", R"({"al_of": []})", {"unknown_key /al_of"}},
        {"FormIsNull", "", R"({"all_of": null})", {"wrong_type /all_of"}},
        {"FormIsObject", "", R"({"all_of": {}})", {"wrong_type /all_of"}},
        {"RuleIsNumber", "", R"({"rule": 1})", {"wrong_type /rule"}},
        {"UnknownKey", "", R"({"rule": "ung", "because": "x"})", {"unknown_key /because"}},
        {"AtLeastOfIsList", "", R"({"at_least_of": []})", {"wrong_type /at_least_of"}},
        {"AtLeastOfWithoutCount",
         "",
         R"({"at_least_of": {"of": []}})",
         {"missing_key /at_least_of"}},
        {"AtLeastOfWithTextCount",
         "",
         R"({"at_least_of": {"count": "2", "of": []}})",
         {"wrong_type /at_least_of/count"}},
        {"NoComparator", "", R"({"fact": "education"})", {"missing_key "}},
        {"MisspeltComparator",
         "",
         R"({"fact": "education", "at_leest": "none"})",
         {"unknown_key /at_leest"}},
        {"TwoComparators",
         "",
         R"({"fact": "education", "is": "none", "at_least": "none"})",
         {"wrong_kind /at_least"}},
        {"ThreeComparators",
         "",
         R"({"is": "none", "at_least": 1, "fact": "education", "before": 2})",
         {"wrong_kind /at_least", "wrong_kind /before"}},
        {"ComparatorWithoutFact", "", R"({"is": true})", {"missing_key "}},
        {"MisspeltFact", "", R"({"fakt": "wants_work", "is": true})", {"unknown_key /fakt"}},
        {"FactIsNumber", "", R"({"fact": 1, "is": true})", {"wrong_type /fact"}},
        {"ConstantIsNull", "", R"({"fact": "education", "is": null})", {"wrong_type /is"}},
        {"ConstantIsList", "", R"({"fact": "education", "is": ["none"]})", {"wrong_kind /is"}},
        {"ConstantIsObject",
         "",
         R"({"fact": "education", "is": {"value": 1}})",
         {"wrong_kind /is"}},
        {"OneOfIsText", "", R"({"fact": "education", "one_of": "none"})", {"wrong_kind /one_of"}},
        {"OneOfIsNull", "", R"({"fact": "education", "one_of": null})", {"wrong_type /one_of"}},
        {"OneOfNull",
         "",
         R"({"fact": "education", "one_of": ["none", null]})",
         {"wrong_type /one_of/1"}},
        {"OneOfBoolean",
         "",
         R"({"fact": "education", "one_of": ["none", true]})",
         {"wrong_kind /one_of/1"}},
        {"OneOfMixed",
         "",
         R"({"fact": "unemployed_months", "one_of": [1, "2", 3]})",
         {"wrong_kind /one_of/1"}},
        {"AtLeastBoolean",
         "",
         R"({"fact": "unemployed_months", "at_least": true})",
         {"wrong_kind /at_least"}},
        {"AtLeastFraction",
         "",
         R"({"fact": "unemployed_months", "at_least": 1.5})",
         {"wrong_type /at_least"}},
        {"AtLeastTooMuch",
         "",
         R"({"fact": "unemployed_months", "at_least": 1)" + std::string(30, '0') + "}",
         {"bad_value /at_least"}},
        {"MisspeltParameter",
         "",
         R"({"fact": "unemployed_months", "at_least": {"paramter": "many"}})",
         {"unknown_key /at_least/paramter"}},
        {"EmptyParameter",
         "",
         R"({"fact": "unemployed_months", "at_least": {}})",
         {"missing_key /at_least"}},
        {"ContainsList",
         "",
         R"({"fact": "barriers", "contains": ["debt"]})",
         {"wrong_kind /contains"}},
        {"CountIsText",
         "",
         R"({"fact": "barriers", "count_at_least": "2"})",
         {"wrong_kind /count_at_least"}},
        {"BeforeNumber", "", R"({"fact": "sick_since", "before": 2025})", {"wrong_kind /before"}},
        {"BeforeNoDate",
         "",
         R"({"fact": "sick_since", "before": "2025-02-29"})",
         {"bad_value /before"}},
        {"ReachedNumber", "", R"({"fact": "birth_date", "reached": 16})", {"wrong_kind /reached"}},
        {"ReachedNull", "", R"({"fact": "birth_date", "reached": null})", {"wrong_type /reached"}},
        {"ReachedNothing",
         "",
         R"({"fact": "birth_date", "reached": {}})",
         {"missing_key /reached"}},
        {"ReachedWithMisspeltUnit",
         "",
         R"({"fact": "birth_date", "reached": {"year": 16}})",
         {"unknown_key /reached/year"}},
        {"ReachedInTwoUnits",
         "",
         R"({"fact": "birth_date", "reached": {"years": 16, "days": 1}})",
         {"wrong_kind /reached/days"}},
        {"ReachedCountedStrangely",
         "",
         R"({"fact": "birth_date", "reached": {"years": 16, "counted": "june"}})",
         {"bad_value /reached/counted"}},
        {"ReachedText",
         "",
         R"({"fact": "birth_date", "reached": {"years": "16"}})",
         {"wrong_type /reached/years"}},
        {"IsNoneText", "", R"({"fact": "birth_date", "is_none": "yes"})", {"wrong_kind /is_none"}},
        {"LabelIsNumber",
         "",
         R"({"fact": "wants_work", "is": true, "label": 1})",
         {"wrong_type /label"}},
        {"DeepInside",
         "",
         R"({"all_of": [{"any_of": [{"none_of": [{"at_least_of": {"count": 1, "of": [{"rule": "ung"}, {}]}}]}]}]})",
         {"missing_key /all_of/0/any_of/0/none_of/0/at_least_of/of/1"}},
    }),
    name_of_mistake);
