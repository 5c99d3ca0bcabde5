// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/evaluate.hpp>
#include <finsam/engine/participant.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

enum class letter
{
    d,
    a,
    b,
    c
}; // in another order than the plan's
BOOST_DESCRIBE_ENUM(letter, d, a, b, c)

struct participant
{
    std::string id;
    std::string municipality;
    std::optional<bool> boolean;
    fact<int> integer;
    fact<finsam::date> date;
    fact<letter> choice;
    std::set<letter> set;
    std::set<party> consents;
    std::vector<std::string> preferences;
};
BOOST_DESCRIBE_STRUCT(participant, (),
                      (id, municipality, boolean, integer, date, choice, set, consents,
                       preferences))

struct wrong_participant
{
    std::string municipality;
    std::string boolean;
    int integr;
};
BOOST_DESCRIBE_STRUCT(wrong_participant, (), (municipality, boolean, integr))

plan asking_about(std::vector<criterion> of)
{
    auto agreed = framed_plan();
    agreed.interventions = {{.id = "a",
                             .label = same_text("a"),
                             .kind = intervention_kind::individual,
                             .when = criterion{group{quantifier::all_of, std::move(of), {}}},
                             .members = {{"af", duty::run}, {"norr", duty::provide}},
                             .places = {{.count = 1}}}};
    return agreed;
}

criterion is(std::string fact, constant value)
{
    return {leaf{std::move(fact), comparator::is, std::move(value)}};
}

TEST(Participant, IsAssessedByItsOwnMembers)
{
    auto const compiled =
        compile<participant>(asking_about({is("boolean", true),
                                           is("choice", std::string("b")),
                                           {leaf{"set", comparator::contains, std::string("d")}},
                                           {leaf{"integer", comparator::at_least, amount{3}}}}),
                             2022y / March / 1)
            .value();
    participant someone{.id = "x",
                        .municipality = "9701",
                        .boolean = true,
                        .integer = 3,
                        .date = {},
                        .choice = letter::b,
                        .set = {letter::d},
                        .consents = {party::public_employment_service},
                        .preferences = {"a"}};
    EXPECT_EQ(assess(compiled, someone).interventions.at(0).answer, truth::yes);
    someone.choice = none;
    EXPECT_EQ(assess(compiled, someone).interventions.at(0).answer, truth::no);
    someone.choice = letter::b;
    someone.boolean = {};
    EXPECT_EQ(assess(compiled, someone).interventions.at(0).missing,
              std::vector<std::string>{"boolean"});
    someone.consents = {};
    EXPECT_EQ(assess(compiled, someone).interventions.at(0).withheld,
              std::vector<std::string>{"integer"});
}

TEST(Participant, IsNamedByTheMemberId)
{
    auto const compiled =
        compile<participant>(asking_about({is("boolean", true)}), 2022y / March / 1).value();
    participant const someone{.id = "x", .municipality = "9701"};
    EXPECT_EQ(compiled.person_from(someone).id, "x");
    EXPECT_EQ(assess(compiled, someone).person, "x");
    EXPECT_EQ(compiled.people_from(std::vector{someone}).id(0), "x");
}

TEST(Participant, IsNotFittedToAPlanThatDoesNotCompile)
{
    auto const compiled =
        compile<wrong_participant>(asking_about({is("boolean", true)}), 1999y / March / 1);
    ASSERT_FALSE(compiled);
    ASSERT_EQ(compiled.error().list.size(), 1U);
    EXPECT_EQ(compiled.error().list[0].code, diagnostic_code::not_in_force);
}

TEST(Participant, MakesARowOfACaseload)
{
    auto const compiled =
        compile<participant>(asking_about({is("boolean", true)}), 2022y / March / 1).value();
    std::vector<participant> const rows(3);
    auto const all = compiled.people_from(rows);
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all.id(2), "3");
    EXPECT_EQ(all.row(0), [&] {
        auto row = compiled.person_from(rows[0]);
        row.id = "1";
        return row;
    }());
    auto const& allowed = compiled.untyped().agreed().mandates[0];
    EXPECT_EQ(evaluate(compiled, all, allowed).people, 3U);
}

