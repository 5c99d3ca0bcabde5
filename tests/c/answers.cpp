// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/finsam.h>
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/io/results.hpp>
#include <finsam/io/snapshot.hpp>

#include "c/calls.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace finsam {
namespace {

using namespace testing_support;
using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono;

/// A shipped plan and its people, in C and in C++.
class AnswersInC : public ::testing::Test
{
protected:
    std::string const plan_text = read_text("examples/plans/ostra-sodertorn-2022.plan.json");
    std::string const people_text = read_text("examples/people/ostra-sodertorn.ndjson");
    engine const compiled = compile(parse_plan(plan_text).value(), 2022y / March / 1).value();
    people const caseload =
        parse_people(compiled.agreed(), people_text, people_format::json_lines).value();
    owned<finsam_engine> const in_c = engine_of(plan_text, "2022-03-01");
    owned<finsam_people> people_in_c;

    void SetUp() override
    {
        EXPECT_EQ(parse_people_in_c(in_c.get(), people_text, people_in_c),
                  (reply{finsam_done, to_json(diagnostics{})}));
    }
};

TEST_F(AnswersInC, AboutAPersonAreThoseOfTheLibrary)
{
    std::istringstream lines(people_text);
    std::string line;
    for (std::size_t row = 0; std::getline(lines, line); ++row) {
        auto const someone = caseload.row(row);
        auto const assessed = assess(compiled, someone);
        auto options = options_in_c();
        reply const swedish{finsam_done, to_json(compiled, someone, assessed, language::sv)};
        EXPECT_EQ(assess_in_c(in_c.get(), line), swedish);
        EXPECT_EQ(assess_in_c(in_c.get(), line, &options), swedish);
        EXPECT_EQ(assess_row_in_c(in_c.get(), people_in_c.get(), row), swedish);
        options.language = finsam_english;
        reply const english{finsam_done, to_json(compiled, someone, assessed, language::en)};
        EXPECT_EQ(assess_in_c(in_c.get(), line, &options), english);
        EXPECT_EQ(assess_row_in_c(in_c.get(), people_in_c.get(), row, &options), english);
    }
}

TEST_F(AnswersInC, AboutAPopulationAreThoseOfTheLibrary)
{
    std::size_t count = 0;
    EXPECT_EQ(finsam_count_people(people_in_c.get(), &count), finsam_done);
    EXPECT_EQ(count, caseload.size());
    auto const allowed = find_mandate(compiled, "placement-2022").value();
    auto const eligible = evaluate(compiled, caseload, allowed);
    auto const proposed = match(compiled, caseload, eligible, allowed);
    reply const matched{finsam_done,
                        to_json(compiled, caseload, proposed, audit(compiled, caseload, proposed))};
    auto const report = gaps(compiled, caseload, eligible, allowed);
    auto options = options_in_c();
    for (std::size_t const threads : {0u, 1u, 3u}) {
        options.threads = threads;
        options.exact = 0;
        EXPECT_EQ(match_in_c(in_c.get(), people_in_c.get(), "placement-2022", &options), matched);
        EXPECT_EQ(gaps_in_c(in_c.get(), people_in_c.get(), "placement-2022", &options),
                  (reply{finsam_done, to_json(compiled, caseload, report, false)}));
        options.exact = 1;
        EXPECT_EQ(gaps_in_c(in_c.get(), people_in_c.get(), "placement-2022", &options),
                  (reply{finsam_done, to_json(compiled, caseload, report, true)}));
    }
    EXPECT_EQ(match_in_c(in_c.get(), people_in_c.get(), "placement-2022"), matched);
}

TEST_F(AnswersInC, AboutAPopulationTakeAMandate)
{
    auto const text = plan_text;
    auto const line_of = [&](std::string_view what) {
        return 1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(text.find(what)), '\n');
    };
    auto const unknown = match_in_c(in_c.get(), people_in_c.get(), "placement-2023");
    EXPECT_EQ(unknown.status, finsam_wrong_document);
    EXPECT_THAT(unknown.document,
                HasSubstr(R"("code": "no_mandate", "pointer": "/mandates", "line": )"
                          + std::to_string(line_of("\"mandates\"")) + ","));
    EXPECT_THAT(unknown.document, HasSubstr("did you mean `placement-2022`?"));
    EXPECT_EQ(gaps_in_c(in_c.get(), people_in_c.get(), "placement-2023"), unknown);

