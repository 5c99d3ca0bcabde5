// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <vector>

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

class Check : public Command
{};
class Assess : public Command
{};
class Match : public Command
{};
class Gaps : public Command
{};
class Costs : public Command
{};
class Test : public Command
{};

} // namespace

TEST_F(Check, SaysInOneLineHowItIsAndThenWhatThePlanHolds)
{
    auto const found = finsam("check " + plan);
    EXPECT_EQ(found.status, 0);
    EXPECT_THAT(found.out,
                StartsWith("Samordningsförbundet Sampel (plan sample): 0 fel, 0 varningar\n"));
    EXPECT_THAT(found.out, HasSubstr("\n  unga med flera behov  prioritet 1\n"
                                     "  långtidssjuka         prioritet 2\n"));
    EXPECT_THAT(found.out, HasSubstr("\n  Etableringskedja   1 plats\n"));
    EXPECT_THAT(found.out, EndsWith("\nSammanlagt 16 platser\n"));
    EXPECT_THAT(
        finsam("check " + plan + " --language en").out,
        StartsWith("Coordination association Sample (plan sample): 0 errors, 0 warnings\n"));
}

TEST_F(Check, WritesItsResultWithErrorsToo)
{
    auto const text = finsam("check " + bad);
    EXPECT_EQ(text.status, 1);
    EXPECT_EQ(text.out, bad + ": 8 fel, 0 varningar\n");
    EXPECT_EQ(std::ranges::count(text.err, '\n'), 8);
    auto const json = finsam("check " + bad + " --format json");
    EXPECT_EQ(json.status, 1);
    EXPECT_THAT(json.out, StartsWith("{\"errors\": 8, \"warnings\": 0, \"diagnostics\": ["));
    EXPECT_EQ(json.err, text.err);
}

TEST_F(Check, WarningsGoToStandardErrorUnlessQuiet)
{
    auto text = text_of(plan);
    auto const seed = text.find(", \"seed\"");
    text.erase(seed, text.find('}', seed) - seed);
    auto const file = write("noseed.json", text).string();
    auto const found = finsam("check " + file);
    EXPECT_EQ(found.status, 0);
    EXPECT_THAT(found.out, HasSubstr(": 0 fel, 1 varning\n"));
    EXPECT_THAT(found.err, HasSubstr(": warning: no_seed: /matching: "));
    EXPECT_EQ(finsam("check --quiet " + file).err, "");
    EXPECT_EQ(finsam("check --quiet " + file).out, found.out);
    EXPECT_EQ(finsam("check --quiet " + bad).err, finsam("check " + bad).err);
    EXPECT_THAT(finsam("assess " + file + ' ' + people + day).err, HasSubstr("no_seed"));
}

TEST_F(Check, ADayOutsideThePeriodIsAnError)
{
    EXPECT_EQ(finsam("check " + plan + " --as-of 2026-12-31").status, 0);
    auto const found = finsam("check " + plan + " --as-of 2027-01-01");
    EXPECT_EQ(found.status, 1);
    EXPECT_THAT(found.err, HasSubstr("not_in_force"));
}

TEST_F(Assess, TellsOnePersonWithReasonsAndCitations)
{
    auto const found = finsam("assess " + plan + ' ' + people + day + " --person p12");
    EXPECT_EQ(found.status, 0);
    EXPECT_THAT(found.out, StartsWith("p12\n  Behovsgrupper\n"));
    EXPECT_THAT(found.out, HasSubstr("    okänt  Andra chansen\n"
                                     "             uppgift saknas: education (skollagen)\n"));
}

TEST_F(Assess, JsonIsALineAPersonInTheOrderOfTheFile)
{
    auto const found = finsam("assess " + plan + ' ' + people + day + " --format json");
    EXPECT_EQ(std::ranges::count(found.out, '\n'), 25);
    EXPECT_THAT(found.out, StartsWith("{\"person\": \"p01\", \"as_of\": \"2026-02-28\", "));
    auto const one = finsam("assess " + plan + ' ' + people + day + " --format json --person p02");
    EXPECT_THAT(found.out, HasSubstr("\n" + one.out));
}

TEST_F(Assess, TellsManyPeopleAsItTellsAFew)
{
    // Each time with other ids; so few as these are told by one thread, all of them by several.
    std::string all;
    std::vector<std::string> some;
    for (int copy = 0; copy < 16; ++copy) {
        auto text = text_of(people);
        for (auto at = text.find("\"p"); at != text.npos; at = text.find("\"p", at + 1))
            if (text.compare(at - 6, 6, "\"id\": ") == 0)
                text.insert(at + 1, std::to_string(copy) + '-');
        all += text;
        some.push_back(write(std::to_string(copy) + ".ndjson", text).string());
    }
    auto const whole = write("all.ndjson", all).string();
    for (std::string const format : {"json", "text"}) {
        auto const options = day + " --format " + format;
        std::string expected;
        for (auto const& file : some)
            expected += (format == "text" && !expected.empty() ? "\n" : "")
                        + finsam("assess " + plan + ' ' + file + options).out;
        EXPECT_THAT(expected, HasSubstr("15-p12"));
        EXPECT_EQ(finsam("assess " + plan + ' ' + whole + options).out, expected);
    }
}

