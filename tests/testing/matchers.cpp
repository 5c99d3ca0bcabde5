// SPDX-License-Identifier: BSL-1.0
#include <finsam/testing/matchers.hpp>

#include "support/sample_person.hpp"

#include <gtest/gtest-spi.h>

#include <optional>
#include <set>
#include <string>

using namespace finsam;
using namespace finsam::testing_support;
using namespace std::chrono;
using testing::AllOf;
using testing::Not;

namespace {

constexpr date as_of = 2026y / February / 28;

/// What the matcher tells about the sample.
template<class Matcher>
std::string told(Matcher const& matcher)
{
    testing::StringMatchResultListener listener;
    matcher.MatchAndExplain(compiled_sample(), &listener);
    return listener.str();
}

template<class Matcher>
std::string described(Matcher const& matcher)
{
    std::ostringstream is, is_not;
    matcher.DescribeTo(&is);
    matcher.DescribeNegationTo(&is_not);
    return is.str() + "; " + is_not.str();
}

person young()
{
    return somebody(R"("municipality": "9702", "birth_date": "1996-03-01", )"
                    R"("education": "compulsory", "barriers": ["pain"])");
}
person thirty()
{
    return somebody(R"("municipality": "9701", "birth_date": "1996-02-29", "education": "none")");
}
person sick()
{
    return somebody(R"("municipality": "9703", "sick_since": "2025-09-01")");
}

enum class level
{
    none,
    compulsory,
    upper_secondary,
    higher
};
BOOST_DESCRIBE_ENUM(level, none, compulsory, upper_secondary, higher)
enum class home
{
    own,
    rented,
    migration_board
};
BOOST_DESCRIBE_ENUM(home, own, rented, migration_board)

struct participant
{
    std::string municipality;
    std::optional<date> birth_date;
    fact<date> sick_since;
    std::optional<int> unemployed_months;
    std::optional<level> education;
    std::optional<home> housing;
    std::optional<std::set<std::string>> barriers, completed;
    std::optional<std::string> diagnosis;
    std::optional<bool> social_assistance, wants_work;
    fact<date> permit_since;
    std::set<party> consents;
};
BOOST_DESCRIBE_STRUCT(participant, (),
                      (municipality, birth_date, sick_since, unemployed_months, education, housing,
                       barriers, completed, diagnosis, social_assistance, wants_work, permit_since,
                       consents))

engine_for<participant> const& typed()
{
    static auto const compiled =
        compile<participant>(testing_support::sample_of_people(), as_of).value();
    return compiled;
}

} // namespace

TEST(Matchers, AYesIsAProposal)
{
    EXPECT_THAT(compiled_sample(), proposes("start").to(young()));
    EXPECT_THAT(compiled_sample(), Not(proposes("skola").to(thirty())));
    EXPECT_THAT(compiled_sample(), Not(proposes("motesplats").to(sick()))); // unknown
}

TEST(Matchers, ANoIsARefusalAndADecidingReasonIsAboutTheFact)
{
    EXPECT_THAT(compiled_sample(), refuses("skola").to(thirty()));
    EXPECT_THAT(compiled_sample(), refuses("skola").to(thirty()).because("birth_date"));
    EXPECT_THAT(compiled_sample(),
                Not(refuses("skola").to(thirty()).because("education"))); // did not decide
    EXPECT_THAT(compiled_sample(),
                Not(refuses("skola").to(thirty()).because("birth_date").because("education")));
    EXPECT_THAT(compiled_sample(), Not(refuses("start").to(young())));
    EXPECT_THAT(compiled_sample(), Not(refuses("motesplats").to(sick()))); // unknown
}

TEST(Matchers, WhatIsAskedForIsMissingFromAnUnknownAnswer)
{
    EXPECT_THAT(compiled_sample(), asks_for("unemployed_months").about(sick(), "motesplats"));
    EXPECT_THAT(compiled_sample(), asks_for("sick_since").about(young(), "langtidssjuka"));
    EXPECT_THAT(compiled_sample(), Not(asks_for("wants_work").about(sick(), "motesplats")));
    EXPECT_THAT(compiled_sample(),
                Not(asks_for("education").about(thirty(), "skola"))); // a no asks nothing
    EXPECT_THAT(compiled_sample(),
                Not(asks_for("sick_since").about(sick(), "motesplats"))); // withheld
}

