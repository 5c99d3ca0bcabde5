// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/matching.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>
#include <finsam/matching/verify.hpp>
#include <finsam/model/promises.hpp>

#include "support/every_policy.hpp"
#include "support/worlds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace finsam {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The sample plan with reserves, its people, and what is proposed to them.
struct sample
{
    engine compiled;
    people caseload;
    matching proposed;
    certificate shown;

    explicit sample(policy const& chosen = {})
        : compiled(compile(plan_with(chosen), 2026y / 2 / 28).value())
        , caseload(read_people(compiled.agreed(), "tests/cases/sample.people.ndjson").value())
    {
        auto const allowed = find_mandate(compiled, "placering", purpose::placement).value();
        auto const eligible = evaluate(compiled, caseload, allowed);
        proposed = match(compiled, caseload, eligible, allowed);
        shown = certify(compiled, caseload, eligible, proposed);
    }

    static plan plan_with(policy const& chosen)
    {
        auto agreed =
            read_plan(std::filesystem::path("tests/cases/sample-reserves.plan.json")).value();
        agreed.matching->policy = chosen;
        if (!promises_of(chosen).reserves)
            for (auto& one : agreed.interventions)
                for (auto& place : one.places)
                    place.reserved.clear();
        return agreed;
    }

    [[nodiscard]] std::string document() const
    {
        return certificate_json(compiled, caseload, proposed, shown);
    }
    [[nodiscard]] result<matching_document> read(std::string const& text) const
    {
        return parse_matching(compiled, caseload, text, "m");
    }
    [[nodiscard]] std::vector<std::string> mistakes(std::string const& text) const
    {
        std::vector<std::string> all;
        if (auto const made = read(text); !made)
            for (auto const& one : made.error().list)
                all.push_back(to_line(one));
        return all;
    }
};

/// The text with its first `before` as `after`.
std::string changed(std::string text, std::string const& before, std::string const& after)
{
    auto const at = text.find(before);
    EXPECT_NE(at, std::string::npos) << before;
    return text.replace(at, before.size(), after);
}

TEST(MatchingDocument, IsReadAsItWasWrittenUnderEachPolicy)
{
    for (auto const& chosen : testing_support::every_policy()) {
        sample const all(chosen);
        auto const read = all.read(all.document());
        ASSERT_TRUE(read) << to_lines(read.error());
        EXPECT_EQ(read->proposed.placements, all.proposed.placements);
        EXPECT_EQ(read->proposed.mandate, "placering");
        EXPECT_EQ(read->proposed.policy, chosen);
        EXPECT_EQ(read->proposed.people, all.caseload.size());
        EXPECT_EQ(read->shown, all.shown);
        auto const made = verify(all.compiled, all.caseload, *read);
        EXPECT_EQ(to_json(all.compiled, all.caseload, made),
                  R"({"ok": true, "findings": [], "certificate": "verified"})");
    }
}

TEST(MatchingDocument, OfRandomWorldsIsReadAsItWasWritten)
{
    using namespace testing_support;
    dice roll(7101);
    int of_positions = 0, below_zero = 0;
    for (int n = 0; n < 600; ++n) {
        auto drawn = random_world(roll, {.people = 8, .reserves = n % 2 == 0});
        if (n % 2 == 1)
            drawn.terms.policy = policies::fit{};
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n));
        running_world const run(drawn);
        auto const proposed = match(run.compiled, run.caseload, run.eligible, run.allowed);
        auto const shown = certify(run.compiled, run.caseload, run.eligible, proposed);
        auto const read =
            parse_matching(run.compiled, run.caseload,
                           certificate_json(run.compiled, run.caseload, proposed, shown));
        ASSERT_TRUE(read) << to_lines(read.error());
        EXPECT_EQ(read->proposed.placements, proposed.placements);
        EXPECT_EQ(read->shown, shown);
        for (auto const& one : shown.prices.value_or(std::vector<pool_price>{})) {
            of_positions += !one.person;
            below_zero += one.positions < 0;
        }
    }
    EXPECT_GT(of_positions, 5);
    EXPECT_GT(below_zero, 5);
}