TEST_F(Assess, APersonWhoIsNotInTheFileIsAnError)
{
    auto const found = finsam("assess " + plan + ' ' + people + day + " --person p99");
    EXPECT_EQ(found.status, 1);
    EXPECT_EQ(found.out, "");
    EXPECT_THAT(found.err,
                StartsWith(people + ":1:1: error: dangling_id: : no person has the id `p99`"));
}

TEST_F(Assess, WhatIsWithheldChangesNoByte)
{
    auto text = text_of(people);
    // p03 has consented to nothing; the months out of work are the employment service's.
    auto const at = text.find("\"unemployed_months\": 40");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, 23, "\"unemployed_months\": -7");
    auto const other = write("other.ndjson", text).string();
    for (std::string const form : {"text", "json"}) {
        EXPECT_EQ(finsam("assess " + plan + ' ' + people + day + " --format " + form).out,
                  finsam("assess " + plan + ' ' + other + day + " --format " + form).out);
        EXPECT_EQ(
            finsam("match " + asked + " --format " + form).out,
            finsam("match " + plan + ' ' + other + day + " --mandate placering --format " + form)
                .out);
    }
}

TEST_F(Match, PassesOverAStructuralInterventionOnAListAndStillCountsIt)
{
    auto const listing =
        write("listing.ndjson",
              R"({"id": "a", "municipality": "9701", "barriers": ["mental", "debt"],)"
              R"( "preferences": ["arbetsgivare", "start"]})")
            .string();
    auto const found =
        finsam("match " + plan + ' ' + listing + day + " --mandate placering --format json");
    EXPECT_EQ(found.status, 0) << found.err;
    EXPECT_THAT(found.out, HasSubstr(R"("intervention": "start", "pool": 0, "choice": 2)"));
}

TEST_F(Match, ProposesAndSaysThatItDoes)
{
    auto const found = finsam("match " + asked);
    EXPECT_EQ(found.status, 0);
    EXPECT_THAT(
        found.out,
        AllOf(StartsWith("Samordningsförbundet Sampel, plan sample, 2026-02-28, mandat "
                         "placering (avtal, 4 §)\n"),
              HasSubstr("Det här är förslag."), HasSubstr("\n  Startverkstad     Norrby kommun "),
              HasSubstr("\n  p07  Mötesplatsen      val 6; okänt om val före: IPS, Praktik\n"),
              HasSubstr("\n  p19  IPS           fullt\n"),
              HasSubstr("p23  Mötesplatsen  fullt; sist föreslagen: i ingen behovsgrupp, "
                        "hade väntat minst 60 dagar\n"),
              HasSubstr("samtycke saknas: uppehållstillstånd sedan"),
              HasSubstr("\nIngen insats passar\n  p14  i behovsgrupp\n"),
              HasSubstr("25 personer: 16 med plats eller förslag (varav 3 redan där), 2 "
                        "väntar, 5 oklara, 2 utan insats\n")));
    EXPECT_THAT(found.out, EndsWith("Granskning: utan anmärkning\n"));
}

TEST_F(Match, NeedsAMandateForPlacementInForce)
{
    auto const with = [&](std::string const& mandate) {
        auto found = finsam("match " + plan + ' ' + people + day + " --mandate " + mandate);
        EXPECT_EQ(found.status, 1);
        EXPECT_EQ(found.out, "");
        return found.err;
    };
    EXPECT_THAT(with("planering"),
                testing::MatchesRegex(plan + ":[0-9]+:[0-9]+: error: no_mandate: /mandates/1: .*"));
    EXPECT_THAT(with("finnsej"),
                testing::MatchesRegex(plan + ":[0-9]+:[0-9]+: error: no_mandate: /mandates: .*"));
}

TEST_F(Match, TellsWhatIsWrongWithMandateAndPeopleTogether)
{
    auto const rows = write("a.ndjson", "{\"id\": \"a\"}\n{\"id\": \"a\"}\n");
    auto const found = finsam("match " + plan + ' ' + rows.string() + day + " --mandate finnsej");
    EXPECT_EQ(found.status, 1);
    EXPECT_THAT(found.err, AllOf(HasSubstr(": error: no_mandate: "),
                                 HasSubstr(rows.string() + ":2:8: error: duplicate_id: ")));
}

TEST_F(Gaps, WithholdSmallCountsUnlessExact)
{
    auto const found = finsam("gaps " + asked);
    EXPECT_EQ(found.status, 0);
    EXPECT_THAT(found.out, HasSubstr("\nMellan stolarna: <5\n"));
    EXPECT_THAT(found.out, Not(HasSubstr("p24")));
    auto const exact = finsam("gaps --exact " + asked);
    EXPECT_THAT(exact.out, HasSubstr("\nMellan stolarna: 1\n"));
    EXPECT_THAT(exact.out, AllOf(HasSubstr("\n  p24\n"), Not(HasSubstr("<5"))));
    auto const json = finsam("gaps --format json " + asked);
    EXPECT_THAT(json.out, HasSubstr("\"between\": {\"count\": null}"));
}

