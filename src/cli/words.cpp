// SPDX-License-Identifier: BSL-1.0
#include "cli/words.hpp"

namespace finsam::cli {
namespace {

// A language is added here: one more member, and one more string in each line.
struct in_each
{
    std::string_view sv;
    std::string_view en;
};

// clang-format off
constexpr in_each said_in_both(word wanted) {
    switch (wanted) {
    case word::yes:     return {"ja", "yes"};
    case word::no:      return {"nej", "no"};
    case word::unknown: return {"okänt", "unknown"};

    case word::error:       return {"fel", "error"};
    case word::errors:      return {"fel", "errors"};
    case word::warning:     return {"varning", "warning"};
    case word::warnings:    return {"varningar", "warnings"};
    case word::person:      return {"person", "person"};
    case word::people:      return {"personer", "people"};
    case word::place:       return {"plats", "place"};
    case word::places_many: return {"platser", "places"};

    case word::plan:                 return {"plan {plan}", "plan {plan}"};
    case word::mandate:              return {"mandat {mandate}", "mandate {mandate}"};
    case word::members:              return {"Medlemmar", "Members"};
    case word::needs_groups:         return {"Behovsgrupper", "Needs groups"};
    case word::interventions:        return {"Insatser", "Interventions"};
    case word::intervention:         return {"Insats", "Intervention"};
    case word::municipalities:       return {"Kommuner", "Municipalities"};
    case word::priority:             return {"prioritet {tier}", "priority {tier}"};
    case word::places:               return {"platser", "places"};
    case word::places_in_all:        return {"Sammanlagt {places}", "{places} in all"};
    case word::structural:           return {"strukturövergripande", "structural"};
    case word::whole_area:           return {"hela området", "the whole area"};
    case word::other_municipalities: return {"övriga området", "the rest of the area"};

    case word::turn:         return {"Turordning: prioritet {tier}", "Turn: priority {tier}"};
    case word::turn_in_none:
        return {"Turordning: efter alla som är i en behovsgrupp",
                "Turn: after everyone who is in a needs group"};
    case word::turn_may_be:
        return {"kan vara prioritet {tier} om det som saknas registreras",
                "may be priority {tier} once what is missing is recorded"};
    case word::no_group: return {"i ingen behovsgrupp", "in no needs group"};
    case word::missing:  return {"saknas: {facts}", "missing: {facts}"};
    case word::withheld: return {"samtycke saknas: {facts}", "no consent: {facts}"};

    case word::policy_stable:
        return {"Stabil matchning: ingen som uppfyller reglerna förbigås av någon senare i turordningen.",
                "Stable matching: nobody who meets the rules is passed over by somebody later in turn."};
    case word::policy_serial:
        return {"En i taget i turordning, var och en det första med en ledig plats på sin lista.",
                "One by one in turn, each the first with a free place on their list."};
    case word::policy_coverage:
        return {"Så många som möjligt får ett förslag, i turordning.",
                "As many as possible are proposed a place, in turn."};
    case word::policy_fit:
        return {"Bästa passning: så många som möjligt av varje prioritet i ordning, sedan så tidiga val som möjligt för alla tillsammans.",
                "Best fit: as many as possible of each priority in order, then choices as early as possible for all together."};
    case word::proposal_notice:
        return {"Det här är förslag. Den myndighet som har ärendet fattar eventuella beslut enligt sin egen lag.",
                "These are proposals. The member authority that has the case makes any decision under its own law."};
    case word::places_by_pool: return {"Platser", "Places"};
    case word::taken:          return {"fyllda", "filled"};
    case word::already:        return {"varav redan där", "of them there already"};
    case word::proposals:      return {"Föreslagna platser", "Proposed places"};
    case word::has_already:    return {"har redan plats", "has the place already"};
    case word::no_pool:        return {"insatsen tar inte emot från kommunen", "the intervention does not serve the municipality"};
    case word::choice:         return {"val {choice}", "choice {choice}"};
    case word::unknown_before: return {"okänt om val före: {interventions}", "unknown before it: {interventions}"};
    case word::waiting:        return {"Väntar", "Waiting"};
    case word::full:           return {"fullt", "full"};
    case word::full_cutoff:
        return {"fullt; sist föreslagen: {tier}, hade väntat minst {days} dagar",
                "full; last proposed: {tier}, had waited at least {days} days"};
    case word::also_unknown:      return {"okänt", "unknown"};
    case word::undetermined:      return {"Oklart tills en uppgift finns", "Undetermined until a fact is on record"};
    case word::no_intervention:   return {"Ingen insats passar", "No intervention suits"};
    case word::in_needs_group:    return {"i behovsgrupp", "in a needs group"};
    case word::in_no_needs_group: return {"i ingen behovsgrupp", "in no needs group"};
    case word::tier_uncertain:
        return {"Kan stå tidigare i turordningen om det som saknas registreras",
                "May come earlier in turn once what is missing is recorded"};
    case word::nobody: return {"ingen", "nobody"};
    case word::match_counts:
        return {"{people}: {placed} med plats eller förslag (varav {incumbents} redan där), {waiting} väntar, {undetermined} oklara, {unserved} utan insats",
                "{people}: {placed} with a place or a proposal ({incumbents} of them there already), {waiting} waiting, {undetermined} undetermined, {unserved} without an intervention"};

    case word::audit_ok:           return {"Granskning: utan anmärkning", "Audit: nothing found"};
    case word::verified:
        return {"Verifierad: placeringarna följer planen och intyget stämmer", "Verified: the placements follow the plan and the certificate is right"};
    case word::verified_alone:
        return {"Verifierad: placeringarna följer planen; något intyg finns inte i filen", "Verified: the placements follow the plan; there is no certificate in the file"};
    case word::audit_findings:     return {"Granskningen anmärker", "The audit found"};
    case word::not_eligible:       return {"uppfyller inte regeln", "does not meet the rule"};
    case word::not_listed:         return {"har inte önskat insatsen", "did not list the intervention"};
    case word::over_capacity:      return {"fler än platserna räcker till", "more than there are places"};
    case word::placed_twice:       return {"har mer än en plats", "has more than one place"};
    case word::passed_over:        return {"har förbigåtts", "is passed over"};
    case word::empty_seat:         return {"väntar fast en plats är ledig", "waits although a place is free"};
    case word::reserve_ignored:    return {"en reserverad plats har gått till någon annan", "a reserved place went to somebody else"};
    case word::not_person_optimal: return {"kunde ha fått ett tidigare val", "could have had an earlier choice"};
    case word::not_best_coverage:  return {"fler kunde ha fått plats", "more could have had a place"};
    case word::wrong_certificate:  return {"intyget stämmer inte", "the certificate is not right"};
    case word::not_best_fit:       return {"det hela kunde ha passat bättre", "the whole could have fitted better"};
    case word::instead_of:         return {"för {person}", "for {person}"};

    case word::placed:             return {"med plats", "placed"};
    case word::waiting_short:      return {"väntar", "waiting"};
    case word::undetermined_short: return {"oklara", "undetermined"};
    case word::unserved_short:     return {"utan insats", "no intervention"};
    case word::free_places:        return {"lediga", "free"};
    case word::between:            return {"Mellan stolarna", "Between the chairs"};
    case word::between_explained:
        return {"bor i området, är i en behovsgrupp, har ingen plats, och ingen insats är ja eller okänd",
                "live in the area, are in a needs group, have no place, and no intervention is yes or unknown"};
    case word::asking:
        return {"Uppgifter att fråga efter", "Facts to ask for"};
    case word::settles: return {"svar som avgörs", "answers settled"};
    case word::small_counts:
        return {"Antal personer från 1 till 4 visas som <5; --exact visar dem.",
                "Counts of people from 1 to 4 are shown as <5; --exact shows them."};

    case word::cost_per_place: return {"kostnad per plats", "cost a place"};
    case word::cost:           return {"kostnad", "cost"};
    case word::total_cost:     return {"Summa", "Total"};
    case word::contributions:  return {"Bidrag", "Contributions"};
    case word::left:           return {"Återstår", "Left"};
    case word::without_cost:
        return {"{interventions} med platser saknar uppgift om kostnad och räknas inte med",
                "{interventions} with places and no cost stated are not counted"};
    case word::intervention_one:  return {"insats", "intervention"};
    case word::intervention_many: return {"insatser", "interventions"};
    case word::shares:
        return {"Andelar av summan (SFS 2003:1210 5 §)", "Shares of the total (SFS 2003:1210 5 §)"};
    case word::share_of_agency:         return {"Försäkringskassan, hälften", "Social Insurance Agency, one half"};
    case word::share_of_regions:        return {"regionerna, en fjärdedel", "the regions, one quarter"};
    case word::share_of_municipalities: return {"kommunerna, en fjärdedel", "the municipalities, one quarter"};

    case word::failed_case: return {"FEL", "FAILED"};

    case word::reading_plan:   return {"läser planen", "reading the plan"};
    case word::reading_people: return {"läser personerna", "reading the people"};
    case word::assessing:      return {"bedömer", "assessing"};
    case word::reading_matching: return {"läser matchningen", "reading the matching"};
    case word::verifying:      return {"verifierar", "verifying"};
    case word::evaluating:     return {"prövar reglerna", "evaluating the rules"};
    case word::one_more_heading: return {"En plats till skulle hjälpa", "One more place would help"};
    case word::newly_placed:     return {"får plats", "placed"};
    case word::moved_up:         return {"flyttar upp", "moved up"};
    case word::of_whom:          return {"varav", "of whom"};
    case word::displaced:        return {"blir utan", "left without"};
    case word::matching:       return {"matchar", "matching"};
    case word::auditing:       return {"granskar", "auditing"};
    case word::counting:       return {"räknar", "counting"};
    case word::writing:        return {"skriver", "writing"};
    case word::running:        return {"kör {file}", "running {file}"};

    case word::no_command:
        return {"inget kommando är angivet; `finsam --help` visar dem som finns",
                "no command is given; `finsam --help` shows which there are"};
    case word::unknown_command: return {"kommandot `{wrong}` finns inte", "there is no command `{wrong}`"};
    case word::unknown_option:  return {"valet `{wrong}` finns inte", "there is no option `{wrong}`"};
    case word::unexpected:      return {"`{wrong}` är ett argument för mycket", "`{wrong}` is one argument too many"};
    case word::required:        return {"{missing} saknas", "{missing} is missing"};
    case word::repeated:        return {"{option} står mer än en gång", "{option} stands more than once"};
    case word::no_value:        return {"{option} saknar sitt värde", "{option} lacks its value"};
    case word::bad_date:
        return {"`{wrong}` är inte ett datum; --as-of tar ÅÅÅÅ-MM-DD, till exempel 2022-03-01",
                "`{wrong}` is not a date; --as-of takes YYYY-MM-DD, for example 2022-03-01"};
    case word::bad_choice:
        return {"{option} kan inte vara `{wrong}`; välj {choices}",
                "{option} cannot be `{wrong}`; choose {choices}"};
    case word::output_is_input:
        return {"{option} `{wrong}` är en fil som läses; välj en annan",
                "{option} `{wrong}` is a file that is read; choose another"};
    case word::two_outputs:
        return {"--output och {option} är samma fil `{wrong}`; välj två",
                "--output and {option} are one file, `{wrong}`; choose two"};
    case word::wrong_usage:  return {"fel användning: {why}", "wrong usage: {why}"};
    case word::did_you_mean: return {"menade du `{meant}`?", "did you mean `{meant}`?"};

    case word::usage:     return {"Användning", "Usage"};
    case word::command:   return {"KOMMANDO", "COMMAND"};
    case word::option:    return {"VAL", "OPTION"};
    case word::commands:  return {"Kommandon", "Commands"};
    case word::arguments: return {"Argument", "Arguments"};
    case word::options:   return {"Val", "Options"};
    case word::about:
        return {"Regler, matchning och glapp för samordningsförbund. Föreslår, beslutar aldrig.",
                "Rules, matching and gaps for coordination associations. Proposes, never decides."};
    case word::about_check:  return {"Kontrollerar en plan.", "Checks a plan."};
    case word::about_assess: return {"Vad som passar varje person, med skäl.", "What suits each person, with reasons."};
    case word::about_match:  return {"Föreslår platser, och säger vem som väntar och varför.", "Proposes places, and says who waits and why."};
    case word::about_why:    return {"Varför någon inte har fått en insats, och vad som skulle ändra det.", "Why somebody has not got an intervention, and what would change it."};
    case word::about_places: return {"Vem en plats till i varje platspott skulle hjälpa.", "Whom one more place in each pool would help."};
    case word::about_person_asked: return {"personen det gäller", "the person it is about"};
    case word::about_intervention: return {"insatsen det gäller", "the intervention it is about"};
    case word::about_verify:
        return {"Verifierar en matchning, och dess intyg om den har ett, mot planen och personerna, utan koden som gjorde dem. Datum och mandat står i MATCHING; där granskas `placements` och `certificate` och inget annat.",
                "Verifies a matching, and its certificate if it has one, against the plan and the people, without the code that made them. Date and mandate stand in MATCHING; `placements` and `certificate` are looked at there, and nothing else."};
    case word::about_gaps:   return {"Var platser, insatser och uppgifter saknas.", "Where places, interventions and facts are missing."};
    case word::about_costs:
        return {"Räknar ut vad platserna kostar, vad bidragen räcker till och vars och ens andel.",
                "Counts what the places cost, what the contributions last for and each one's share."};
    case word::about_snapshot:
        return {"Skriver personerna som en ögonblicksbild: den läses på ett ögonblick i stället för PEOPLE.",
                "Writes the people as a snapshot: it is read in an instant in place of PEOPLE."};
    case word::about_test:   return {"Kör fall: vad en plan ska svara om personer.", "Runs cases: what a plan must answer about people."};
    case word::about_schema: return {"Skriver JSON-schemat för planer, personer eller fall, för redigeringsprogram.", "Writes the JSON Schema of plans, people or cases, for editors."};
    case word::about_kind:   return {"plan, people eller cases", "plan, people or cases"};
    case word::about_schema_plan:
        return {"för people och cases: planen vars uppgifter och insatser schemat ska ha",
                "for people and cases: the plan whose facts and interventions the schema has"};
    case word::about_plan:   return {"planen, en JSON-fil", "the plan, a JSON file"};
    case word::about_people: return {"personerna, JSON Lines, .csv eller en ögonblicksbild", "the people, JSON Lines, .csv or a snapshot"};
    case word::about_matching:
        return {"matchningen: vad `match --format json` skriver, eller ett intyg", "the matching: what `match --format json` writes, or a certificate"};
    case word::about_certificate:
        return {"skriv matchningens intyg i filen, för `verify`; där står enskildas väntetid och turordning, så det är bara för den som har mandatet",
                "write the matching's certificate to the file, for `verify`; it tells waiting times and turns of single people, so it is only for who has the mandate"};
    case word::about_cases:  return {"fallen, JSON-filer", "the cases, JSON files"};
    case word::about_as_of:  return {"dagen som svaren gäller", "the day that the answers are about"};
    case word::about_check_as_of:
        return {"kontrollera den dagen, annars hela planens tid", "check that day, else the whole period of the plan"};
    case word::about_write:
        return {"skriv planen ordnad i filen om den är utan fel; filen får vara PLAN",
                "write the plan in its fixed form to the file if it has no errors; the file may be PLAN"};
    case word::about_mandate:  return {"mandatet som frågan ställs med", "the mandate under which the question is asked"};
    case word::about_person:   return {"bara den personen", "this person alone"};
    case word::about_exact:    return {"visa antal under 5 och vilka som är mellan stolarna", "show counts below 5, and who is between the chairs"};
    case word::about_format:   return {"resultatets form (text)", "the form of the result (text)"};
    case word::about_language: return {"språk (sv)", "language (sv)"};
    case word::about_output:   return {"skriv resultatet i filen; vid fel rörs den inte", "write the result to the file; on failure it is not touched"};
    case word::about_quiet:    return {"inga varningar och inget förlopp", "no warnings and no progress"};
    case word::about_help:     return {"visa den här hjälpen", "show this help"};
    case word::about_version:  return {"visa utgåvan", "show the version"};
    case word::date:           return {"DATUM", "DATE"};
    case word::id:             return {"ID", "ID"};
    case word::file:           return {"FIL", "FILE"};
    }
    return {};
}
// clang-format on

} // namespace

std::string_view words(word wanted, language spoken)
{
    auto const all = said_in_both(wanted);
    switch (spoken) {
    case language::sv:
        return all.sv;
    case language::en:
        return all.en;
    }
    return {};
}

} // namespace finsam::cli
