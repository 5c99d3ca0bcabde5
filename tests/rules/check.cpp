// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>

#include "support/checked.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Check, FindsNothingInALawfulPlan)
{
    EXPECT_EQ(to_lines(check(sample_plan())), "");
    EXPECT_EQ(to_lines(check(sample_plan(), day(2024, 1, 1))), "");
    EXPECT_EQ(to_lines(check(sample_plan(), day(2026, 12, 31))), "");
}

TEST(Check, NamesEveryProblemAtOnce)
{
    auto broken = sample_plan();
    broken.id = "Sample";
    broken.association.area[1] = "97";
    broken.members[0].code = "01";
    broken.contributions[4].member = "osterbi";
    broken.facts[0].name = "id";
    broken.facts[9].values = {"yes"};
    broken.parameters[2].values[0].value = 0;
    leaf_of(broken.rules[1].when).fact = "sick_sinse";
    broken.rules[4].when = refers("far-from-work");
    broken.rules[5].when = refers("newcomer");
    broken.needs_groups[2].priority = 0;
    broken.declarations[0].signatories[0] = "fkk";
    broken.interventions[0].places[1].count = -1;
    broken.interventions[2].members[0].member = "soderby";
    broken.interventions[4].rule = "young";
    broken.mandates[1].id = "placing";
    broken.matching->seed = "5";

    auto const found = check(broken);
    EXPECT_EQ(
        places(found),
        (lines{"bad_value /id", "bad_value /association/area/1", "unknown_key /members/0/code",
               "dangling_id /contributions/4/member", "bad_value /facts/0/name",
               "unknown_key /facts/9/values", "bad_value /parameters/2/values/0/value",
               "dangling_id /rules/1/when/fact", "cycle /rules/5/when/rule",
               "bad_value /needs_groups/2/priority", "dangling_id /declarations/0/signatories/0",
               "bad_value /interventions/0/places/1/count", "single_party /interventions/2",
               "unknown_key /interventions/4/rule", "duplicate_id /mandates/1/id",
               "bad_value /matching/seed"}))
        << to_lines(found);
}

// References are checked before leaves are, and leaves before numbers.
TEST(Check, KeepsDocumentOrderDeepInACriterion)
{
    using enum comparator;
    auto broken = sample_plan();
    auto second = all_of({asks("wants_work", at_least, amount{1}), refers("nobody")});
    second.label = text{};
    auto first = asks("wants_work", is, amount{1});
    first.label = text{};
    broken.rules[0].when =
        any_of({at_least_of(by_parameter("nothing"),
                            {std::move(first), refers("nobody"),
                             asks("birth_date", reached, anniversary{by_parameter("none")})}),
                std::move(second), refers("nobody-either")});
    std::string const at = " /rules/0/when/any_of/";
    EXPECT_EQ(
        checked(broken),
        (lines{"dangling_id" + at + "0/at_least_of/count/parameter",
               "wrong_kind" + at + "0/at_least_of/of/0/is",
               "bad_value" + at + "0/at_least_of/of/0/label",
               "dangling_id" + at + "0/at_least_of/of/1/rule",
               "dangling_id" + at + "0/at_least_of/of/2/reached/years/parameter",
               "wrong_kind" + at + "1/all_of/0/at_least", "dangling_id" + at + "1/all_of/1/rule",
               "bad_value" + at + "1/label", "dangling_id" + at + "2/rule"}));
}

TEST(Check, TellsThatPlacesAreReservedWithAPolicyThatTakesNone)
{
    auto reserved = sample_plan();
    reserved.matching->policy = policies::fit{};
    EXPECT_EQ(places(check(reserved)), (lines{"not_allowed /interventions/0/places/0/reserved",
                                              "not_honest /matching/policy"}));
}

TEST(Check, CountsErrorsAndWarningsApart)
{
    auto broken = sample_plan();
    broken.matching->seed.reset();
    broken.interventions[1].places.clear();
    broken.id = "";
    auto const found = check(broken);
    EXPECT_EQ(found.errors, 1U);
    EXPECT_EQ(found.warnings, 2U);
    EXPECT_EQ(found.list.front().severity, severity::error);
    EXPECT_EQ(found.list.back().severity, severity::warning);
}

struct said
{
    char const* name;
    void (*make)(plan&);
    char const* line;

    friend std::ostream& operator<<(std::ostream& out, said const& one) { return out << one.name; }
};

class CheckSays : public testing::TestWithParam<said>
{};

TEST_P(CheckSays, WhatIsWrongAndWhatToDo)
{
    auto broken = sample_plan();
    GetParam().make(broken);
    EXPECT_EQ(to_lines(check(broken)), std::string(GetParam().line) + '\n');
}