TEST(Matchers, FitAnEngineForTheUsersOwnTypeToo)
{
    participant someone{.municipality = "9701",
                        .birth_date = 1996y / February / 29,
                        .sick_since = 2025y / September / 1,
                        .education = level::none};
    EXPECT_THAT(typed(), refuses("skola").to(someone).because("birth_date"));
    EXPECT_THAT(typed(), asks_for("social_assistance").about(someone, "motesplats"));
    EXPECT_THAT(typed(), Not(asks_for("sick_since").about(someone, "langtidssjuka"))); // withheld
    someone.consents = {party::social_insurance_agency};
    EXPECT_THAT(typed(), proposes("motesplats").to(someone));
    EXPECT_THAT(typed(), AllOf(proposes("motesplats").to(someone), refuses("skola").to(someone)));
    EXPECT_THAT(typed(), refuses("skola").to(thirty()).because("birth_date")); // a person's row
}

TEST(Matchers, SayWhatTheyExpect)
{
    EXPECT_EQ(described(proposes("ips").to(sick())), "proposes `ips`; does not propose `ips`");
    EXPECT_EQ(described(refuses("ips").to(sick())), "refuses `ips`; does not refuse `ips`");
    EXPECT_EQ(described(refuses("ips").to(sick()).because("a").because("b")),
              "refuses `ips` because of `a` and `b`; does not refuse `ips` because of `a` and `b`");
    EXPECT_EQ(described(asks_for("a").about(sick(), "unga")),
              "asks for `a` about `unga`; does not ask for `a` about `unga`");
}

TEST(Matchers, TellTheRecordedFactsTheReasonsAndTheirSources)
{
    EXPECT_EQ(told(proposes("skola").to(thirty())),
              "where the answer about the intervention `skola` is no\n"
              "  on record:\n"
              "    municipality: 9701\n"
              "    birth_date: 1996-02-29\n"
              "    education: none\n"
              "  reasons:\n"
              "    /rules/0/when/all_of/1: has turned 30 years: born 1996-02-29"
              " (verksamhetsplan 2 §)");
    EXPECT_EQ(told(asks_for("sick_since").about(young(), "start")),
              "where the answer about the intervention `start` is yes\n"
              "  on record:\n"
              "    municipality: 9702\n"
              "    education: compulsory\n"
              "    barriers: pain\n"
              "  reasons:\n"
              "    /interventions/0/places: lives in Söderby kommun, which the intervention serves"
              " (projektplan start)\n"
              "    /rules/3/when/at_least_of/of/0: ill health: yes (barriers: pain)"
              " (projektplan start)\n"
              "    /rules/3/when/at_least_of/of/2: education: compulsory (at most compulsory)"
              " (projektplan start)");
}

TEST(Matchers, TellEveryKindOfFactAsItIsRecorded)
{
    auto const one = somebody(R"("municipality": "9701", "completed": [], "sick_since": null, )"
                              R"("unemployed_months": -3, "diagnosis": "F20", "wants_work": true, )"
                              R"("social_assistance": false, "barriers": ["debt", "mental"], )"
                              R"("consents": ["social_insurance_agency", "municipality", )"
                              R"("public_employment_service", "region"])");
    EXPECT_THAT(told(refuses("praktik").to(one)), testing::HasSubstr("  on record:\n"
                                                                     "    municipality: 9701\n"
                                                                     "    completed: []\n"
                                                                     "    wants_work: true\n"));
    EXPECT_THAT(told(refuses("ips").to(one)), testing::HasSubstr("    diagnosis: F20\n"));
    EXPECT_THAT(told(refuses("motesplats").to(one)),
                testing::HasSubstr("    sick_since: none\n"
                                   "    unemployed_months: -3\n"
                                   "    social_assistance: false\n"));
    EXPECT_THAT(told(refuses("start").to(one)), testing::HasSubstr("    barriers: mental, debt\n"));
}

TEST(Matchers, NeverTellAWithheldValue)
{
    auto const text = told(proposes("motesplats").to(sick()));
    EXPECT_EQ(text,
              "where the answer about the intervention `motesplats` is unknown\n"
              "  on record:\n"
              "    municipality: 9703\n"
              "    sick_since: withheld\n"
              "  missing:\n"
              "    unemployed_months\n"
              "    social_assistance\n"
              "  withheld:\n"
              "    sick_since\n"
              "  reasons:\n"
              "    /rules/2/when: no consent to the record held by the Social Insurance Agency: on "
              "sick leave since (SFB, 27 kap. 48 §)\n"
              "    /rules/5/when/any_of/1: not on record: months out of work (AF:s definition)\n"
              "    /rules/5/when/any_of/2: not on record: social_assistance");
    auto const nowhere = somebody(R"("municipality": "9703", "sick_since": null)");
    EXPECT_EQ(told(proposes("motesplats").to(nowhere)), text);
    participant someone{.municipality = "9703", .sick_since = 2025y / September / 1};
    testing::StringMatchResultListener listener;
    EXPECT_FALSE(proposes("motesplats").to(someone).MatchAndExplain(typed(), &listener));
    EXPECT_EQ(listener.str(), text);
}