TEST(MatchingDocument, MayBeTheResultItself)
{
    sample const all;
    auto const read = all.read(to_json(all.compiled, all.caseload, all.proposed, {}));
    ASSERT_TRUE(read) << to_lines(read.error());
    EXPECT_EQ(read->proposed.placements, all.proposed.placements);
    EXPECT_FALSE(read->shown);
    EXPECT_EQ(to_json(all.compiled, all.caseload, verify(all.compiled, all.caseload, *read)),
              R"({"ok": true, "findings": [], "certificate": "none"})");
}

TEST(MatchingDocument, IsWrittenTheSamePartByPart)
{
    sample const all;
    std::string parts;
    auto const take = [](void* whom, std::string_view part) {
        *static_cast<std::string*>(whom) += part;
    };
    write_certificate(all.compiled, all.caseload, all.proposed, all.shown,
                      {.take = take, .whom = &parts});
    EXPECT_EQ(parts, all.document());
}

TEST(MatchingDocument, TellsWhatVerifyingFound)
{
    sample const all;
    auto read = all.read(all.document()).value();
    read.proposed.placements.erase(read.proposed.placements.begin());
    auto const made = verify(all.compiled, all.caseload, read);
    EXPECT_EQ(made.of_certificate, verdict::refused);
    auto const text = to_json(all.compiled, all.caseload, made);
    EXPECT_THAT(text, HasSubstr(R"({"ok": false, "findings": [{"kind": )"));
    EXPECT_THAT(text,
                HasSubstr(R"({"kind": "empty_seat", "person": "p01", "intervention": "start")"));
    EXPECT_THAT(text,
                HasSubstr(R"({"kind": "wrong_certificate", "person": "p01", "intervention")"));
    EXPECT_THAT(text, HasSubstr(R"(], "certificate": "refused"})"));
}

TEST(MatchingDocument, HasAHeadingThatIsReadAlone)
{
    auto const read = parse_matching_heading(
        R"({"policy": 1, "as_of": "2026-02-28", "plan": "p", "mandate": "m"})");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (matching_heading{"p", 2026y / 2 / 28, "m"}));

    auto const found = parse_matching_heading(R"({"plan": 1, "as_of": "2026-02-30"})", "m").error();
    std::vector<std::string> lines;
    for (auto const& one : found.list)
        lines.push_back(to_line(one));
    EXPECT_THAT(
        lines,
        ElementsAre("m:1:1: error: missing_key: : `mandate` is missing; a matching begins with "
                    "`plan`, `as_of` and `mandate`",
                    "m:1:10: error: wrong_type: /plan: `plan` must be text, not a number; write it "
                    "in quotation marks",
                    "m:1:22: error: bad_value: /as_of: `2026-02-30` is not a date of the "
                    "calendar; dates are written YYYY-MM-DD"));
    EXPECT_FALSE(parse_matching_heading("[]"));
    EXPECT_FALSE(parse_matching_heading("{"));
}

/// A document with one mistake, and what is said of it.
struct one_mistake
{
    std::string name, before, after, said;
    policy chosen{};
};

void PrintTo(one_mistake const& one, std::ostream* out)
{
    *out << one.name;
}

class OneMistake : public testing::TestWithParam<one_mistake>
{};

TEST_P(OneMistake, HasItsPlaceAndAHint)
{
    sample const all(GetParam().chosen);
    auto const lines = all.mistakes(changed(all.document(), GetParam().before, GetParam().after));
    ASSERT_EQ(lines.size(), 1U) << testing::PrintToString(lines);
    EXPECT_THAT(lines[0], testing::ContainsRegex("^m:1:[0-9]+: error: "));
    EXPECT_THAT(lines[0], HasSubstr(" error: " + GetParam().said));
    EXPECT_THAT(lines[0], testing::ContainsRegex("; [^;]+$"));
}

