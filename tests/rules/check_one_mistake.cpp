// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>

#include "support/checked.hpp"
#include "support/sample_plan.hpp"
#include "support/without_hint.hpp"

#include <gtest/gtest.h>

#include <ostream>

// One mistake gives one diagnostic: the lawful sample is broken in one place.

namespace finsam {
namespace {

using namespace testing_support;

struct mistake
{
    char const* name;
    void (*make)(plan&);
    char const* told; ///< code and pointer

    friend std::ostream& operator<<(std::ostream& out, mistake const& one)
    {
        return out << one.name;
    }
};

class CheckOneMistake : public testing::TestWithParam<mistake>
{};

TEST_P(CheckOneMistake, GivesOneDiagnostic)
{
    auto broken = sample_plan();
    GetParam().make(broken);
    auto const found = check(broken);
    EXPECT_EQ(places(found), lines{GetParam().told}) << to_lines(found);
    EXPECT_EQ(without_hint(found), "");
}

std::string name_of_test(testing::TestParamInfo<mistake> const& info)
{
    return info.param.name;
}

leaf& sick_leaf(plan& p)
{
    return leaf_of(p.rules[1].when);
}
leaf& leaf_at(criterion& one, std::size_t i)
{
    return leaf_of(of(one)[i]);
}

INSTANTIATE_TEST_SUITE_P(
    Values, CheckOneMistake,
    testing::ValuesIn(std::vector<mistake>{
        {"PlanId", [](plan& p) { p.id = "Sample"; }, "bad_value /id"},
        {"PlanIdTooLong", [](plan& p) { p.id.assign(65, 'a'); }, "bad_value /id"},
        {"AssociationWithoutName", [](plan& p) { p.association.name = {}; },
         "bad_value /association/name"},
        {"EmptyArea", [](plan& p) { p.association.area.clear(); }, "bad_value /association/area"},
        {"AreaCodeOfThreeDigits", [](plan& p) { p.association.area[0] = "970"; },
         "bad_value /association/area/0"},
        {"AreaCodeWithLetter", [](plan& p) { p.association.area[2] = "97O3"; },
         "bad_value /association/area/2"},
        {"AreaCodeTwice", [](plan& p) { p.association.area.push_back("9702"); },
         "duplicate_id /association/area/3"},
        {"PlanPeriodBackwards", [](plan& p) { p.period.to = day(2023, 1, 1); },
         "bad_value /period/to"},
        {"PlanPeriodOfNoDay", [](plan& p) { p.period.to = p.period.from; }, "bad_value /period/to"},
        {"PlanPeriodFromNoDay", [](plan& p) { p.period.from = day(2023, 2, 29); },
         "bad_value /period/from"},
        {"PlanPeriodToYearTenThousand", [](plan& p) { p.period.to = day(10'000, 1, 1); },
         "bad_value /period/to"},
        {"MemberId", [](plan& p) { p.members[3].id = "-norrby"; }, "bad_value /members/3/id"},
        {"MemberWithoutName", [](plan& p) { p.members[0].name = {}; }, "bad_value /members/0/name"},
        {"AgencyWithCode", [](plan& p) { p.members[1].code = "01"; }, "unknown_key /members/1/code"},
        {"RegionWithoutCode", [](plan& p) { p.members[2].code.reset(); }, "missing_key /members/2"},
        {"RegionCodeOfFourDigits", [](plan& p) { p.members[2].code = "9701"; },
         "bad_value /members/2/code"},
        {"MunicipalityWithoutCode", [](plan& p) { p.members[4].code.reset(); },
         "missing_key /members/4"},
        {"MunicipalityCodeOfTwoDigits", [](plan& p) { p.members[4].code = "97"; },
         "bad_value /members/4/code"},
        {"MunicipalityAsRegion", [](plan& p) { p.members[4].party = party::region; },
         "bad_value /members/4/code"},
        {"AgencyAsRegion", [](plan& p) { p.members[0].party = party::region; },
         "missing_key /members/0"},
        {"OtherNamedLikeAParty",
         [](plan& p) { p.others.push_back({"region", same_text("another region")}); },
         "bad_value /others/1/id"},
        {"OtherWithoutName", [](plan& p) { p.others[0].name = {}; }, "bad_value /others/0/name"},
        {"NegativeContribution", [](plan& p) { p.contributions[1].amount = -1; },
         "bad_value /contributions/1/amount"},
        {"FactName", [](plan& p) { p.facts[4].name = "Housing"; leaf_at(p.rules[4].when, 1).fact = "Housing"; },
         "bad_value /facts/4/name"},
        {"FactNamedAsReservedKey", [](plan& p) { p.facts.push_back({.name = "consents", .kind = fact_kind::boolean}); },
         "bad_value /facts/10/name"},
        {"FactNamedAsBuiltIn", [](plan& p) { p.facts.push_back({.name = "municipality", .kind = fact_kind::choice, .values = {"a"}}); },
         "bad_value /facts/10/name"},
        {"FactLabelInNoLanguage", [](plan& p) { p.facts[0].label = text{}; }, "bad_value /facts/0/label"},
        {"ChoiceWithoutValues", [](plan& p) { p.facts[4].values.clear(); }, "bad_value /facts/4/values"},
        {"SetWithoutValues", [](plan& p) { p.facts[5].values.clear(); }, "bad_value /facts/5/values"},
        {"ValueTwice", [](plan& p) { p.facts[3].values.push_back("none"); }, "bad_value /facts/3/values/3"},
        {"SetOf65Values",
         [](plan& p) {
             while (p.facts[5].values.size() < 65)
                 p.facts[5].values.push_back("v" + std::to_string(p.facts[5].values.size()));
         },
         "bad_value /facts/5/values"},
        {"ValuesOfABoolean", [](plan& p) { p.facts[9].values = {"a"}; }, "unknown_key /facts/9/values"},
        {"OrderedSet", [](plan& p) { p.facts[5].ordered = true; }, "unknown_key /facts/5/ordered"},
        {"ParameterId", [](plan& p) { p.parameters[3].id = "Months"; leaf_at(p.rules[3].when, 3).value = by_parameter("Months"); },
         "bad_value /parameters/3/id"},
        {"ParameterWithoutValues", [](plan& p) { p.parameters[0].values.clear(); },
         "bad_value /parameters/0/values"},
        {"ParameterValuesNotAscending", [](plan& p) { p.parameters[0].values[1].from = day(2019, 1, 1); },
         "bad_value /parameters/0/values/1/from"},
        {"ParameterValuesOfOneDay", [](plan& p) { p.parameters[0].values[1].from = day(2020, 1, 1); },
         "bad_value /parameters/0/values/1/from"},
        {"ParameterValueFromNoDay", [](plan& p) { p.parameters[0].values[0].from = day(2020, 13, 1); },
         "bad_value /parameters/0/values/0/from"},
        {"ParameterTooManyYears", [](plan& p) { p.parameters[0].values[1].value = 1001; },
         "bad_value /parameters/0/values/1/value"},
        {"ParameterTooManyDays", [](plan& p) { p.parameters[1].values[0].value = 400'001; },
         "bad_value /parameters/1/values/0/value"},
        {"ParameterNotACount", [](plan& p) { p.parameters[2].values[0].value = 0; },
         "bad_value /parameters/2/values/0/value"},
        {"ParameterOfMoreThan32Bits", [](plan& p) { p.parameters[3].values[0].value = 2'147'483'648; },
         "bad_value /parameters/3/values/0/value"},
        {"RuleId", [](plan& p) { p.rules[0].id = ""; p.needs_groups[0].when = refers(""); }, "bad_value /rules/0/id"},
        {"RulePeriodBackwards", [](plan& p) { p.rules[1].period->to = day(2019, 1, 1); },
         "bad_value /rules/1/period/to"},
        {"RuleLabelInNoLanguage", [](plan& p) { p.rules[5].label = text{}; }, "bad_value /rules/5/label"},
        {"CriterionLabelInNoLanguage", [](plan& p) { of(p.rules[0].when)[1].label = text{}; },
         "bad_value /rules/0/when/all_of/1/label"},
        {"NeedsGroupId", [](plan& p) { p.needs_groups[0].id = "young people"; p.declarations[0].needs_groups[0] = "young people"; },
         "bad_value /needs_groups/0/id"},
        {"NeedsGroupWithoutLabel", [](plan& p) { p.needs_groups[0].label = {}; }, "bad_value /needs_groups/0/label"},
        {"PriorityZero", [](plan& p) { p.needs_groups[1].priority = 0; }, "bad_value /needs_groups/1/priority"},
        {"NeedsGroupPeriodBackwards", [](plan& p) { p.needs_groups[1].period = period{day(2025, 1, 1), day(2024, 1, 1)}; },
         "bad_value /needs_groups/1/period/to"},
        {"NeedsGroupWithRuleAndWhen", [](plan& p) { p.needs_groups[1].when = refers("young"); },
         "unknown_key /needs_groups/1/when"},
        {"NeedsGroupWithoutRule", [](plan& p) { p.needs_groups[1].rule.reset(); }, "missing_key /needs_groups/1"},
        {"DeclarationId", [](plan& p) { p.declarations[0].id = "Will"; }, "bad_value /declarations/0/id"},
        {"DeclarationWithoutTitle", [](plan& p) { p.declarations[0].title = {}; }, "bad_value /declarations/0/title"},
        {"DeclarationPeriodBackwards", [](plan& p) { p.declarations[0].period = period{day(2025, 1, 1), day(2024, 1, 1)}; },
         "bad_value /declarations/0/period/to"},
        {"CommitmentTextInNoLanguage", [](plan& p) { p.declarations[0].commitments[1].text = text{}; },
         "bad_value /declarations/0/commitments/1/text"},
        {"InterventionId", [](plan& p) { p.interventions[1].id = "IPS"; }, "bad_value /interventions/1/id"},
        {"InterventionWithoutLabel", [](plan& p) { p.interventions[1].label = {}; }, "bad_value /interventions/1/label"},
        {"InterventionPeriodBackwards", [](plan& p) { p.interventions[1].period = period{day(2025, 1, 1), day(2024, 1, 1)}; },
         "bad_value /interventions/1/period/to"},
        {"NegativeCost", [](plan& p) { p.interventions[1].cost_per_place = -1; }, "bad_value /interventions/1/cost_per_place"},
        {"InterventionWithRuleAndWhen", [](plan& p) { p.interventions[0].when = refers("young"); },
         "unknown_key /interventions/0/when"},
        {"InterventionWithoutRule", [](plan& p) { p.interventions[1].when.reset(); p.facts[6].name = p.facts[6].name; leaf_at(p.rules[4].when, 1) = leaf_at(p.rules[4].when, 1);
              p.rules[5].when = any_of({p.rules[5].when, asks("diagnosis", comparator::is, "F"), asks("wants_work", comparator::is, true)}); },
         "missing_key /interventions/1"},
        {"StructuralWithRule", [](plan& p) { p.interventions[4].rule = "young"; }, "unknown_key /interventions/4/rule"},
        {"StructuralWithCriterion", [](plan& p) { p.interventions[4].when = refers("young"); }, "unknown_key /interventions/4/when"},
        {"StructuralWithPlaces", [](plan& p) { p.interventions[4].places = {{.count = 1}}; }, "unknown_key /interventions/4/places"},
        {"StructuralAsIndividual", [](plan& p) { p.interventions[4].kind = intervention_kind::individual; }, "missing_key /interventions/4"},
        {"PoolOfNoMunicipality", [](plan& p) { p.interventions[0].places[0].municipalities->clear(); },
         "bad_value /interventions/0/places/0/municipalities"},
        {"PoolCodeOfThreeDigits", [](plan& p) { p.interventions[0].places[0].municipalities = {{"970"}}; },
         "bad_value /interventions/0/places/0/municipalities/0"},
        {"PoolOutsideTheArea", [](plan& p) { p.interventions[0].places[1].municipalities = {{"9704"}}; },
         "bad_value /interventions/0/places/1/municipalities/0"},
        {"NegativeCount", [](plan& p) { p.interventions[3].places[0].count = -1; }, "bad_value /interventions/3/places/0/count"},
        {"NegativeReserve", [](plan& p) { p.interventions[0].places[0].reserved[0].count = -1; },
         "bad_value /interventions/0/places/0/reserved/0/count"},
        {"MandateId", [](plan& p) { p.mandates[0].id = "Placing"; }, "bad_value /mandates/0/id"},
        {"MandatePeriodBackwards", [](plan& p) { p.mandates[1].period->to = day(2023, 1, 1); }, "bad_value /mandates/1/period/to"},
        {"BucketOfNoDays", [](plan& p) { p.matching->waiting_bucket_days = 0; }, "bad_value /matching/waiting_bucket_days"},
        {"SeedOf31Digits", [](plan& p) { p.matching->seed->pop_back(); }, "bad_value /matching/seed"},
        {"SeedWithLetter", [](plan& p) { p.matching->seed->back() = 'g'; }, "bad_value /matching/seed"},
    }),
    name_of_test);

INSTANTIATE_TEST_SUITE_P(
    References, CheckOneMistake,
    testing::ValuesIn(std::vector<mistake>{
        {"MemberTwice", [](plan& p) { p.members[4].id = "norrby"; }, "duplicate_id /members/4/id"},
        {"AgencyTwice", [](plan& p) { p.members[1].id = "fk"; }, "duplicate_id /members/1/id"},
        {"OtherNamedLikeAMember", [](plan& p) { p.others[0].id = "fk"; },
         "duplicate_id /others/0/id"},
        {"FactTwice", [](plan& p) { p.facts[9].name = "assistance"; },
         "duplicate_id /facts/9/name"},
        {"FactTwiceOfAnotherKind", [](plan& p) { p.facts[4].name = "unemployed"; },
         "duplicate_id /facts/4/name"},
        {"ParameterTwice", [](plan& p) { p.parameters[3].id = "many"; },
         "duplicate_id /parameters/3/id"},
        {"NeedsGroupTwice", [](plan& p) { p.needs_groups[2].id = "young-people"; },
         "duplicate_id /needs_groups/2/id"},
        {"DeclarationTwice", [](plan& p) { p.declarations.push_back(p.declarations[0]); },
         "duplicate_id /declarations/1/id"},
        {"InterventionTwice", [](plan& p) { p.interventions[2].id = "start"; },
         "duplicate_id /interventions/2/id"},
        {"MandateTwice", [](plan& p) { p.mandates[1].id = "placing"; },
         "duplicate_id /mandates/1/id"},
        {"ContributionOfNobody", [](plan& p) { p.contributions[0].member = "fkk"; },
         "dangling_id /contributions/0/member"},
        {"ContributionOfAnOther", [](plan& p) { p.contributions[0].member = "migration"; },
         "dangling_id /contributions/0/member"},
        {"HolderIsNobody", [](plan& p) { p.facts[1].holder = "forsakringskassan"; },
         "dangling_id /facts/1/holder"},
        {"HolderIsAMember", [](plan& p) { p.facts[1].holder = "fk"; },
         "dangling_id /facts/1/holder"},
        {"SignatoryIsNobody", [](plan& p) { p.declarations[0].signatories[1] = "amsterdam"; },
         "dangling_id /declarations/0/signatories/1"},
        {"DeclaredGroupIsNone", [](plan& p) { p.declarations[0].needs_groups[0] = "old-people"; },
         "dangling_id /declarations/0/needs_groups/0"},
        {"CommitmentOfNobody", [](plan& p) { p.declarations[0].commitments[0].member = "amf"; },
         "dangling_id /declarations/0/commitments/0/member"},
        {"CommitmentForNoGroup",
         [](plan& p) { p.declarations[0].commitments[1].needs_group = "sick"; },
         "dangling_id /declarations/0/commitments/1/needs_group"},
        {"RunByNobody", [](plan& p) { p.interventions[0].members[0].member = "norby"; },
         "dangling_id /interventions/0/members/0/member"},
        {"ReservedForNoGroup",
         [](plan& p) { p.interventions[0].places[0].reserved[0].needs_group = "hinderd"; },
         "dangling_id /interventions/0/places/0/reserved/0/needs_group"},
        {"LeadsNowhere", [](plan& p) { p.interventions[0].leads_to[0] = "practise"; },
         "dangling_id /interventions/0/leads_to/0"},
        {"RequiresNothing", [](plan& p) { p.interventions[2].requires_completed[0] = "stort"; },
         "dangling_id /interventions/2/requires_completed/0"},
        {"SignatoryTwice", [](plan& p) { p.declarations[0].signatories.push_back("fk"); },
         "duplicate_id /declarations/0/signatories/3"},
        {"DeclaredGroupTwice",
         [](plan& p) { p.declarations[0].needs_groups.push_back("young-people"); },
         "duplicate_id /declarations/0/needs_groups/1"},
        {"LeadsTwiceToOne", [](plan& p) { p.interventions[0].leads_to.push_back("practice"); },
         "duplicate_id /interventions/0/leads_to/1"},
        {"RequiresOneTwice",
         [](plan& p) { p.interventions[2].requires_completed.push_back("start"); },
         "duplicate_id /interventions/2/requires_completed/1"},
        {"MandateOfNobody", [](plan& p) { p.mandates[0].member = "aff"; },
         "dangling_id /mandates/0/member"},
        {"MandateOfAnOther", [](plan& p) { p.mandates[0].member = "migration"; },
         "dangling_id /mandates/0/member"},
        {"UnknownFact", [](plan& p) { sick_leaf(p).fact = "sick_sinse"; },
         "dangling_id /rules/1/when/fact"},
        {"OnlyUseOfAFactMisspelt", [](plan& p) { leaf_at(p.rules[5].when, 3).fact = "asistance"; },
         "dangling_id /rules/5/when/any_of/3/fact"},
        {"OnlyUseOfAFactUnrecognisable", [](plan& p) { leaf_at(p.rules[5].when, 3).fact = "xyz"; },
         "dangling_id /rules/5/when/any_of/3/fact"},
        {"UnknownRuleInARule", [](plan& p) { of(p.rules[5].when)[0] = refers("long-sik"); },
         "dangling_id /rules/5/when/any_of/0/rule"},
        {"UnknownRuleInAGroup", [](plan& p) { p.needs_groups[1].rule = "long-sikc"; },
         "dangling_id /needs_groups/1/rule"},
        {"OnlyUseOfARuleMisspelt", [](plan& p) { p.interventions[2].rule = "newcommer"; },
         "dangling_id /interventions/2/rule"},
        {"UnknownParameterInADuration",
         [](plan& p) {
             leaf_at(p.rules[0].when, 1).value = anniversary{by_parameter("young_til")};
         },
         "dangling_id /rules/0/when/all_of/1/not_reached/years/parameter"},
        {"UnknownParameterInACount",
         [](plan& p) { std::get<group>(p.rules[3].when.form).count = by_parameter("mny"); },
         "dangling_id /rules/3/when/at_least_of/count/parameter"},
        {"UnknownParameterInAList",
         [](plan& p) {
             leaf_at(p.rules[5].when, 2).value = std::vector<amount>{1, by_parameter("monts")};
         },
         "dangling_id /rules/5/when/any_of/2/one_of/1/parameter"},
        {"UnknownParameterInAComparison",
         [](plan& p) { leaf_at(p.rules[3].when, 3).value = by_parameter("monts"); },
         "dangling_id /rules/3/when/at_least_of/of/3/at_least/parameter"},
        {"UnknownCompletedIntervention",
         [](plan& p) { leaf_at(*p.interventions[3].when, 1).value = "statr"; },
         "dangling_id /interventions/3/when/any_of/1/contains"},
        {"RuleVersionsOverlap", [](plan& p) { p.rules[2].period->from = day(2024, 12, 31); },
         "overlap /rules/2"},
        {"RuleTwiceWithoutPeriods", [](plan& p) { p.rules.push_back(p.rules[0]); },
         "overlap /rules/6"},
        {"RuleNamedLikeAnother", [](plan& p) { p.rules[4].id = "young"; }, "overlap /rules/4"},
        {"RuleNamesItself", [](plan& p) { of(p.rules[0].when).push_back(refers("young")); },
         "cycle /rules/0/when/all_of/2/rule"},
        {"RulesInACircle",
         [](plan& p) {
             of(p.rules[4].when).push_back(refers("far-from-work"));
             of(p.rules[5].when).push_back(refers("newcomer"));
         },
         "cycle /rules/5/when/any_of/4/rule"},
        {"LeadsBack", [](plan& p) { p.interventions[2].leads_to = {"start"}; },
         "cycle /interventions/2/leads_to/0"},
        {"LeadsToItself", [](plan& p) { p.interventions[0].leads_to = {"start"}; },
         "cycle /interventions/0/leads_to/0"},
        {"RequiresItself", [](plan& p) { p.interventions[2].requires_completed = {"practice"}; },
         "cycle /interventions/2/requires_completed/0"},
        {"PoolsShareAMunicipality",
         [](plan& p) {
             p.interventions[0].places[1].municipalities = {{"9702", "9701"}};
         },
         "overlap /interventions/0/places/1/municipalities/1"},
        {"MunicipalityTwiceInAPool",
         [](plan& p) {
             p.interventions[0].places[1].municipalities = {{"9702", "9702"}};
         },
         "overlap /interventions/0/places/1/municipalities/1"},
        {"TwoPoolsForTheRest", [](plan& p) { p.interventions[1].places.push_back({.count = 1}); },
         "overlap /interventions/1/places/1"},
        {"RuleNotYetInForce",
         [](plan& p) {
             p.rules[1].period->from = day(2024, 2, 1);
             p.rules[5].when = asks("assistance", comparator::is, true);
         },
         "not_in_force /needs_groups/1/rule"},
        {"ParameterNotYetInForce",
         [](plan& p) { p.parameters[3].values[0].from = day(2024, 2, 1); },
         "not_in_force /rules/3/when/at_least_of/of/3/at_least/parameter"},
        {"ReservesWithSerial", [](plan& p) { p.matching->policy = policy::serial; },
         "not_allowed /interventions/0/places/0/reserved"},
        {"ReservesWithCoverage", [](plan& p) { p.matching->policy = policy::coverage; },
         "not_allowed /interventions/0/places/0/reserved"},
    }),
    name_of_test);

INSTANTIATE_TEST_SUITE_P(
    Constants, CheckOneMistake,
    testing::ValuesIn(std::vector<mistake>{
        {"ComparatorOfAnotherKind",
         [](plan& p) {
             leaf_at(p.rules[5].when, 3) = {"assistance", comparator::at_least, amount{1}};
         },
         "wrong_kind /rules/5/when/any_of/3/at_least"},
        {"OrderOfAnUnorderedChoice",
         [](plan& p) {
             leaf_at(p.rules[4].when, 1) = {"housing", comparator::at_least, "own"};
         },
         "wrong_kind /rules/4/when/any_of/1/at_least"},
        {"BooleanIsNone",
         [](plan& p) {
             leaf_at(p.rules[5].when, 3) = {"assistance", comparator::is_none, true};
         },
         "wrong_kind /rules/5/when/any_of/3/is_none"},
        {"SetIsNone",
         [](plan& p) {
             leaf_at(p.rules[3].when, 1) = {"barriers", comparator::is_none, true};
         },
         "wrong_kind /rules/3/when/at_least_of/of/1/is_none"},
        {"SetIs",
         [](plan& p) {
             leaf_at(p.rules[3].when, 1) = {"barriers", comparator::is, "debt"};
         },
         "wrong_kind /rules/3/when/at_least_of/of/1/is"},
        {"DateAtLeast",
         [](plan& p) {
             sick_leaf(p) = {"sick_since", comparator::at_least, amount{1}};
         },
         "wrong_kind /rules/1/when/at_least"},
        {"CodeContains",
         [](plan& p) { leaf_at(*p.interventions[1].when, 0).compare = comparator::contains_any; },
         "wrong_kind /interventions/1/when/all_of/0/contains_any"},
        {"IntegerIsText", [](plan& p) { leaf_at(p.rules[5].when, 1).value = "24"; },
         "wrong_kind /rules/5/when/any_of/1/more_than"},
        {"IntegerAmongTexts",
         [](plan& p) { leaf_at(p.rules[5].when, 2).value = std::vector<std::string>{"1"}; },
         "wrong_kind /rules/5/when/any_of/2/one_of/0"},
        {"NumberAmongTheValuesOfAChoice",
         [](plan& p) { leaf_at(p.rules[4].when, 1).value = std::vector<amount>{1}; },
         "wrong_kind /rules/4/when/any_of/1/one_of/0"},
        {"NumberAmongTheValuesOfASet",
         [](plan& p) { leaf_at(p.rules[3].when, 0).value = std::vector<amount>{1}; },
         "wrong_kind /rules/3/when/at_least_of/of/0/contains_any/0"},
        {"IntegerIsAList",
         [](plan& p) { leaf_at(p.rules[5].when, 1).value = std::vector<amount>{1}; },
         "wrong_kind /rules/5/when/any_of/1/more_than"},
        {"BooleanIsNumber", [](plan& p) { leaf_at(p.rules[5].when, 3).value = amount{1}; },
         "wrong_kind /rules/5/when/any_of/3/is"},
        {"ChoiceIsTruth",
         [](plan& p) {
             leaf_at(p.rules[4].when, 1) = {"housing", comparator::is, true};
         },
         "wrong_kind /rules/4/when/any_of/1/is"},
        {"DateAfterText", [](plan& p) { leaf_at(p.rules[4].when, 0).value = "2015-01-01"; },
         "wrong_kind /rules/4/when/any_of/0/after"},
        {"ParameterInAWrongPlace",
         [](plan& p) { leaf_at(p.rules[3].when, 2).value = by_parameter("many"); },
         "wrong_kind /rules/3/when/at_least_of/of/2/at_most"},
        {"NotAValueOfTheChoice", [](plan& p) { leaf_at(p.rules[3].when, 2).value = "compulsary"; },
         "bad_value /rules/3/when/at_least_of/of/2/at_most"},
        {"NotAValueInTheList",
         [](plan& p) {
             leaf_at(p.rules[4].when, 1).value = std::vector<std::string>{"rented", "lent"};
         },
         "bad_value /rules/4/when/any_of/1/one_of/1"},
        {"NotAValueOfTheSet",
         [](plan& p) {
             leaf_at(p.rules[3].when, 0).value = std::vector<std::string>{"mental", "pane"};
         },
         "bad_value /rules/3/when/at_least_of/of/0/contains_any/1"},
        {"EmptyList",
         [](plan& p) { leaf_at(*p.interventions[1].when, 0).value = std::vector<std::string>{}; },
         "bad_value /interventions/1/when/all_of/0/one_of"},
        {"EmptyListOfNumbers",
         [](plan& p) { leaf_at(p.rules[5].when, 2).value = std::vector<amount>{}; },
         "bad_value /rules/5/when/any_of/2/one_of"},
        {"ContainsAllOfNothing",
         [](plan& p) {
             leaf_at(p.rules[3].when, 0) = {"barriers", comparator::contains_all,
                                            std::vector<std::string>{}};
         },
         "bad_value /rules/3/when/at_least_of/of/0/contains_all"},
        {"EmptyCode",
         [](plan& p) {
             leaf_at(*p.interventions[1].when, 0) = {"diagnosis", comparator::is, ""};
         },
         "bad_value /interventions/1/when/all_of/0/is"},
        {"CodeOf33Characters",
         [](plan& p) {
             leaf_at(*p.interventions[1].when, 0) = {"diagnosis", comparator::is,
                                                     std::string(33, 'F')};
         },
         "bad_value /interventions/1/when/all_of/0/is"},
        {"IntegerOfMoreThan32Bits",
         [](plan& p) { leaf_at(p.rules[5].when, 1).value = amount{2'147'483'648}; },
         "bad_value /rules/5/when/any_of/1/more_than"},
        {"IntegerBelow32Bits",
         [](plan& p) {
             leaf_at(p.rules[5].when, 2).value = std::vector<amount>{0, -2'147'483'649};
         },
         "bad_value /rules/5/when/any_of/2/one_of/1"},
        {"CountOfNothing", [](plan& p) { leaf_of(*p.needs_groups[2].when).value = amount{0}; },
         "bad_value /needs_groups/2/when/count_at_least"},
        {"NegativeCountOfCriteria",
         [](plan& p) { std::get<group>(p.rules[3].when.form).count = -1; },
         "bad_value /rules/3/when/at_least_of/count"},
        {"CountWhereNoneBelongs", [](plan& p) { std::get<group>(p.rules[0].when.form).count = 1; },
         "unknown_key /rules/0/when/count"},
        {"TooManyYears", [](plan& p) { leaf_at(p.rules[0].when, 0).value = anniversary{1001}; },
         "bad_value /rules/0/when/all_of/0/reached/years"},
        {"TooManyMonths",
         [](plan& p) {
             sick_leaf(p).value = anniversary{12'001, time_unit::months};
         },
         "bad_value /rules/1/when/reached/months"},
        {"NegativeDays",
         [](plan& p) {
             sick_leaf(p).value = anniversary{-1, time_unit::days};
         },
         "bad_value /rules/1/when/reached/days"},
        {"NoSuchDay", [](plan& p) { leaf_at(p.rules[4].when, 0).value = day(2015, 2, 29); },
         "bad_value /rules/4/when/any_of/0/after"},
    }),
    name_of_test);

INSTANTIATE_TEST_SUITE_P(
    ActAndPractice, CheckOneMistake,
    testing::ValuesIn(std::vector<mistake>{
        {"AgencyOfAnotherParty",
         [](plan& p) { p.members[1].party = party::social_insurance_agency; },
         "missing_party /members"},
        {"MunicipalityIsNoMember", [](plan& p) { p.association.area.push_back("9704"); },
         "uncovered_area /association/area/3"},
        {"AreaCodeOfAnotherMunicipality", [](plan& p) { p.association.area[0] = "9711"; },
         "uncovered_area /association/area/0"},
        {"MemberCodeOfAnotherMunicipality", [](plan& p) { p.members[3].code = "9711"; },
         "uncovered_area /association/area/0"},
        {"RegionOfAnotherCounty", [](plan& p) { p.members[2].code = "96"; },
         "uncovered_area /association/area/0"},
        {"OnePartyAlone", [](plan& p) { p.interventions[2].members[1].member = "af"; },
         "single_party /interventions/2"},
        {"TwoMunicipalitiesAreOneParty",
         [](plan& p) { p.interventions[3].members[1].member = "norrby"; },
         "single_party /interventions/3"},
        {"NoMembers", [](plan& p) { p.interventions[1].members.clear(); },
         "single_party /interventions/1"},
        {"UnequalShares", [](plan& p) { p.contributions[0].amount += 4; },
         "unequal_shares /contributions"},
        {"NoCoordinator", [](plan& p) { p.declarations[0].commitments[0].duty = duty::run; },
         "no_coordinator /declarations/0"},
        {"NoCommitments", [](plan& p) { p.declarations[0].commitments.clear(); },
         "no_coordinator /declarations/0"},
        {"CapacityTestInIps",
         [](plan& p) {
             p.interventions[0].methods = {"IPS"};
             p.facts[2].name = "work_capacity";
             for (auto* leaf : {&leaf_at(p.rules[3].when, 3), &leaf_at(p.rules[5].when, 1),
                                &leaf_at(p.rules[5].when, 2)})
                 leaf->fact = "work_capacity";
         },
         "capacity_test_in_ips /interventions/0"},
        {"NoPlaces", [](plan& p) { p.interventions[1].places.clear(); },
         "no_places /interventions/1"},
        {"PlacesOfNone", [](plan& p) { p.interventions[1].places[0].count = 0; },
         "no_places /interventions/1"},
        {"OnlyReservedPlacesOfNone",
         [](plan& p) {
             p.interventions[1].places[0] = {.count = 0, .reserved = {{"hindered", 1}}};
         },
         "no_places /interventions/1"},
        {"UnusedRule", [](plan& p) { p.rules.push_back({.id = "idle", .when = refers("young")}); },
         "unused /rules/6"},
        {"UnusedParameter",
         [](plan& p) {
             p.parameters.push_back({"idle", {}, {{day(2024, 1, 1), 1}}});
         },
         "unused /parameters/4"},
        {"UnusedFact",
         [](plan& p) {
             p.facts.insert(p.facts.begin(), {.name = "idle", .kind = fact_kind::boolean});
         },
         "unused /facts/0"},
        {"MoreReservedThanThereAre",
         [](plan& p) { p.interventions[0].places[0].reserved[0].count = 4; },
         "reserve_exceeds_places /interventions/0/places/0"},
        {"ReservesTogetherExceed",
         [](plan& p) {
             p.interventions[0].places[0].reserved.push_back({"sick-people", 3, true});
         },
         "reserve_exceeds_places /interventions/0/places/0"},
        {"SeventeenReserves",
         [](plan& p) {
             p.interventions[0].places[0].reserved.assign(17, {"hindered", 0});
         },
         "not_allowed /interventions/0/places/0/reserved"},
        {"NoSeed", [](plan& p) { p.matching->seed.reset(); }, "no_seed /matching"},
        {"NoMatching", [](plan& p) { p.matching.reset(); }, "no_seed "},
        {"NotHonest",
         [](plan& p) {
             p.matching->policy = policy::fit;
             for (auto& offered : p.interventions)
                 for (auto& place : offered.places)
                     place.reserved.clear();
         },
         "not_honest /matching/policy"},
    }),
    name_of_test);

} // namespace
} // namespace finsam