TEST(Matchers, TellBothWhereAGroupAndAnInterventionShareAnId)
{
    auto agreed = testing_support::sample_of_people();
    agreed.interventions[5].id = "unga";
    auto const compiled = compile(agreed, as_of).value();
    testing::StringMatchResultListener listener;
    auto const nobody = somebody(R"("municipality": "9701")");
    EXPECT_TRUE(asks_for("birth_date").about(nobody, "unga").MatchAndExplain(compiled, &listener));
    EXPECT_THAT(listener.str(), testing::HasSubstr("the needs group `unga` is unknown\n"));
    EXPECT_THAT(listener.str(), testing::HasSubstr("\nthe answer about the intervention `unga`"));
    EXPECT_THAT(compiled, asks_for("social_assistance").about(nobody, "unga"));
    EXPECT_THAT(compiled, Not(asks_for("wants_work").about(nobody, "unga")));
    EXPECT_THAT(compiled, Not(proposes("unga").to(nobody)));
}

TEST(Matchers, SayWhyAQuestionCannotBeAsked)
{
    EXPECT_EQ(told(proposes("skla").to(young())),
              "but `skla` is not among the interventions of the plan; did you mean `skola`?");
    EXPECT_EQ(told(refuses("arbetsgivare").to(young())),
              "but `arbetsgivare` is a structural intervention; it is aimed at no single "
              "person; leave it out");
    EXPECT_EQ(told(proposes("unga").to(young())),
              "but `unga` is not among the interventions of the plan; the interventions are "
              "`start`, `ips`, `skola`, `praktik`, `etablering`, `motesplats`");
    EXPECT_EQ(told(asks_for("birthdate").about(young(), "unga")),
              "but no fact is named `birthdate`; did you mean `birth_date`?");
    EXPECT_EQ(told(refuses("skola").to(thirty()).because("birthdate")),
              "but no fact is named `birthdate`; did you mean `birth_date`?");
    EXPECT_EQ(told(proposes("skola").to(person{})),
              "but the person has 0 facts, the plan 13; a person is a row of the engine's own "
              "columns");

    auto agreed = testing_support::sample_of_people();
    agreed.needs_groups[0].period = period{2024y / January / 1, 2025y / January / 1};
    agreed.declarations.clear();
    auto const compiled = compile(agreed, as_of).value();
    testing::StringMatchResultListener listener;
    EXPECT_FALSE(asks_for("birth_date").about(sick(), "unga").MatchAndExplain(compiled, &listener));
    EXPECT_EQ(listener.str(),
              "but `unga` is not in force on 2026-02-28; leave it out, or choose a day in its "
              "period");
}

TEST(Matchers, FailWithTheWholeStory)
{
    testing::TestPartResultArray results;
    {
        testing::ScopedFakeTestPartResultReporter reporter(
            testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &results);
        EXPECT_THAT(typed(), proposes("start").to(participant{.municipality = "9703"}));
    }
    ASSERT_EQ(results.size(), 1);
    std::string text = results.GetTestPartResult(0).message();
    text.erase(text.find_last_not_of('\n') + 1); // some releases of GoogleTest end the line
    EXPECT_EQ(text, "Value of: typed()\n"
                    "Expected: proposes `start`\n"
                    "  Actual: the plan `sample` on 2026-02-28, where the answer about the "
                    "intervention `start` is no\n"
                    "  on record:\n"
                    "    municipality: 9703\n"
                    "  reasons:\n"
                    "    /interventions/0/places: the intervention does not serve residents of "
                    "Österby kommun (projektplan start)");
}

TEST(Matchers, FailTheTestOnceOverAMisspeltIdAlsoWhereItIsNegated)
{
    EXPECT_NONFATAL_FAILURE(EXPECT_THAT(compiled_sample(), proposes("skla").to(young())),
                            ", but `skla` is not among the interventions of the plan; did you "
                            "mean `skola`?");
    EXPECT_NONFATAL_FAILURE(EXPECT_THAT(compiled_sample(), Not(proposes("skla").to(young()))),
                            "`skla` is not among the interventions of the plan; did you mean "
                            "`skola`?");
    EXPECT_NONFATAL_FAILURE(
        EXPECT_THAT(compiled_sample(), Not(asks_for("age").about(sick(), "unga"))),
        "no fact is named `age`; the facts are `municipality`, ");
    EXPECT_NONFATAL_FAILURE(EXPECT_THAT(typed(), Not(refuses("skla").to(participant{}))),
                            "`skla` is not among the interventions of the plan");
}