    auto const purpose = match_in_c(in_c.get(), people_in_c.get(), "follow-up-2022");
    EXPECT_EQ(purpose.status, finsam_wrong_document);
    EXPECT_THAT(purpose.document, HasSubstr(R"("pointer": "/mandates/1", "line": )"));
    EXPECT_EQ(gaps_in_c(in_c.get(), people_in_c.get(), "follow-up-2022").status, finsam_done);
}

TEST_F(AnswersInC, AboutAPersonNeedNoIdAndMayTakeSeveralLines)
{
    auto const one = assess_in_c(in_c.get(), "\xEF\xBB\xBF{\n\"municipality\":\r\n\t\"0136\"\n}\n");
    EXPECT_EQ(one.status, finsam_done);
    EXPECT_THAT(one.document, HasSubstr(R"({"person": "", "as_of": "2022-03-01")"));
}

TEST_F(AnswersInC, NeverDependOnWhatIsWithheld)
{
    auto const with = [&](std::string_view since, std::string_view consents) {
        return assess_in_c(in_c.get(), R"({"municipality":"0136","birth_date":"1999-05-05",)"
                                       R"("disability":true,"sick_since":")"
                                           + std::string(since) + R"(", "consents": [)"
                                           + std::string(consents) + "]}");
    };
    EXPECT_EQ(with("2021-08-20", ""), with("2022-02-28", ""));
    EXPECT_THAT(with("2021-08-20", "").document, HasSubstr(R"("withheld": ["sick_since"])"));
    EXPECT_NE(with("2021-08-20", R"("social_insurance_agency")"), with("2021-08-20", ""));
}

TEST_F(AnswersInC, TellEveryMistakeInAPerson)
{
    auto const one = assess_in_c(in_c.get(), "{\n \"municipality\": 136,\n \"birth_dat\": null,\n"
                                             " \"sick_since\": \"2021-02-30\"\n}");
    EXPECT_EQ(one.status, finsam_wrong_document);
    EXPECT_THAT(one.document, HasSubstr(R"({"errors": 3, "warnings": 0,)"));
    EXPECT_THAT(
        one.document,
        HasSubstr(R"("code": "wrong_type", "pointer": "/municipality", "line": 2, "column": 18)"));
    EXPECT_THAT(
        one.document,
        HasSubstr(R"("code": "unknown_key", "pointer": "/birth_dat", "line": 3, "column": 2)"));
    EXPECT_THAT(one.document, HasSubstr("did you mean `birth_date`?"));
    EXPECT_THAT(
        one.document,
        HasSubstr(R"("code": "bad_value", "pointer": "/sick_since", "line": 4, "column": 16)"));
    for (auto const text :
         {"", "{", "[]", "null", "{} {}", "\xFF", "{\"id\": \"a\", \"id\": \"b\"}"})
        EXPECT_EQ(assess_in_c(in_c.get(), text).status, finsam_wrong_document) << text;
}

TEST_F(AnswersInC, DoNotRepeatAPersonalNumber)
{
    for (auto const text : {R"({"id": "19121212-1212"})", R"({"19121212-1212": 1})",
                            R"({"19121212-1212": 1, "19121212-1212": 2})",
                            R"({"19121212-1212": {"a": 1, "a": 2}})"}) {
        auto const one = assess_in_c(in_c.get(), text);
        EXPECT_EQ(one.status, finsam_wrong_document) << text;
        EXPECT_THAT(one.document, Not(HasSubstr("1212"))) << text;
    }
}