TEST(Participant, IsToldEveryMemberThatDoesNotFitThePlanAtOnce)
{
    auto const compiled =
        compile<wrong_participant>(asking_about({is("boolean", true), is("integer", amount{3}),
                                                 is("choice", std::string("b"))}),
                                   2022y / March / 1);
    ASSERT_FALSE(compiled);
    auto const& found = compiled.error().list;
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].code, diagnostic_code::wrong_kind);
    EXPECT_EQ(found[0].pointer, "/facts/0");
    EXPECT_EQ(found[1].code, diagnostic_code::dangling_id);
    EXPECT_EQ(found[1].hint, "did you mean `integer`?");
    EXPECT_EQ(found[2].code, diagnostic_code::missing_key);
    EXPECT_EQ(found[2].pointer, "/facts/3");
}

struct wishful_participant
{
    int id = 0;
    std::string municipality;
    std::string placed;
    std::optional<std::set<party>> consents;
    std::set<std::string> preferences;
    std::vector<std::string> boolean;
};
BOOST_DESCRIBE_STRUCT(wishful_participant, (),
                      (id, municipality, placed, consents, preferences, boolean))

TEST(Participant, IsToldWhichMembersCannotHoldWhatTheirNamesSay)
{
    auto const compiled =
        compile<wishful_participant>(asking_about({is("boolean", true)}), 2022y / March / 1);
    ASSERT_FALSE(compiled);
    std::vector<std::string> told;
    for (auto const& one : compiled.error().list) {
        EXPECT_EQ(one.code, diagnostic_code::wrong_kind);
        told.push_back(one.message);
    }
    EXPECT_EQ(told,
              (std::vector<std::string>{"the type's member `id` cannot hold what it says",
                                        "the type's member `placed` cannot hold what it says",
                                        "the type's member `consents` cannot hold what it says",
                                        "the type's member `preferences` cannot hold what it says",
                                        "the type's member `boolean` cannot hold a fact"}));
}

struct flagged_participant
{
    municipality_code municipality;
    flag_set<letter> set;
};
BOOST_DESCRIBE_STRUCT(flagged_participant, (), (municipality, set))

TEST(Participant, MayHoldItsMunicipalityAndSetsInTypesOfTheirOwn)
{
    auto const compiled =
        compile<flagged_participant>(asking_about({{leaf{"set", comparator::contains_all,
                                                         std::vector<std::string>{"a", "d"}}},
                                                   is("municipality", std::string("9701"))}),
                                     2022y / March / 1)
            .value();
    auto const answer = [&](flagged_participant const& someone) {
        return assess(compiled, someone).interventions.at(0).answer;
    };
    EXPECT_EQ(answer({"9701", {letter::a, letter::d}}), truth::yes);
    EXPECT_EQ(answer({"9701", {letter::a, letter::b}}), truth::no);
    EXPECT_EQ(answer({"9702", {letter::a, letter::d}}), truth::no);
    // What nobody filled in is not on record.
    EXPECT_EQ(answer({{}, {letter::a, letter::d}}), truth::unknown);
}

struct placed_participant
{
    std::string municipality;
    std::optional<bool> boolean;
    std::optional<std::string> placed;
    std::optional<std::vector<std::string>> preferences;
};
BOOST_DESCRIBE_STRUCT(placed_participant, (), (municipality, boolean, placed, preferences))

TEST(Participant, MayHaveAPlaceAndAListOrNeither)
{
    auto const compiled =
        compile<placed_participant>(asking_about({is("boolean", true)}), 2022y / March / 1).value();
    auto const neither = compiled.person_from({"9701", true, {}, {}});
    EXPECT_EQ(neither.placed, std::nullopt);
    EXPECT_EQ(neither.preferences, std::nullopt);
    auto const both = compiled.person_from({"9701", true, "a", std::vector<std::string>{}});
    EXPECT_EQ(both.placed, 0U);
    EXPECT_EQ(both.preferences, std::vector<std::uint32_t>{});
}

} // namespace
} // namespace finsam
