// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>

#include "support/checked.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <ostream>

namespace finsam {
namespace {

using namespace testing_support;

/// An association of Gotland alone, where the municipality is its own region.
plan gotland()
{
    auto made = sample_plan();
    made.association = {same_text("Gotland"), {"0980"}};
    made.members = {{"fk", party::social_insurance_agency, same_text("FK")},
                    {"af", party::public_employment_service, same_text("AF")},
                    {"gotland", party::municipality, same_text("Region Gotland"), "0980"}};
    made.contributions.clear();
    made.declarations.clear();
    made.interventions = {
        {.id = "start",
         .label = same_text("Start"),
         .kind = intervention_kind::individual,
         .when = any_of({refers("far-from-work"), refers("several-needs"), refers("newcomer"),
                         asks("diagnosis", comparator::is, "F20"),
                         asks("wants_work", comparator::is, true)}),
         .members = {{"gotland", duty::run}, {"af", duty::refer}},
         .places = {{.count = 1}}}};
    return made;
}

// SFS 2003:1210 3 §
TEST(Association, NeedsAllFourParties)
{
    auto short_of_two = sample_plan();
    short_of_two.members.erase(short_of_two.members.begin(), short_of_two.members.begin() + 2);
    auto const found = check(short_of_two);
    ASSERT_FALSE(found.list.empty());
    EXPECT_EQ(found.list[0].code, diagnostic_code::missing_party);
    EXPECT_EQ(found.list[0].pointer, "/members");
    EXPECT_EQ(found.list[0].message,
              "no member is `social_insurance_agency`, `public_employment_service`");
}

TEST(Association, ThatLacksAPartyIsToldItsOtherMistakesToo)
{
    auto plan = sample_plan();
    plan.members[1].party = party::social_insurance_agency;
    plan.interventions[1].places[0].count = 0;
    plan.matching.reset();
    EXPECT_EQ(checked(plan),
              (lines{"no_seed ", "missing_party /members", "no_places /interventions/1"}));
}

TEST(Association, OfGotlandNeedsNoRegion)
{
    EXPECT_EQ(to_lines(check(gotland())), "");
}

TEST(Association, OfGotlandIsOnePartyByBothOfItsNames)
{
    auto plan = gotland();
    plan.members.push_back({"region", party::region, same_text("Region Gotland"), "09"});
    EXPECT_EQ(to_lines(check(plan)), "");
    plan.interventions[0].members = {{"gotland", duty::run}, {"region", duty::refer}};
    EXPECT_EQ(checked(plan), lines{"single_party /interventions/0"});
    plan.interventions[0].members.push_back({"fk", duty::refer});
    EXPECT_EQ(to_lines(check(plan)), "");
}

TEST(Association, WithoutAnyRegionIsToldOnce)
{
    auto plan = sample_plan();
    plan.members[2] = {"region", party::public_employment_service, same_text("not a region")};
    plan.contributions = {};
    auto const found = checked(plan);
    EXPECT_EQ(found, lines{"missing_party /members"});
}

TEST(Association, NeedsTheRegionOfEachMunicipality)
{
    auto plan = sample_plan();
    plan.association.area.insert(plan.association.area.end(), {"0114", "0115", "0980"});
    plan.members.push_back({"vasby", party::municipality, same_text("Upplands Väsby"), "0114"});
    plan.members.push_back({"vallentuna", party::municipality, same_text("Vallentuna"), "0115"});
    plan.members.push_back({"gotland", party::municipality, same_text("Gotland"), "0980"});
    // One region is missing, so it is told once; Gotland needs none.
    EXPECT_EQ(checked(plan), lines{"uncovered_area /association/area/3"});
    plan.members.push_back({"stockholm", party::region, same_text("Region Stockholm"), "01"});
    EXPECT_EQ(checked(plan), lines{});
}

TEST(Association, GotlandStandsForItsOwnRegionOnly)
{
    auto plan = gotland();
    plan.association.area = {"0980", "0114"};
    plan.members.push_back({"vasby", party::municipality, same_text("Upplands Väsby"), "0114"});
    EXPECT_EQ(checked(plan), lines{"uncovered_area /association/area/1"});
}

struct shares
{
    char const* name;
    std::vector<std::int64_t> amounts; ///< FK, region, three municipalities, AF
    bool told;