INSTANTIATE_TEST_SUITE_P(
    Messages, CheckSays,
    testing::ValuesIn(std::vector<said>{
        {"AMisspeltFact", [](plan& p) { leaf_of(p.rules[1].when).fact = "sick_sinse"; },
         "error: dangling_id: /rules/1/when/fact: no fact is named `sick_sinse`; did you mean "
         "`sick_since`?"},
        {"AnUnknownRule", [](plan& p) { p.interventions[2].rule = "ips"; },
         "error: dangling_id: /interventions/2/rule: no rule is named `ips`; the rules are "
         "`young`, `long-sick`, `several-needs`, `newcomer`, `far-from-work`"},
        {"AMemberAsHolder", [](plan& p) { p.facts[1].holder = "fk"; },
         "error: dangling_id: /facts/1/holder: no party and no other organisation is named `fk`; a "
         "fact is held by a party: `social_insurance_agency`"},
        {"AMandateOfNobody", [](plan& p) { p.mandates[0].member = "migratoin"; },
         "error: dangling_id: /mandates/0/member: no member is named `migratoin`; the members are "
         "`fk`, `af`, `region`, `norrby`, `soderby`, `osterby`"},
        {"AMandateOfAnOther", [](plan& p) { p.mandates[0].member = "migration"; },
         "error: dangling_id: /mandates/0/member: `migration` is an organisation outside the "
         "association; only a member can stand here"},
        {"AContributionOfAMisspeltMember", [](plan& p) { p.contributions[0].member = "fkk"; },
         "error: dangling_id: /contributions/0/member: no member is named `fkk`; did you mean "
         "`fk`?"},
        {"ACommitmentOfNobody", [](plan& p) { p.declarations[0].commitments[0].member = "xyzzy"; },
         "error: dangling_id: /declarations/0/commitments/0/member: no member or other "
         "organisation "
         "is named `xyzzy`; the members and others are `fk`, `af`, `region`, `norrby`, `soderby`, "
         "`osterby`, `migration`"},
        {"ASignatoryAgain", [](plan& p) { p.declarations[0].signatories.push_back("af"); },
         "error: duplicate_id: /declarations/0/signatories/3: `af` is in `signatories` already; "
         "leave one of them out"},
        {"AWrongComparator",
         [](plan& p) {
             leaf_of(of(p.rules[5].when)[3]) = {"assistance", comparator::less_than, amount{1}};
         },
         "error: wrong_kind: /rules/5/when/any_of/3/less_than: `less_than` does not fit "
         "`assistance`, a boolean; it can be compared by `is`"},
        {"AWrongConstant", [](plan& p) { leaf_of(of(p.rules[5].when)[3]).value = amount{1}; },
         "error: wrong_kind: /rules/5/when/any_of/3/is: `is` of `assistance`, a boolean, needs "
         "`true` or `false`; write the word itself, without quotation marks"},
        {"AWrongWord", [](plan& p) { leaf_of(of(p.rules[3].when)[2]).value = amount{1}; },
         "error: wrong_kind: /rules/3/when/at_least_of/of/2/at_most: `at_most` of `education`, an "
         "ordered choice, needs one of its values; the values are `none`, `compulsory`, `higher`"},
        {"AValueThatDoesNotExist",
         [](plan& p) { leaf_of(of(p.rules[3].when)[2]).value = "hihger"; },
         "error: bad_value: /rules/3/when/at_least_of/of/2/at_most: `hihger` is not a value of "
         "`education`; did you mean `higher`?"},
        {"AParameterThatDoesNotFit", [](plan& p) { p.parameters[0].values[1].value = -1; },
         "error: bad_value: /parameters/0/values/1/value: `-1` does not fit where `young_until` "
         "stands; at /rules/0/when/all_of/1/not_reached/years/parameter it is between `0` and "
         "`1000`"},
        {"APeriodBackwards", [](plan& p) { p.mandates[1].period->to = day(2023, 1, 1); },
         "error: bad_value: /mandates/1/period/to: `2023-01-01` is not after `2024-01-01`; `to` is "
         "the first day on which it is no longer in force"},
        {"ARuleThatHasEnded",
         [](plan& p) {
             p.rules[2].period->from = day(2025, 2, 1);
             p.rules[5].when = asks("assistance", comparator::is, true);
         },
         "error: not_in_force: /needs_groups/1/rule: rule `long-sick` is not in force on "
         "`2025-01-01`; it is in force from `2020-01-01` to before `2025-01-01`, from "
         "`2025-02-01`"},
        {"AMissingParty", [](plan& p) { p.members[1].party = party::social_insurance_agency; },
         "error: missing_party: /members: no member is `public_employment_service`; all four "
         "parties take part in an association (SFS 2003:1210 3 §)"},
        {"AnUncoveredArea", [](plan& p) { p.association.area.push_back("9704"); },
         "error: uncovered_area: /association/area/3: no member is the municipality `9704`; every "
         "municipality of the area is one (SFS 2003:1210 3 §)"},
        {"ASingleParty", [](plan& p) { p.interventions[2].members.pop_back(); },
         "error: single_party: /interventions/2: its duties involve one party, "
         "`public_employment_service`; a financed intervention involves at least two (SFS "
         "2003:1210 7 §)"},
        {"UnequalShares", [](plan& p) { p.contributions[0].amount = 1'000'000; },
         "warning: unequal_shares: /contributions: of `3000000` SEK the social insurance agency "
         "pays `1000000`, regions and municipalities `2000000`; it pays one half, the regions "
         "together one quarter, the municipalities together one quarter (SFS 2003:1210 5 §)"},
        {"ALongWordIsCut", [](plan& p) { p.id = std::string(70, 'A'); },
         "error: bad_value: /id: "
         "`AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA…` "
         "cannot be an id; an id has 1 to 64 of `a`-`z`, `0`-`9`, `_`, `-` and begins with a "
         "letter or a digit"},
    }),
    [](auto const& one) { return std::string(one.param.name); });

