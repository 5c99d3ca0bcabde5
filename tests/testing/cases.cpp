// SPDX-License-Identifier: BSL-1.0
#include <finsam/testing/cases.hpp>

#include "support/without_hint.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

using namespace finsam;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

// A case file of one case about the sample plan.
class CaseFile : public testing::Test
{
protected:
    ~CaseFile() override { std::filesystem::remove(file); }

    result<case_outcome> run(std::string const& one, std::string const& as_of = "2026-02-28")
    {
        auto const plan = std::filesystem::absolute("tests/cases/sample.plan.json").string();
        return run_text(R"({"plan": ")" + plan + R"(", "as_of": ")" + as_of + R"(", "cases": [)"
                        + one + "]}");
    }

    result<case_outcome> run_text(std::string const& text)
    {
        std::ofstream(file) << text;
        return run_cases(file, language::en);
    }

    // The only diagnostic, as a line without the name of the file.
    std::string only(result<case_outcome> const& outcome)
    {
        if (outcome)
            return "no diagnostic";
        auto const lines = to_lines(outcome.error());
        EXPECT_THAT(outcome.error().list, SizeIs(1)) << lines;
        EXPECT_EQ(testing_support::without_hint(outcome.error()), "");
        auto const line = to_line(outcome.error().list.front());
        return line.substr(line.find("error: "));
    }

    std::filesystem::path file = std::filesystem::temp_directory_path()
                                 / ("finsam-test-" + std::to_string(::getpid()) + ".cases.json");
};

} // namespace

TEST(Cases, OfTheSampleAllPass)
{
    auto const outcome = run_cases("tests/cases/sample.cases.json", language::sv).value();
    EXPECT_EQ(outcome.passed, 8U);
    EXPECT_THAT(outcome.failed, IsEmpty());
}

TEST_F(CaseFile, IsToldThatItsDayIsOutsideThePlan)
{
    EXPECT_THAT(only(run(R"({"name": "n", "person": {}, "expect": {"tier": null}})", "2031-01-01")),
                HasSubstr("error: not_in_force: /as_of: the plan is not in force on `2031-01-01`"));
}

TEST_F(CaseFile, PassesOnWhatThePlanIsWarnedAbout)
{
    auto const one = R"({"name": "n", "person": {}, "expect": {"tier": null}})";
    EXPECT_THAT(run(one)->warnings.list, IsEmpty());
    auto const plan = file.string() + ".plan.json";
    {
        std::ifstream sample("tests/cases/sample.plan.json");
        std::string text{std::istreambuf_iterator<char>(sample), {}};
        auto const at = text.find("\"matching\"");
        ASSERT_NE(at, std::string::npos);
        // Nobody says what is drawn between equals: a warning.
        auto const seed = text.find("\"seed\"", at);
        ASSERT_NE(seed, std::string::npos);
        auto const end = text.find_first_of(",}", seed);
        auto const comma = text.rfind(',', seed);
        std::ofstream(plan) << text.substr(0, comma) << text.substr(end);
    }
    auto const outcome = run_text(R"({"plan": ")" + plan + R"(", "as_of": "2026-02-28", "cases": [)"
                                  + std::string(one) + "]}");
    std::filesystem::remove(plan);
    ASSERT_TRUE(outcome) << to_lines(outcome.error());
    EXPECT_EQ(outcome->passed, 1U);
    ASSERT_THAT(outcome->warnings.list, SizeIs(1));
    EXPECT_EQ(outcome->warnings.list[0].code, diagnostic_code::no_seed);
    EXPECT_EQ(outcome->warnings.list[0].file, plan);
}

TEST_F(CaseFile, MayBeginWithAByteOrderMark)
{
    EXPECT_THAT(only(run_text("\xEF\xBB\xBF[]")), HasSubstr("error: wrong_type: "));
}