    friend std::ostream& operator<<(std::ostream& out, shares const& one)
    {
        return out << one.name;
    }
};

class Contributions : public testing::TestWithParam<shares>
{};

// SFS 2003:1210 5 §
TEST_P(Contributions, AreOneHalfOneQuarterAndOneQuarter)
{
    auto plan = sample_plan();
    auto& amounts = GetParam().amounts;
    plan.contributions.clear();
    char const* const who[] = {"fk", "region", "norrby", "soderby", "osterby", "af"};
    for (std::size_t i = 0; i < amounts.size(); ++i)
        plan.contributions.push_back({who[i], amounts[i]});
    EXPECT_EQ(checked(plan), GetParam().told ? lines{"unequal_shares /contributions"} : lines{});
}

constexpr auto huge = std::numeric_limits<std::int64_t>::max();

INSTANTIATE_TEST_SUITE_P(
    Sums, Contributions,
    testing::Values(shares{"None", {}, false}, shares{"Nothing", {0, 0, 0}, false},
                    shares{"Equal", {200, 100, 50, 30, 20}, false},
                    shares{"OneKronaOff", {201, 100, 50, 30, 20}, false},
                    shares{"AgencyOneKronaAboveOneHalf", {202, 100, 50, 30, 20}, false},
                    shares{"AgencyOneKronaBelowOneHalf", {198, 100, 50, 30, 20}, false},
                    shares{"RegionOneKronaAboveOneQuarter", {200, 101, 50, 29, 20}, false},
                    shares{"RegionOneKronaBelowOneQuarter", {200, 99, 50, 31, 20}, false},
                    shares{"TwoKronorOff", {204, 100, 50, 30, 20}, true},
                    shares{"RoundedQuarters", {2, 1, 0, 0, 0}, false},
                    shares{"RegionTooMuch", {200, 103, 50, 30, 20}, true},
                    shares{"MunicipalitiesTooLittle", {200, 100, 50, 20, 20}, true},
                    shares{"AgencyWithNoShare", {200, 100, 50, 30, 20, 2}, true},
                    shares{"AgencyWithOneKrona", {200, 100, 50, 30, 20, 1}, false},
                    shares{"Huge", {huge, huge, huge, huge, huge}, true}),
    [](auto const& one) { return std::string(one.param.name); });

TEST(Contributions, OfGotlandAreBothQuarters)
{
    auto plan = gotland();
    plan.contributions = {{"fk", 200}, {"gotland", 200}};
    EXPECT_EQ(checked(plan), lines{});
    plan.contributions = {{"fk", 200}, {"gotland", 100}};
    EXPECT_EQ(checked(plan), lines{"unequal_shares /contributions"});
}

TEST(Contributions, OfGotlandFillUpBothQuartersButNobodyElsesIsMoreThanOne)
{
    auto plan = gotland();
    plan.association.area = {"0980", "0114"};
    plan.members.push_back({"vasby", party::municipality, same_text("Upplands Väsby"), "0114"});
    plan.members.push_back({"stockholm", party::region, same_text("Region Stockholm"), "01"});
    auto const told = [&](std::int64_t region, std::int64_t municipality, std::int64_t gotland) {
        plan.contributions = {
            {"fk", 200}, {"stockholm", region}, {"vasby", municipality}, {"gotland", gotland}};
        return !checked(plan).empty();
    };
    EXPECT_FALSE(told(50, 50, 100));
    EXPECT_FALSE(told(101, 50, 49));
    EXPECT_TRUE(told(102, 50, 48));
    EXPECT_FALSE(told(50, 101, 49));
    EXPECT_TRUE(told(50, 102, 48));
}

TEST(Contributions, AreNotComparedWhenOneIsNotKnown)
{
    auto plan = sample_plan();
    plan.contributions[0].amount = 1;
    plan.contributions[3].amount = -1;
    EXPECT_EQ(checked(plan), lines{"bad_value /contributions/3/amount"});
}

// SFS 2003:1210 7 §
TEST(Intervention, InvolvesTwoPartiesAndOthersAreNone)
{
    auto plan = sample_plan();
    plan.interventions[1].members = {{"region", duty::run}, {"migration", duty::provide}};
    EXPECT_EQ(checked(plan), lines{"single_party /interventions/1"});
}

TEST(Intervention, OfGotlandAndItselfInvolvesOneParty)
{
    auto plan = gotland();
    plan.interventions[0].members = {{"gotland", duty::run}, {"gotland", duty::finance}};
    EXPECT_EQ(checked(plan), lines{"single_party /interventions/0"});
}

TEST(Intervention, ThatIsStructuralMayInvolveOneParty)
{
    auto plan = sample_plan();
    EXPECT_EQ(plan.interventions[4].members.size(), 1U);
    EXPECT_EQ(checked(plan), lines{});
}

TEST(Declaration, MayBeCoordinatedByAnOther)
{
    auto plan = sample_plan();
    plan.declarations[0].commitments = {{"migration", duty::coordinate}};
    EXPECT_EQ(checked(plan), lines{});
}

TEST(Ips, IsWarnedOfACapacityTestBehindRules)
{
    auto plan = sample_plan();
    plan.facts.push_back({.name = "work_capacity_percent", .kind = fact_kind::integer});
    of(plan.rules[5].when)
        .push_back(asks("work_capacity_percent", comparator::at_least, amount{25}));
    EXPECT_EQ(checked(plan), lines{});
    of(plan.rules[4].when).push_back(refers("far-from-work"));
    of(*plan.interventions[1].when).push_back(refers("newcomer"));
    EXPECT_EQ(checked(plan), lines{"capacity_test_in_ips /interventions/1"});
    // A version that is not in force with the intervention is none of its business.
    plan.rules[5].period = period{day(2020, 1, 1), day(2024, 1, 1)};
    plan.rules.push_back(
        {.id = "far-from-work",
         .when = any_of({asks("assistance", comparator::is, true), refers("long-sick")}),
         .period = period{day(2024, 1, 1)}});
    EXPECT_EQ(checked(plan), lines{});
}

} // namespace
} // namespace finsam