INSTANTIATE_TEST_SUITE_P(
    MatchingDocument, OneMistake,
    testing::Values(
        one_mistake{"NoText", R"("plan": )", "plan: ", "syntax: "},
        one_mistake{"AnotherPlan", R"("plan": "sample-reserves")", R"("plan": "sample")",
                    "bad_value: /plan: `sample` is another plan; the plan is `sample-reserves`"},
        one_mistake{
            "AnotherDay", "2026-02-28", "2026-03-01",
            "bad_value: /as_of: `2026-03-01` is another day; the rules are asked on 2026-02-28"},
        one_mistake{"NoDay", "2026-02-28", "2026-02-29", "bad_value: /as_of: "},
        one_mistake{
            "AnotherPolicy", R"("policy": "stable")", R"("policy": "serial")",
            "bad_value: /policy: `serial` is not the policy of the plan; the plan says `stable`"},
        one_mistake{"NoPolicy", R"("policy": "stable")", R"("policy": "stabel")",
                    "bad_value: /policy: `stabel` is no value of `policy`; did you mean `stable`?"},
        one_mistake{"AMandateThatIsNoText", R"("mandate": "placering")", R"("mandate": 4)",
                    "wrong_type: /mandate: `mandate` must be text, not a number"},
        one_mistake{"AMisspeltKey", R"("placements": )", R"("placments": )",
                    "unknown_key: /placments: unknown key `placments`; did you mean `placements`?"},
        one_mistake{"AKeyTwice", R"("policy": )", R"("policy": "stable", "policy": )",
                    "duplicate_key: /policy: "},
        one_mistake{"PlacementsThatAreNoList", R"("placements": [)",
                    R"("waiting": 7, "placements": 7, "counts": [)",
                    "wrong_type: /placements: `placements` must be a list, not a number"},
        one_mistake{
            "NoPlacement", R"("placements": [)", R"("placements": [[], )",
            "wrong_type: /placements/0: an item of `placements` must be an object, not a list"},
        one_mistake{"AnUnknownPerson", R"({"person": "p01")", R"({"person": "p99")",
                    "dangling_id: /placements/0/person: `person` is nobody's id among the people; "
                    "the matching must be of the same people"},
        one_mistake{"APersonalNumber", R"({"person": "p01")", R"({"person": "811228-9874")",
                    "dangling_id: /placements/0/person: `person` is nobody's id"},
        one_mistake{"AnUnknownIntervention", R"("intervention": "start")",
                    R"("intervention": "strat")",
                    "dangling_id: /placements/0/intervention: `intervention` is no intervention of "
                    "the plan; did you mean `start`?"},
        one_mistake{
            "APoolThatDoesNotExist", R"("pool": 0)", R"("pool": 2)",
            "bad_value: /placements/0/pool: there is no pool 2; they are counted from 0 to 1"},
        one_mistake{"APoolBelowZero", R"("pool": 0)", R"("pool": -1)",
                    "bad_value: /placements/0/pool: `pool` must be at least 0"},
        one_mistake{"APoolTooLarge", R"("pool": 0)", R"("pool": 99999999999999999999)",
                    "bad_value: /placements/0/pool: "},
        one_mistake{"APoolThatIsNoNumber", R"("pool": 0)", R"("pool": "0")",
                    "wrong_type: /placements/0/pool: "},
        one_mistake{"NoPool", R"("pool": 0, )", "",
                    "missing_key: /placements/0: `pool` is missing"},
        one_mistake{"AChoiceOfNothing", R"("choice": 1)", R"("choice": 0)",
                    "bad_value: /placements/0/choice: `choice` must be at least 1"},
        one_mistake{"NotSaidWhetherAnIncumbent", R"("incumbent": false, )", "",
                    "missing_key: /placements/0: `incumbent` is missing"},
        one_mistake{"UndeterminedAboutNothing", R"("undetermined": [])",
                    R"("undetermined": ["no"])", "dangling_id: /placements/0/undetermined/0: "},
        one_mistake{"ACertificateThatIsNoObject", R"("certificate": {"cutoffs": [)",
                    R"("certificate": 1, "audit": {"x": [)", "wrong_type: /certificate: "},
        one_mistake{"ACertificateOfAnotherPolicy", R"({"cutoffs": )",
                    R"({"closings": 1, "cutoffs": )",
                    "unknown_key: /certificate/closings: `closings` cannot stand here; the "
                    "certificate of `stable` has none"},
        one_mistake{"ACutoffOfNothing", R"({"cutoffs": [)", R"({"cutoffs": [null, )",
                    "wrong_type: /certificate/cutoffs/0: "},
        one_mistake{"WhoeverItMayAdmit", R"("admits": "until")", R"("admits": "untl")",
                    "bad_value: /certificate/cutoffs/0/admits: `untl` is no value of `admits`; did "
                    "you mean `until`?"},
        one_mistake{"ALastOneOfEveryone", R"("admits": "until")", R"("admits": "everyone")",
                    "unknown_key: /certificate/cutoffs/0/last: `last` cannot stand here; only what "
                    "admits `until` somebody has a last one"},
        one_mistake{
            "NoLastOne", R"("last": {)", R"("lst": {)",
            "unknown_key: /certificate/cutoffs/0/lst: unknown key `lst`; did you mean `last`?"},
        one_mistake{"AReserveThatDoesNotExist", R"("reserves": [])", R"("reserves": [2])",
                    "bad_value: /certificate/cutoffs/0/reserves/0: there is no reserve 2; they are "
                    "counted from 0 to 1"},
        one_mistake{"ATieOfLetters", R"("tie": ")", R"("tie": "x)",
                    "bad_value: /certificate/cutoffs/0/last/tie: "},
        one_mistake{
            "ATieThatIsNoText", R"("buckets": )", R"("buckets": -)",
            "bad_value: /certificate/cutoffs/0/last/buckets: `buckets` must be at least 0"}),
    [](auto const& one) { return one.param.name; });