TEST_F(CaseFile, AFailureSaysWhatWasExpectedAndFoundAndWhy)
{
    auto const outcome =
        run(R"({"name": "young", "person": {"municipality": "9701", "birth_date": "1996-02-29",
                "education": "none"},
                "expect": {"tier": 1, "needs_groups": {"langtidssjuka": "no"},
                           "interventions": {"skola": "yes"}}})")
            .value();
    EXPECT_EQ(outcome.passed, 0U);
    ASSERT_THAT(outcome.failed, SizeIs(1));
    EXPECT_EQ(outcome.failed[0].name, "young");
    EXPECT_THAT(outcome.failed[0].lines,
                ElementsAre("langtidssjuka, answer: expected no, found unknown",
                            HasSubstr("/rules/2/when: "), "tier: expected 1, found none",
                            "skola, answer: expected yes, found no",
                            AllOf(HasSubstr("/rules/0/when/all_of/1: "),
                                  HasSubstr("(verksamhetsplan 2 §)"))));
}

TEST_F(CaseFile, ReasonsAreComparedInOrderAndFactsInAny)
{
    auto const of = [](std::string const& details) {
        return R"({"name": "n", "person": {}, "expect": {"interventions": {"praktik": )"
               R"({"answer": "unknown", )"
               + details + "}}}}";
    };
    EXPECT_EQ(run(of(R"("missing": ["wants_work", "municipality", "completed"])"))->passed, 1U);
    EXPECT_EQ(run(of(R"("missing": ["wants_work"])"))->failed.size(), 1U);
    EXPECT_EQ(run(of(R"("withheld": ["wants_work"])"))->failed.size(), 1U);
    EXPECT_EQ(run(of(R"("reasons": ["/interventions/3/places",
                        "/interventions/3/requires_completed", "/interventions/3/when"])"))
                  ->passed,
              1U);
    auto const outcome = run(of(R"("reasons": ["/interventions/3/requires_completed",
                                    "/interventions/3/places", "/interventions/3/when"])"));
    ASSERT_THAT(outcome->failed, SizeIs(1));
    EXPECT_EQ(outcome->failed[0].lines[0],
              "praktik, reasons: expected /interventions/3/requires_completed, "
              "/interventions/3/places, /interventions/3/when, found /interventions/3/places, "
              "/interventions/3/requires_completed, /interventions/3/when");
}

TEST_F(CaseFile, ConsentsOfTheCaseDecideWhatIsWithheld)
{
    EXPECT_EQ(run(R"({"name": "n", "person": {"municipality": "9703", "sick_since": "2025-09-01",
                      "consents": ["social_insurance_agency"]},
                      "expect": {"tier": 2}})")
                  ->passed,
              1U);
    EXPECT_EQ(run(R"({"name": "n", "person": {"municipality": "9703", "sick_since": "2025-09-01"},
                      "expect": {"tier": null}})")
                  ->passed,
              1U);
}

TEST_F(CaseFile, NamingWhatIsNotAskedIsAnError)
{
    auto const about = [](std::string const& interventions) {
        return R"({"name": "n", "person": {}, "expect": {"interventions": )" + interventions + "}}";
    };
    EXPECT_EQ(only(run(about(R"({"skla": "no"})"))),
              "error: dangling_id: /cases/0/expect/interventions/skla: `skla` is not among the "
              "interventions of the plan; did you mean `skola`?");
    EXPECT_THAT(only(run(about(R"({"arbetsgivare": "no"})"))),
                HasSubstr("bad_value: /cases/0/expect/interventions/arbetsgivare: "));
    EXPECT_THAT(
        only(run(R"({"name": "n", "person": {}, "expect": {"needs_groups": {"x": "no"}}})")),
        HasSubstr("dangling_id: /cases/0/expect/needs_groups/x: "));
    EXPECT_THAT(only(run(about(R"({"skola": {"answer": "no", "missing": ["birthdate"]}})"))),
                HasSubstr("dangling_id: /cases/0/expect/interventions/skola/missing/0: no fact is "
                          "named `birthdate`; did you mean `birth_date`?"));
}

