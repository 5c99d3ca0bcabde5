// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/evaluate.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/io/results.hpp>

#include "io/json_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

using namespace finsam;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

engine sample()
{
    auto agreed = read_plan("tests/cases/sample.plan.json").value();
    return compile(std::move(agreed), 2026y / 2 / 28).value();
}

people sample_people(engine const& compiled)
{
    return read_people(compiled.agreed(), "tests/cases/sample.people.ndjson").value();
}

std::string quoted(std::string_view text)
{
    std::string line;
    io::append_quoted(line, text);
    return line;
}

} // namespace

TEST(JsonText, EscapesWhatJsonMustEscapeAndNothingElse)
{
    EXPECT_EQ(quoted("Söderby \"by\" \\ /"), R"("Söderby \"by\" \\ /")");
    EXPECT_EQ(quoted("a\nb\tc\x1F"), R"("a\nb\u0009c\u001f")");
    EXPECT_EQ(quoted(std::string_view("\0", 1)), R"("\u0000")");
}

TEST(JsonText, IsUtf8WhateverTheBytes)
{
    EXPECT_EQ(quoted("a\xFFz"), "\"a\xEF\xBF\xBDz\"");
    EXPECT_EQ(quoted("\xC3"), "\"\xEF\xBF\xBD\"");
    EXPECT_EQ(quoted("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""); // a surrogate
}

TEST(CheckResult, HasItsKeysInOrder)
{
    diagnostics found;
    EXPECT_EQ(to_json(found), R"({"errors": 0, "warnings": 0, "diagnostics": []})");
    add(found, {.severity = severity::warning,
                .code = diagnostic_code::no_seed,
                .file = "a.json",
                .line = 3,
                .column = 7,
                .pointer = "/matching",
                .message = "no seed",
                .hint = "give one"});
    EXPECT_EQ(to_json(found),
              R"({"errors": 0, "warnings": 1, "diagnostics": [{"severity": "warning", )"
              R"("code": "no_seed", "pointer": "/matching", "line": 3, "column": 7, )"
              R"("message": "no seed", "hint": "give one"}]})");
}

TEST(AssessResult, TellsTiersReasonsAndWhatIsMissing)
{
    auto const compiled = sample();
    auto const people = sample_people(compiled);
    auto const someone = people.row(1); // p02
    auto const line = to_json(compiled, someone, assess(compiled, someone), language::en);
    EXPECT_THAT(line, StartsWith(R"({"person": "p02", "as_of": "2026-02-28", "needs_groups": )"
                                 R"([{"id": "unga", "answer": "no", "missing": [], )"
                                 R"("withheld": []}, )"));
    EXPECT_THAT(line,
                HasSubstr(R"("tier": null, "best_tier": 2, "interventions": [{"id": "start")"));
    EXPECT_THAT(line, HasSubstr(R"({"at": "/interventions/4/places", "fact": "municipality", )"
                                R"("state": "value", "answer": "no", "cite": null, "text": ")"));
    EXPECT_THAT(line, Not(HasSubstr("\n")));
}

TEST(MatchResult, TellsEachPersonOnceAndWhatTheAuditFound)
{
    auto const compiled = sample();
    auto const people = sample_people(compiled);
    matching proposed{.mandate = "placering", .policy = policies::stable{}, .people = 5};
    proposed.placements = {{.person = 0, .intervention = 0, .pool = 0, .choice = 1},
                           {.person = 1, .intervention = 5, .incumbent = true}};
    proposed.tier_uncertain = {2};
    proposed.waiting = {
        {.person = 2,
         .undetermined = {1},
         .reasons = {
             {.intervention = 0, .last_admitted = {}},
             {.intervention = 5, .last_admitted = cutoff{.tier = 2, .waited_days_at_least = 60}}}}};
    proposed.undetermined = {{.person = 10, .interventions = {1}}};
    proposed.no_intervention = {{.person = 4, .in_needs_group = true}};
    std::vector<finding> const findings{
        {.kind = finding_kind::passed_over, .person = 2, .intervention = 0, .pool = 0, .by = 1},
        {.kind = finding_kind::over_capacity,
         .person = {},
         .intervention = 5,
         .pool = {},
         .by = {}}};

    EXPECT_EQ(to_json(compiled, people, proposed, findings),
              R"({"plan": "sample", "as_of": "2026-02-28", "mandate": "placering", )"
              R"("policy": "stable", "placements": [{"person": "p01", "intervention": "start", )"
              R"("pool": 0, "choice": 1, "incumbent": false, "undetermined": []}, )"
              R"({"person": "p02", "intervention": "motesplats", "pool": null, "choice": null, )"
              R"("incumbent": true, "undetermined": []}], "tier_uncertain": ["p03"], )"
              R"("waiting": [{"person": "p03", "undetermined": ["ips"], "reasons": [)"
              R"({"intervention": "start", "why": "full", "cutoff": null}, )"
              R"({"intervention": "motesplats", "why": "full", "cutoff": )"
              R"({"tier": 2, "waited_days_at_least": 60}}]}], )"
              R"("undetermined": [{"person": "p11", "interventions": [{"id": "ips", )"
              R"("missing": ["municipality", "diagnosis", "wants_work"], "withheld": []}]}], )"
              R"("no_intervention": [{"person": "p05", "in_needs_group": true}], )"
              R"("counts": {"people": 5, "placed": 2, "incumbents": 1, "waiting": 1, )"
              R"("undetermined": 1, "no_intervention": 1}, "audit": {"ok": false, "findings": [)"
              R"({"kind": "passed_over", "person": "p03", "intervention": "start", "pool": 0, )"
              R"("by": "p02"}, {"kind": "over_capacity", "person": null, )"
              R"("intervention": "motesplats", "pool": null, "by": null}]}})");
}

TEST(MatchResult, OfManyIsGivenAwayInParts)
{
    auto const compiled = sample();
    auto const people = sample_people(compiled);
    matching proposed{.mandate = "placering", .policy = policies::stable{}, .people = 5'000};
    proposed.placements.resize(5'000, {.person = 0, .intervention = 0, .pool = 0, .choice = 1});
    std::vector<std::string> parts;
    auto const take = [](void* whom, std::string_view part) {
        static_cast<std::vector<std::string>*>(whom)->emplace_back(part);
    };
    write_json(compiled, people, proposed, {}, {.take = take, .whom = &parts});
    EXPECT_GT(parts.size(), 3U);
    std::string all;
    for (auto const& one : parts) {
        EXPECT_LT(one.size(), 70'000U);
        all += one;
    }
    EXPECT_EQ(all, to_json(compiled, people, proposed, {}));
}

TEST(GapsResult, WithholdsSmallCountsOfPeopleButNotOfPlaces)
{
    auto const compiled = sample();
    auto const people = sample_people(compiled);
    gap_report report{.mandate = "planering"};
    report.needs_groups = {{.id = "unga",
                            .yes = 7,
                            .unknown = 0,
                            .placed = 4,
                            .waiting = 1,
                            .undetermined = 0,
                            .no_intervention = 2}};
    report.interventions = {
        {.id = "start", .yes = 9, .unknown = 5, .places = 4, .placed = 3, .free = 1}};
    report.between = {23};
    report.asking = {{.fact = "diagnosis", .settles = 8}, {.fact = "completed", .settles = 2}};
    EXPECT_EQ(to_json(compiled, people, report, false),
              R"({"plan": "sample", "as_of": "2026-02-28", "mandate": "planering", )"
              R"("needs_groups": [{"id": "unga", "yes": 7, "unknown": 0, "placed": null, )"
              R"("waiting": null, "undetermined": 0, "no_intervention": null}], )"
              R"("interventions": [{"id": "start", "yes": 9, "unknown": 5, "places": 4, )"
              R"("placed": null, "free": 1}], "between": {"count": null}, )"
              R"("asking": [{"fact": "diagnosis", "settles": 8}, )"
              R"({"fact": "completed", "settles": null}]})");
    auto const exact = to_json(compiled, people, report, true);
    EXPECT_THAT(exact, HasSubstr(R"("placed": 4, "waiting": 1)"));
    EXPECT_THAT(exact, HasSubstr(R"("between": {"count": 1, "people": ["p24"]})"));
    EXPECT_THAT(exact, HasSubstr(R"({"fact": "completed", "settles": 2})"));
}