TEST(Check, TellsAMisspellingThoughTheListHasAMistakeToo)
{
    auto broken = sample_plan();
    broken.needs_groups[1].id = "young-people";
    broken.declarations[0].needs_groups = {"hinderd"};
    EXPECT_EQ(checked(broken), (lines{"duplicate_id /needs_groups/1/id",
                                      "dangling_id /declarations/0/needs_groups/0"}));
}

TEST(Check, RefusesCriteriaNestedDeeperThanADocument)
{
    auto nested = sample_plan();
    auto const nest = [](criterion inner, int groups) {
        for (int i = 0; i < groups; ++i)
            inner = all_of({std::move(inner)});
        return inner;
    };
    // `when` is level 4 and each group adds two.
    of(nested.rules[0].when)[0] = nest(of(nested.rules[0].when)[0], 125);
    EXPECT_EQ(checked(nested), lines{});
    of(nested.rules[0].when)[0] = all_of({std::move(of(nested.rules[0].when)[0])});
    auto const found = check(nested);
    ASSERT_EQ(found.list.size(), 1U);
    EXPECT_EQ(found.list[0].code, diagnostic_code::too_deep);
    // What is too deep is not read, and may use what nothing else does.
    nested.facts.push_back({.name = "deep", .kind = fact_kind::boolean});
    EXPECT_EQ(check(nested).list.size(), 1U);
}

TEST(Check, AcceptsEveryComparatorWhereItBelongs)
{
    using enum comparator;
    auto lawful = sample_plan();
    std::vector<std::string> some{"F20"};
    auto& all = of(lawful.rules[5].when);
    for (auto const how : {is, at_least, more_than, at_most, less_than})
        all.insert(all.end(),
                   {asks("unemployed", how, amount{-5}), asks("education", how, "higher")});
    for (auto const how : {on_or_before, before, on_or_after, after})
        all.push_back(asks("waiting_since", how, day(1, 1, 1)));
    for (auto const unit : {time_unit::years, time_unit::months, time_unit::days})
        all.push_back(asks("birth_date", not_reached, anniversary{1000, unit, counting::july}));
    for (auto const* fact : {"unemployed", "education", "housing", "diagnosis", "birth_date",
                             "municipality", "waiting_since"})
        all.push_back(asks(fact, is_none, false));
    all.push_back(asks("municipality", is, "9701"));
    all.push_back(asks("municipality", one_of, std::vector<std::string>{"9701", "0180"}));
    all.push_back(asks("education", one_of, std::vector<std::string>{"none", "higher"}));
    all.push_back(asks("completed", contains_all, std::vector<std::string>{"start", "ips"}));
    all.push_back(asks("completed", count_at_least, amount{1}));
    all.push_back(asks("diagnosis", is, "åäöåäöåäöåäöåäöåäöåäöåäöåäöåäöåä")); // 32 characters
    all.push_back({group{quantifier::none_of, {}}});
    all.push_back(at_least_of(0, {}));
    EXPECT_EQ(check(lawful).errors, 0U);
}

TEST(Check, AcceptsEmptyListsAndAWholePlanWithoutRules)
{
    plan bare{
        .id = "bare", .association = {same_text("Bare"), {"0980"}}, .period = {day(2024, 1, 1)}};
    bare.members = {{"fk", party::social_insurance_agency, same_text("FK")},
                    {"af", party::public_employment_service, same_text("AF")},
                    {"gotland", party::municipality, same_text("Gotland"), "0980"}};
    EXPECT_EQ(to_lines(check(bare)), "");
}

} // namespace
} // namespace finsam
