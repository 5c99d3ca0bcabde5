// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>

#include "support/plan_mistake.hpp"
#include "support/without_hint.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace finsam;
using testing_support::name_of_mistake;
using testing_support::plan_mistake;
using testing_support::sample_with;
using testing_support::told;
using testing_support::without_hint;

namespace {

class BadCriterion : public testing::TestWithParam<plan_mistake>
{};

} // namespace

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
    EXPECT_EQ(without_hint(read.found), "");
}

INSTANTIATE_TEST_SUITE_P(
    Plan, BadCriterion,
    testing::ValuesIn(std::vector<plan_mistake>{
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
        {"UnknownComparator",
         "",
         R"({"fact": "education", "xyzzy": "none"})",
         {"unknown_key /xyzzy"}},
        {"UnknownComparatorAndOtherUnknownKey",
         "",
         R"({"fact": "education", "xyzzy": "none", "because": "x"})",
         {"unknown_key /xyzzy", "unknown_key /because"}},
        {"UnknownKeyBesideAMisspeltComparator",
         "",
         R"({"fact": "education", "xyzzy": "x", "at_leest": "none"})",
         {"unknown_key /xyzzy", "unknown_key /at_leest"}},
        // The misspelt label is one mistake, the comparator that is not there another.
        {"MisspeltLabelAndNoComparator",
         "",
         R"({"fact": "education", "lable": "x"})",
         {"missing_key ", "unknown_key /lable"}},
        {"UnknownForm", "", R"({"xyzzy": []})", {"unknown_key /xyzzy"}},
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
        {"ReachedWithUnknownUnit",
         "",
         R"({"fact": "birth_date", "reached": {"weeks": 16}})",
         {"unknown_key /reached/weeks"}},
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
        {"LabelInAnotherLanguage",
         "",
         R"({"fact": "wants_work", "is": true, "label": {"fi": "x"}})",
         {"unknown_key /label/fi"}},
        {"DeepInside",
         "",
         R"({"all_of": [{"any_of": [{"none_of": [{"at_least_of": {"count": 1, "of": [{"rule": "ung"}, {}]}}]}]}]})",
         {"missing_key /all_of/0/any_of/0/none_of/0/at_least_of/of/1"}},
    }),
    name_of_mistake);