TEST_F(AnswersInC, AboutPeopleFromCsvAreTheSame)
{
    owned<finsam_people> rows, lines;
    EXPECT_EQ(parse_people_in_c(in_c.get(), "id,municipality,in_work\na,0136,true\nb,0138,\n", rows,
                                finsam_csv)
                  .status,
              finsam_done);
    parse_people_in_c(in_c.get(),
                      R"({"id":"a","municipality":"0136","in_work":true})"
                      "\n"
                      R"({"id":"b","municipality":"0138"})",
                      lines);
    EXPECT_EQ(match_in_c(in_c.get(), rows.get(), "placement-2022"),
              match_in_c(in_c.get(), lines.get(), "placement-2022"));
    EXPECT_EQ(parse_people_in_c(in_c.get(), "id\na,b\n", rows, finsam_csv).status,
              finsam_wrong_document);
    EXPECT_EQ(rows, nullptr);
}

TEST_F(AnswersInC, AboutPeopleFromASnapshotAreTheSame)
{
    auto const file = std::filesystem::path(::testing::TempDir()) / "finsam-c.snapshot";
    write_snapshot(caseload, file);
    auto const bytes = read_text(file.string());
    std::filesystem::remove(file);
    owned<finsam_people> kept;
    EXPECT_EQ(parse_people_in_c(in_c.get(), bytes, kept).status, finsam_done);
    EXPECT_EQ(match_in_c(in_c.get(), kept.get(), "placement-2022"),
              match_in_c(in_c.get(), people_in_c.get(), "placement-2022"));
    auto const cut = std::string_view(bytes).substr(0, bytes.size() - 1);
    auto const one = parse_people_in_c(in_c.get(), cut, kept);
    EXPECT_EQ(one.status, finsam_wrong_document);
    EXPECT_THAT(one.document, HasSubstr(R"("code": "syntax")"));
}

TEST_F(AnswersInC, AboutPeopleAreTheSameWithEveryEngineOfTheirPlan)
{
    auto const summer = engine_of(plan_text, "2022-07-01");
    EXPECT_EQ(match_in_c(summer.get(), people_in_c.get(), "placement-2022").status, finsam_done);
    auto const other = engine_of(read_text("examples/plans/gotland.plan.json"), "2015-03-01");
    ASSERT_NE(other, nullptr);
    auto const one = match_in_c(other.get(), people_in_c.get(), "placement-2022");
    EXPECT_EQ(one.status, finsam_wrong_use);
    EXPECT_THAT(one.document, HasSubstr(R"("pointer": "/people")"));
    EXPECT_EQ(gaps_in_c(other.get(), people_in_c.get(), "placement-2022"), one);
    EXPECT_EQ(assess_row_in_c(other.get(), people_in_c.get(), 0), one);
}

TEST_F(AnswersInC, AreNotAboutPeopleWhoMayHaveAPlaceInAStructuralIntervention)
{
    // The same facts and the same ids, but that one intervention was for individuals.
    auto before = compiled.agreed();
    auto const named = [&](std::string_view id) {
        return std::ranges::find(before.interventions, id, &intervention::id);
    };
    ASSERT_EQ(named("conecto")->kind, intervention_kind::structural);
    auto individual = *named("lumena");
    individual.id = "conecto";
    *named("conecto") = std::move(individual);
    auto const engine_before = engine_of(write_plan(before), "2022-03-01");
    ASSERT_NE(engine_before, nullptr);
    owned<finsam_people> placed;
    EXPECT_EQ(parse_people_in_c(engine_before.get(),
                                R"({"id":"a","municipality":"0136","placed":"conecto"})", placed)
                  .status,
              finsam_done);
    EXPECT_EQ(match_in_c(engine_before.get(), placed.get(), "placement-2022").status, finsam_done);
    auto const one = match_in_c(in_c.get(), placed.get(), "placement-2022");
    EXPECT_EQ(one.status, finsam_wrong_use);
    EXPECT_THAT(one.document, HasSubstr(R"("pointer": "/people")"));
    EXPECT_EQ(gaps_in_c(in_c.get(), placed.get(), "placement-2022"), one);
    EXPECT_EQ(assess_row_in_c(in_c.get(), placed.get(), 0), one);
    EXPECT_EQ(match_in_c(engine_before.get(), people_in_c.get(), "placement-2022"), one);
}

} // namespace
} // namespace finsam