TEST_F(CaseFile, WhatIsNotInForceOnTheDayCannotBeExpected)
{
    auto text = std::string();
    {
        std::ifstream plan("tests/cases/sample.plan.json");
        std::stringstream all;
        all << plan.rdbuf();
        text = all.str();
    }
    auto const at = text.find(R"("kind": "individual", "rule": "langt-fran-arbete")");
    ASSERT_NE(at, std::string::npos);
    text.insert(at, R"("period": {"from": "2024-01-01", "to": "2025-01-01"}, )");
    auto const plan = file.string() + ".plan";
    std::ofstream(plan) << text;
    auto const outcome =
        run_text(R"({"plan": ")" + std::filesystem::path(plan).filename().string()
                 + R"(", "as_of": "2026-02-28", "cases": [{"name": "n", "person": {}, "expect": )"
                 + R"({"interventions": {"motesplats": "no"}}}]})");
    std::filesystem::remove(plan);
    EXPECT_THAT(only(outcome),
                HasSubstr("not_in_force: /cases/0/expect/interventions/motesplats: `motesplats` "
                          "is not in force on 2026-02-28"));
}

TEST_F(CaseFile, EveryMistakeIsToldAtOnce)
{
    auto const outcome =
        run(R"({"nam": "n", "person": {"birth_dte": "1990-01-01", "consents": "region"},
                "expect": {"interventions": {"skola": "maybe", "ips": 1,
                                             "start": {"missing": []}}, "tier": "1"}})");
    ASSERT_FALSE(outcome);
    std::vector<std::string> lines;
    for (auto const& one : outcome.error().list)
        lines.push_back(one.pointer + ' ' + std::to_string(static_cast<int>(one.code)));
    auto const code = [](diagnostic_code one) {
        return ' ' + std::to_string(static_cast<int>(one));
    };
    EXPECT_THAT(
        lines,
        ElementsAre("/cases/0/nam" + code(diagnostic_code::unknown_key),
                    "/cases/0/person/birth_dte" + code(diagnostic_code::unknown_key),
                    "/cases/0/person/consents" + code(diagnostic_code::wrong_type),
                    "/cases/0/expect/interventions/skola" + code(diagnostic_code::bad_value),
                    "/cases/0/expect/interventions/ips" + code(diagnostic_code::wrong_type),
                    "/cases/0/expect/interventions/start" + code(diagnostic_code::missing_key),
                    "/cases/0/expect/tier" + code(diagnostic_code::wrong_type)))
        << to_lines(outcome.error());
    EXPECT_EQ(testing_support::without_hint(outcome.error()), "");
}

TEST_F(CaseFile, ACaseThatExpectsNothingIsAnError)
{
    EXPECT_THAT(only(run(R"({"name": "n", "person": {}, "expect": {}})")),
                HasSubstr("missing_key: /cases/0/expect: nothing is expected"));
}

TEST_F(CaseFile, MistakesInThePlanAreToldOfThePlan)
{
    auto const outcome = run_text(R"({"plan": "/nowhere/a.plan.json", "as_of": "2026-02-28",
                                      "cases": []})");
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().list.front().code, diagnostic_code::unreadable);
    EXPECT_THAT(only(run("", "2030-01-01")), HasSubstr("not_in_force"));
    EXPECT_THAT(only(run("", "2026-02-30")), HasSubstr("bad_value: /as_of: "));
}

TEST_F(CaseFile, ThatIsNoObjectIsOneDiagnostic)
{
    EXPECT_THAT(only(run_text("[]")), HasSubstr("wrong_type: "));
    EXPECT_THAT(only(run_text("")), HasSubstr("syntax: "));
    EXPECT_THAT(only(run_text(std::string(100'000, '['))), HasSubstr("too_deep: "));
}