constexpr policy in_fit = policies::fit{};

INSTANTIATE_TEST_SUITE_P(
    MatchingDocumentWithPrices, OneMistake,
    testing::Values(
        one_mistake{"CutoffsBesidePrices", R"({"prices": )", R"({"cutoffs": 1, "prices": )",
                    "unknown_key: /certificate/cutoffs: `cutoffs` cannot stand here; the "
                    "certificate of `fit` has none",
                    in_fit},
        one_mistake{"PricesOfAnotherPolicy", R"({"cutoffs": )", R"({"prices": [], "cutoffs": )",
                    "unknown_key: /certificate/prices: `prices` cannot stand here; the "
                    "certificate of `stable` has none"},
        one_mistake{"NoPrices", R"({"prices": )", R"({"price": )",
                    "unknown_key: /certificate/price: unknown key `price`; did you mean `prices`?",
                    in_fit},
        one_mistake{"PricesThatAreNoList", R"({"prices": [)", R"({"prices": 7}, "audit": {"x": [)",
                    "wrong_type: /certificate/prices: `prices` must be a list, not a number",
                    in_fit},
        one_mistake{"APriceOfNothing", R"({"prices": [)", R"({"prices": [null, )",
                    "wrong_type: /certificate/prices/0: ", in_fit},
        one_mistake{"APriceOfAnUnknownIntervention", R"({"prices": [{"intervention": "start")",
                    R"({"prices": [{"intervention": "strat")",
                    "dangling_id: /certificate/prices/0/intervention: `intervention` is no "
                    "intervention of the plan; did you mean `start`?",
                    in_fit},
        one_mistake{"APriceOfAPoolThatDoesNotExist",
                    R"({"prices": [{"intervention": "start", "pool": 0)",
                    R"({"prices": [{"intervention": "start", "pool": 9)",
                    "bad_value: /certificate/prices/0/pool: there is no pool 9; they are counted "
                    "from 0 to 1",
                    in_fit},
        one_mistake{"NotSaidWhetherOfAPerson", R"("person": {"tier": null}, )", "",
                    "missing_key: /certificate/prices/0: `person` is missing", in_fit},
        one_mistake{"APersonThatIsNoObject", R"("person": {"tier": null})", R"("person": "p01")",
                    "wrong_type: /certificate/prices/0/person: `person` must be an object, not "
                    "text",
                    in_fit},
        one_mistake{"APersonOfNoTier", R"("person": {"tier": null})", R"("person": {})",
                    "missing_key: /certificate/prices/0/person: `tier` is missing", in_fit},
        one_mistake{"ATierThatIsNoNumber", R"("person": {"tier": null})",
                    R"("person": {"tier": "2"})",
                    "wrong_type: /certificate/prices/0/person/tier: ", in_fit},
        one_mistake{"APersonWhoIsNamed", R"("person": {"tier": null})",
                    R"("person": {"tier": null, "id": "p01"})",
                    "unknown_key: /certificate/prices/0/person/id: unknown key `id`", in_fit},
        one_mistake{"NoPositions", R"(, "positions": 0})", "}",
                    "missing_key: /certificate/prices/0: `positions` is missing", in_fit},
        one_mistake{"PositionsThatAreNoWholeNumber", R"("positions": 0)", R"("positions": 0.5)",
                    "wrong_type: /certificate/prices/0/positions: ", in_fit},
        one_mistake{"PositionsBeyondAnyNumber", R"("positions": 0)",
                    R"("positions": 99999999999999999999)",
                    "bad_value: /certificate/prices/0/positions: ", in_fit},
        one_mistake{"AnUnknownKeyOfAPrice", R"("positions": 0)", R"("positions": 0, "seats": 4)",
                    "unknown_key: /certificate/prices/0/seats: unknown key `seats`", in_fit}),
    [](auto const& one) { return one.param.name; });