TEST_F(Gaps, MayBeAskedUnderAnyPurpose)
{
    auto const planning = finsam("gaps " + plan + ' ' + people + day + " --mandate planering");
    EXPECT_EQ(planning.status, 0) << planning.err;
    auto const placement = finsam("gaps " + asked);
    EXPECT_EQ(planning.out.substr(planning.out.find('\n')),
              placement.out.substr(placement.out.find('\n')));
}

TEST_F(Costs, AreATableOfInterventionsAndTheSharesOfTheAct)
{
    auto const sv = finsam("costs " + plan + day);
    EXPECT_EQ(sv.status, 0) << sv.err;
    EXPECT_EQ(sv.out, R"(Samordningsförbundet Sampel, plan sample, 2026-02-28

Insatser
                    platser  kostnad per plats          kostnad
  Startverkstad           4                  –                –
  IPS                     2       90 000,00 kr    180 000,00 kr
  Andra chansen           2                  –                –
  Praktik                 2                  –                –
  Etableringskedja        1                  –                –
  Mötesplatsen            5                  –                –
  Summa                                           180 000,00 kr
  Bidrag                                        4 000 000,00 kr
  Återstår                                      3 820 000,00 kr
  5 insatser med platser saknar uppgift om kostnad och räknas inte med

Andelar av summan (SFS 2003:1210 5 §)
  Försäkringskassan, hälften  90 000,00 kr
    Försäkringskassan         90 000,00 kr
  regionerna, en fjärdedel    45 000,00 kr
    Region Sampel             45 000,00 kr
  kommunerna, en fjärdedel    45 000,00 kr
    Norrby kommun             22 500,00 kr
    Söderby kommun            13 500,00 kr
    Österby kommun             9 000,00 kr
)");
    EXPECT_THAT(
        finsam("costs " + plan + day + " --language en").out,
        AllOf(HasSubstr("  SEK 90,000.00    SEK 180,000.00\n"),
              HasSubstr("\n  Left                                     SEK 3,820,000.00\n"),
              HasSubstr("\n  5 interventions with places and no cost stated are not counted\n")));
}

TEST_F(Costs, AreInOreInJson)
{
    EXPECT_THAT(finsam("costs " + plan + day + " --format json").out,
                AllOf(StartsWith("{\"plan\": \"sample\", \"as_of\": \"2026-02-28\", "),
                      HasSubstr("{\"id\": \"ips\", \"places\": 2, \"cost_per_place_ore\": 9000000, "
                                "\"cost_ore\": 18000000}"),
                      HasSubstr("\"without_cost\": 5, \"total_ore\": 18000000, "
                                "\"contributions_ore\": 400000000, \"left_ore\": 382000000, "),
                      EndsWith("{\"member\": \"osterby\", \"share_ore\": 900000}]}]}\n")));
}

TEST_F(Costs, TellWhatTheContributionsDoNotCover)
{
    auto text = text_of(plan);
    auto const cost = text.find("90000");
    ASSERT_NE(cost, std::string::npos);
    text.insert(cost, "99");
    auto const found =
        finsam("costs " + write("dear.json", text).string() + day + " --language en");
    EXPECT_EQ(found.status, 0);
    EXPECT_THAT(found.err, HasSubstr(": warning: cost_exceeds_contributions: /contributions: "));
    EXPECT_THAT(found.out, HasSubstr("SEK 19,980,000.00"));
}

TEST_F(Test, ClosesWithHowManyPassed)
{
    auto const found = finsam("test tests/cases/sample.cases.json tests/cases/sample.cases.json");
    EXPECT_EQ(found.status, 0);
    EXPECT_EQ(found.out, "16 passed, 0 failed\n");
}

TEST_F(Test, SaysOfAFailureWhatWasExpectedFoundAndWhy)
{
    auto const file = write("a.cases.json",
                            "{\"plan\": \"" + std::filesystem::absolute(plan).string()
                                + R"(", "as_of": "2026-02-28", "cases": [{"name": "skola", "person":
                      {"municipality": "9701", "birth_date": "1996-02-29", "education": "none"},
                      "expect": {"interventions": {"skola": "yes"}}}]})")
                          .string();
    auto const found = finsam("test --language en " + file);
    EXPECT_EQ(found.status, 1);
    EXPECT_EQ(found.out, "FAILED " + file
                             + ": skola\n"
                               "    skola, answer: expected yes, found no\n"
                               "      /rules/0/when/all_of/1: has turned 30 years: born 1996-02-29 "
                               "(verksamhetsplan 2 §)\n"
                               "0 passed, 1 failed\n");
    EXPECT_THAT(finsam("test --format json " + file).out,
                StartsWith("{\"passed\": 0, \"failed\": 1, \"failures\": [{\"file\": "));
    EXPECT_EQ(finsam("test " + file + " --output " + (folder / "out").string()).status, 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
}
