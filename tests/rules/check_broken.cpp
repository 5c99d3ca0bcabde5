// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>

#include "support/checked.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <ostream>

// A reader has told that something could not be read; what only follows from it is not told again.

namespace finsam {
namespace {

using namespace testing_support;

struct unread
{
    char const* name;
    void (*lose)(plan&); ///< leaves a default where nothing could be read
    std::vector<std::string> broken;
    lines told = {};

    friend std::ostream& operator<<(std::ostream& out, unread const& one)
    {
        return out << one.name;
    }
};

class CheckBroken : public testing::TestWithParam<unread>
{};

TEST_P(CheckBroken, TellsNothingThatOnlyFollows)
{
    auto plan = sample_plan();
    GetParam().lose(plan);
    auto const found = check(plan, {}, GetParam().broken);
    EXPECT_EQ(places(found), GetParam().told) << to_lines(found);
}

INSTANTIATE_TEST_SUITE_P(
    Parts, CheckBroken,
    testing::ValuesIn(std::vector<unread>{
        {"TheWholePlan", [](plan& p) { p = {}; }, {""}},
        {"ThePlansId", [](plan& p) { p.id = ""; }, {"/id"}},
        {"TheAssociation", [](plan& p) { p.association = {}; }, {"/association"}},
        {"TheArea", [](plan& p) { p.association.area.clear(); }, {"/association/area"}},
        {"AMunicipalityOfTheArea", [](plan& p) { p.association.area[0] = ""; }, {"/association/area/0"}},
        {"ThePeriod", [](plan& p) { p.period = {}; }, {"/period"}},
        {"TheBeginningOfThePeriod", [](plan& p) { p.period.from = {}; }, {"/period/from"}},
        {"TheMembers", [](plan& p) { p.members.clear(); }, {"/members"}},
        {"AMember", [](plan& p) { p.members[1] = {}; }, {"/members/1"}},
        {"AMembersId", [](plan& p) { p.members[3].id = ""; }, {"/members/3/id"}},
        {"AMembersParty", [](plan& p) { p.members[2].party = {}; }, {"/members/2/party"}},
        {"AMembersCode", [](plan& p) { p.members[2].code.reset(); }, {"/members/2/code"}},
        {"AMisspeltCode", [](plan& p) { p.members[4].code.reset(); }, {"/members/4/cod"}},
        {"AnOther", [](plan& p) { p.others[0] = {}; }, {"/others/0"}},
        {"TheOthers", [](plan& p) { p.others.clear(); }, {"/othrs"}},
        {"TheContributions", [](plan& p) { p.contributions.clear(); }, {"/contributions"}},
        {"AnAmount", [](plan& p) { p.contributions[0].amount = 0; }, {"/contributions/0/amount"}},
        {"AContributor", [](plan& p) { p.contributions[0].member = ""; }, {"/contributions/0/member"}},
        {"TheFacts", [](plan& p) { p.facts.clear(); }, {"/facts"}},
        {"AFact", [](plan& p) { p.facts[3] = {}; }, {"/facts/3"}},
        {"AFactsName", [](plan& p) { p.facts[3].name = ""; }, {"/facts/3/name"}},
        {"AFactsKind", [](plan& p) { p.facts[3].kind = {}; }, {"/facts/3/kind"}},
        {"AFactsValues", [](plan& p) { p.facts[3].values.clear(); }, {"/facts/3/values"}},
        {"AFactsValue", [](plan& p) { p.facts[3].values[1] = ""; }, {"/facts/3/values/1"}},
        {"AMisspeltOrder", [](plan& p) { p.facts[3].ordered = false; }, {"/facts/3/orderd"}},
        {"AMisspeltListOfValues", [](plan& p) { p.facts[5].values.clear(); }, {"/facts/5/vlaues"}},
        {"TheParameters", [](plan& p) { p.parameters.clear(); }, {"/parameters"}},
        {"AMisspeltListOfParameters", [](plan& p) { p.parameters.clear(); }, {"/paramters"}},
        {"AParameter", [](plan& p) { p.parameters[0] = {}; }, {"/parameters/0"}},
        {"AParametersFirstDay", [](plan& p) { p.parameters[1].values[0].from = {}; }, {"/parameters/1/values/0/from"}},
        {"AParametersNumber", [](plan& p) { p.parameters[2].values[0].value = 0; }, {"/parameters/2/values/0/value"}},
        {"TheRules", [](plan& p) { p.rules.clear(); }, {"/rules"}},
        {"ARule", [](plan& p) { p.rules[0] = {}; }, {"/rules/0"}},
        {"AVersionOfARule", [](plan& p) { p.rules[1] = {}; }, {"/rules/1"}},
        {"ARulesId", [](plan& p) { p.rules[4].id = ""; }, {"/rules/4/id"}},
        {"TheIdOfARuleThatTestsCapacity", [](plan& p) {
             p.facts.push_back({.name = "work_capacity", .kind = fact_kind::boolean});
             p.rules[4].when = asks("work_capacity", comparator::is, true);
             p.rules[4].id = "";
         }, {"/rules/4/id"}},
        {"ARulesPeriod", [](plan& p) { p.rules[2].period.reset(); }, {"/rules/2/period"}},
        {"AMisspeltPeriod", [](plan& p) { p.rules[2].period.reset(); }, {"/rules/2/perid"}},
        {"ARulesCriterion", [](plan& p) { p.rules[3].when = {}; }, {"/rules/3/when"}},
        {"APartOfACriterion", [](plan& p) { of(p.rules[5].when)[3] = {}; }, {"/rules/5/when/any_of/3"}},
        {"ALeafsFact", [](plan& p) { leaf_of(of(p.rules[5].when)[3]).fact = ""; }, {"/rules/5/when/any_of/3/fact"}},
        {"ALeafsConstant", [](plan& p) { leaf_of(of(p.rules[5].when)[1]).value = {}; }, {"/rules/5/when/any_of/1/more_than"}},
        {"AMisspeltComparator", [](plan& p) { leaf_of(of(p.rules[5].when)[1]) = {.fact = "unemployed"}; },
         {"/rules/5/when/any_of/1/mor_than", "/rules/5/when/any_of/1"}},
        {"AReferenceToARule", [](plan& p) { p.interventions[2].rule = ""; }, {"/interventions/2/rule"}},
        {"AMisspeltReferenceToARule", [](plan& p) { p.interventions[2].rule.reset(); }, {"/interventions/2/rul"}},
        {"TheNeedsGroups", [](plan& p) { p.needs_groups.clear(); }, {"/needs_groups"}},
        {"ANeedsGroup", [](plan& p) { p.needs_groups[0] = {}; }, {"/needs_groups/0"}},
        {"APriority", [](plan& p) { p.needs_groups[0].priority = 0; }, {"/needs_groups/0/priority"}},
        {"ACommitment", [](plan& p) { p.declarations[0].commitments[0] = {}; }, {"/declarations/0/commitments/0"}},
        {"ADuty", [](plan& p) { p.declarations[0].commitments[0].duty = {}; }, {"/declarations/0/commitments/0/duty"}},
        {"MisspeltCommitments", [](plan& p) { p.declarations[0].commitments.clear(); }, {"/declarations/0/comitments"}},
        {"TheInterventions", [](plan& p) { p.interventions.clear(); }, {"/interventions"}},
        {"AnIntervention", [](plan& p) { p.interventions[0] = {}; }, {"/interventions/0"}},
        {"AnInterventionsKind", [](plan& p) { p.interventions[4].kind = {}; }, {"/interventions/4/kind"}},
        {"AnInterventionsMembers", [](plan& p) { p.interventions[1].members.clear(); }, {"/interventions/1/members"}},
        {"AResponsibleMember", [](plan& p) { p.interventions[1].members[0].member = ""; }, {"/interventions/1/members/0/member"}},
        {"TheirPlaces", [](plan& p) { p.interventions[1].places.clear(); }, {"/interventions/1/places"}},
        {"APool", [](plan& p) { p.interventions[1].places[0] = {}; }, {"/interventions/1/places/0"}},
        {"ACount", [](plan& p) { p.interventions[0].places[0].count = 0; }, {"/interventions/0/places/0/count"}},
        {"AMisspeltListOfMunicipalities", [](plan& p) { p.interventions[0].places[1].municipalities.reset(); },
         {"/interventions/0/places/1/municipalites"}},
        {"AListOfMunicipalitiesGivenTwice", [](plan& p) { p.interventions[0].places[0].municipalities = {{"9702"}}; },
         {"/interventions/0/places/0/municipalities"}},
        {"AReservedCount", [](plan& p) { p.interventions[0].places[0].reserved[0].count = 9; },
         {"/interventions/0/places/0/reserved/0/count"}},
        {"TheMatching", [](plan& p) { p.matching.reset(); }, {"/matching"}},
        {"AMisspeltMatching", [](plan& p) { p.matching.reset(); }, {"/matchin"}},
        {"AMisspeltSeed", [](plan& p) { p.matching->seed.reset(); }, {"/matching/sed"}},
        {"ThePolicy", [](plan& p) { p.matching->policy = policies::serial{}; }, {"/matching/policy"}},
        // What has nothing to do with it is told.
        {"ALabelAndAnotherMistake", [](plan& p) { p.interventions[1].label = {}; p.interventions[1].places.clear(); },
         {"/interventions/1/label"}, {"no_places /interventions/1"}},
        {"AnUnknownKeyAndAnotherMistake", [](plan& p) { leaf_of(p.rules[1].when).compare = comparator::is; },
         {"/facts/1/sensitve"}, {"wrong_kind /rules/1/when/is"}},
        {"ACountAndAnUnusedFact", [](plan& p) { p.facts.push_back({.name = "idle", .kind = fact_kind::boolean}); },
         {"/interventions/0/places/0/count"}, {"unused /facts/10"}},
        {"AMembersNameAndAMissingParty", [](plan& p) { p.members[0].party = party::public_employment_service; },
         {"/members/0/name"}, {"missing_party /members"}},
        {"AnItemOfALabel", [](plan& p) { of(p.rules[5].when)[3].label = text{}; leaf_of(of(p.rules[5].when)[3]).value = "x"; },
         {"/rules/5/when/any_of/3/label"}, {"wrong_kind /rules/5/when/any_of/3/is"}},
    }),
    [](auto const& one) { return std::string(one.param.name); });

} // namespace
} // namespace finsam