TEST(MatchingDocument, TellsEveryMistakeAtOnceInDocumentOrder)
{
    sample const all;
    auto text = changed(all.document(), R"({"person": "p01")", R"({"person": "p99")");
    text = changed(text, R"("pool": 0)", R"("pool": 9)");
    text = changed(text, R"("intervention": "motesplats")", R"("intervention": "motesplat")");
    text = changed(text, R"("admits": )", R"("admitts": )");
    EXPECT_THAT(all.mistakes(text),
                ElementsAre(HasSubstr("/placements/0/person: "), HasSubstr("/placements/0/pool: "),
                            HasSubstr("/placements/7/intervention: "),
                            HasSubstr("/certificate/cutoffs/0/admitts: ")));
}

TEST(MatchingDocument, ListsAHundredMistakesAndCountsTheRest)
{
    sample const all;
    std::string text =
        R"({"plan": "sample-reserves", "as_of": "2026-02-28", "mandate": "placering",)"
        R"( "policy": "stable", "placements": [0)";
    for (int i = 1; i < 3000; ++i)
        text += ", 0";
    auto const read = all.read(text + "]}");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().list.size(), 100U);
    EXPECT_EQ(read.error().errors, 3000U);
    EXPECT_EQ(read.error().list[99].pointer, "/placements/99");
}

TEST(MatchingDocument, ThatIsNoObjectIsRefused)
{
    sample const all;
    for (std::string const text : {"", "[]", "7", "{}", "{\"plan\": \"x\"", "\xFF", "nul"})
        EXPECT_THAT(all.mistakes(text), Not(IsEmpty())) << text;
    auto const nowhere = read_matching(all.compiled, all.caseload, "tests/cases/nothing.json");
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().list[0].code, diagnostic_code::unreadable);
}

TEST(MatchingDocument, MayBeginWithAByteOrderMark)
{
    sample const all;
    EXPECT_TRUE(all.read("\xEF\xBB\xBF" + all.document()));
}

} // namespace
} // namespace finsam
