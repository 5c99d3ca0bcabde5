// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/sentence.hpp>
#include <finsam/io/results.hpp>
#include <finsam/report/withhold.hpp>

#include "io/json_line.hpp"
#include "io/tell_matching.hpp"

#include <algorithm>

namespace finsam {
namespace {

using io::json_line;

void tell_person(json_line& out, people const& caseload, std::size_t row)
{
    out.member("person", caseload.id(row));
}

void tell_ids(json_line& out, plan const& agreed, std::vector<std::uint32_t> const& interventions)
{
    out.member("undetermined", interventions,
               [&](std::uint32_t index) { out.value(agreed.interventions[index].id); });
}

void tell_answer(json_line& out, answer const& one)
{
    out.member("id", one.id);
    out.member("answer", one.answer);
    out.member("missing", one.missing);
    out.member("withheld", one.withheld);
}

void tell_reason(json_line& out, engine const& compiled, person const& someone, reason const& why,
                 language spoken)
{
    out.object([&] {
        out.member("at", why.at);
        out.member("fact", why.fact);
        out.member("state", why.state);
        out.member("answer", why.answer);
        out.member("cite", why.cite);
        out.member("text", sentence(compiled, someone, why, spoken));
    });
}

void tell_placement(json_line& out, plan const& agreed, people const& caseload,
                    placement const& one)
{
    out.object([&] {
        tell_person(out, caseload, one.person);
        out.key("intervention");
        one.intervention < agreed.interventions.size()
            ? out.value(agreed.interventions[one.intervention].id)
            : out.null();
        out.member("pool", one.pool);
        out.member("choice", one.choice);
        out.member("incumbent", one.incumbent);
        tell_ids(out, agreed, one.undetermined);
    });
}

void tell_cutoff(json_line& out, std::optional<cutoff> const& last)
{
    out.key("cutoff");
    if (!last)
        return out.null();
    out.object([&] {
        out.member("tier", last->tier);
        out.member("waited_days_at_least", last->waited_days_at_least);
    });
}

void tell_waiting_reason(json_line& out, plan const& agreed, waiting_reason const& why)
{
    out.object([&] {
        out.member("intervention", agreed.interventions[why.intervention].id);
        out.member("why", "full");
        tell_cutoff(out, why.last_admitted);
    });
}

void tell_undetermined(json_line& out, engine const& compiled, people const& caseload,
                       undetermined_person const& one)
{
    auto const someone = caseload.row(one.person);
    out.object([&] {
        tell_person(out, caseload, one.person);
        out.member("interventions", one.interventions, [&](std::uint32_t index) {
            auto const found =
                std::ranges::lower_bound(compiled.interventions(), index, {}, &question::index);
            auto const position =
                static_cast<std::size_t>(found - compiled.interventions().begin());
            auto const unknown = assess_intervention(compiled, someone, position);
            out.object([&] {
                out.member("id", unknown.id);
                out.member("missing", unknown.missing);
                out.member("withheld", unknown.withheld);
            });
        });
    });
}

void tell_counts(json_line& out, matching const& proposed)
{
    out.object([&] {
        out.member("people", proposed.people);
        out.member("placed", proposed.placements.size());
        out.member("incumbents",
                   std::ranges::count(proposed.placements, true, &placement::incumbent));
        out.member("waiting", proposed.waiting.size());
        out.member("undetermined", proposed.undetermined.size());
        out.member("no_intervention", proposed.no_intervention.size());
    });
}

void tell_finding(json_line& out, plan const& agreed, people const& caseload, finding const& one)
{
    auto const person = [&](std::string_view name, std::optional<std::size_t> row) {
        out.key(name);
        // A matching from elsewhere may name what does not exist; the audit says so.
        row&&* row < caseload.size() ? out.value(caseload.id(*row)) : out.null();
    };
    out.object([&] {
        out.member("kind", one.kind);
        person("person", one.person);
        out.key("intervention");
        one.intervention < agreed.interventions.size()
            ? out.value(agreed.interventions[one.intervention].id)
            : out.null();
        out.member("pool", one.pool);
        person("by", one.by);
    });
}

} // namespace

void io::tell_proposals(json_line& out, engine const& compiled, people const& caseload,
                        matching const& proposed)
{
    auto const& agreed = compiled.agreed();
    out.member("plan", agreed.id);
    out.member("as_of", compiled.as_of());
    out.member("mandate", proposed.mandate);
    out.member("policy", proposed.policy);
    out.member("placements", proposed.placements,
               [&](placement const& one) { tell_placement(out, agreed, caseload, one); });
}

void io::tell_findings(json_line& out, plan const& agreed, people const& caseload,
                       std::vector<finding> const& findings)
{
    out.member("ok", findings.empty());
    out.member("findings", findings,
               [&](finding const& one) { tell_finding(out, agreed, caseload, one); });
}

std::string to_json(diagnostics const& found)
{
    json_line out;
    out.object([&] {
        out.member("errors", found.errors);
        out.member("warnings", found.warnings);
        out.member("diagnostics", found.list, [&](diagnostic const& one) {
            out.object([&] {
                out.member("severity", one.severity);
                out.member("code", one.code);
                out.member("pointer", one.pointer);
                out.member("line", one.line);
                out.member("column", one.column);
                out.member("message", one.message);
                out.member("hint", one.hint);
            });
        });
    });
    return out.take();
}

std::string to_json(engine const& compiled, person const& someone, assessment const& assessed,
                    language spoken)
{
    json_line out;
    out.object([&] {
        out.member("person", assessed.person);
        out.member("as_of", assessed.as_of);
        out.member("needs_groups", assessed.needs_groups,
                   [&](answer const& one) { out.object([&] { tell_answer(out, one); }); });
        out.member("tier", assessed.tier);
        out.member("best_tier", assessed.best_tier);
        out.member("interventions", assessed.interventions, [&](answer const& one) {
            out.object([&] {
                tell_answer(out, one);
                out.member("reasons", one.reasons, [&](reason const& why) {
                    tell_reason(out, compiled, someone, why, spoken);
                });
            });
        });
    });
    return out.take();
}

namespace {

void tell_matching(json_line& out, engine const& compiled, people const& caseload,
                   matching const& proposed, std::vector<finding> const& findings)
{
    auto const& agreed = compiled.agreed();
    out.object([&] {
        io::tell_proposals(out, compiled, caseload, proposed);
        out.member("tier_uncertain", proposed.tier_uncertain,
                   [&](std::size_t row) { out.value(caseload.id(row)); });
        out.member("waiting", proposed.waiting, [&](waiting_person const& one) {
            out.object([&] {
                tell_person(out, caseload, one.person);
                tell_ids(out, agreed, one.undetermined);
                out.member("reasons", one.reasons, [&](waiting_reason const& why) {
                    tell_waiting_reason(out, agreed, why);
                });
            });
        });
        out.member("undetermined", proposed.undetermined, [&](undetermined_person const& one) {
            tell_undetermined(out, compiled, caseload, one);
        });
        out.member("no_intervention", proposed.no_intervention, [&](unserved_person const& one) {
            out.object([&] {
                tell_person(out, caseload, one.person);
                out.member("in_needs_group", one.in_needs_group);
            });
        });
        out.key("counts");
        tell_counts(out, proposed);
        out.key("audit");
        out.object([&] { io::tell_findings(out, agreed, caseload, findings); });
    });
}

} // namespace

std::string to_json(engine const& compiled, people const& caseload, matching const& proposed,
                    std::vector<finding> const& findings)
{
    json_line out;
    tell_matching(out, compiled, caseload, proposed, findings);
    return out.take();
}

void write_json(engine const& compiled, people const& caseload, matching const& proposed,
                std::vector<finding> const& findings, text_sink to)
{
    json_line out(to);
    tell_matching(out, compiled, caseload, proposed, findings);
    out.give();
}

std::string to_json(engine const& compiled, people const& caseload, gap_report const& report,
                    bool exact)
{
    json_line out;
    auto const count = [&](std::string_view name, std::size_t people) {
        out.member(name, told_count(people, exact));
    };
    out.object([&] {
        out.member("plan", compiled.agreed().id);
        out.member("as_of", compiled.as_of());
        out.member("mandate", report.mandate);
        out.member("needs_groups", report.needs_groups, [&](needs_group_gap const& one) {
            out.object([&] {
                out.member("id", one.id);
                count("yes", one.yes);
                count("unknown", one.unknown);
                count("placed", one.placed);
                count("waiting", one.waiting);
                count("undetermined", one.undetermined);
                count("no_intervention", one.no_intervention);
            });
        });
        out.member("interventions", report.interventions, [&](intervention_gap const& one) {
            out.object([&] {
                out.member("id", one.id);
                count("yes", one.yes);
                count("unknown", one.unknown);
                out.member("places", one.places);
                count("placed", one.placed);
                out.member("free", one.free);
            });
        });
        out.key("between");
        out.object([&] {
            count("count", report.between.size());
            if (exact)
                out.member("people", report.between,
                           [&](std::size_t row) { out.value(caseload.id(row)); });
        });
        out.member("asking", report.asking, [&](fact_to_ask const& one) {
            out.object([&] {
                out.member("fact", one.fact);
                count("settles", one.settles);
            });
        });
    });
    return out.take();
}

std::string to_json(engine const& compiled, people const& caseload, why_not const& found,
                    std::string_view mandate, language spoken)
{
    json_line out;
    auto const& offered = compiled.agreed().interventions;
    auto const someone = caseload.row(found.person);
    auto const& answer = found.eligibility;
    out.object([&] {
        tell_person(out, caseload, found.person);
        out.member("intervention", offered[found.intervention].id);
        out.member("as_of", compiled.as_of());
        out.member("mandate", mandate);
        out.member("why", found.why);
        out.key("answer");
        answer.id.empty() ? out.null() : out.value(answer.answer);
        out.member("missing", answer.missing);
        out.member("withheld", answer.withheld);
        out.member("reasons", answer.reasons,
                   [&](reason const& why) { tell_reason(out, compiled, someone, why, spoken); });
        out.key("proposed");
        found.proposed ? out.value(offered[*found.proposed].id) : out.null();
        out.member("tier", found.tier);
        out.member("best_tier", found.best_tier ? found.best_tier : found.tier);
        out.member("waited_days", found.waited_days);
        tell_cutoff(out, found.last_admitted);
        out.member("eligible_from", found.eligible_from);
        out.member("more_places", found.more_places);
    });
    return out.take();
}

std::string to_json(engine const& compiled, std::vector<pool_help> const& helped,
                    std::string_view mandate, bool exact)
{
    json_line out;
    auto const counts = [&](std::string_view name, std::vector<helped_count> const& some,
                            bool are_told) {
        out.member(name, some, [&](helped_count const& one) {
            out.object([&] {
                out.member("id", one.id);
                out.member("people",
                           are_told ? told_count(one.people, exact) : std::optional<std::size_t>{});
            });
        });
    };
    out.object([&] {
        out.member("plan", compiled.agreed().id);
        out.member("as_of", compiled.as_of());
        out.member("mandate", mandate);
        out.member("policy", compiled.agreed().matching.value_or(matching_terms{}).policy);
        out.member("pools", helped, [&](pool_help const& one) {
            out.object([&] {
                out.member("intervention", one.intervention);
                out.member("pool", one.pool);
                out.member("placed", told_count(one.placed, exact));
                out.member("moved_up", told_count(one.moved_up, exact));
                out.member("displaced", told_count(one.displaced, exact));
                counts("needs_groups", one.needs_groups, tells_who(one, exact));
                counts("sex", one.sex, tells_sex(one, exact));
            });
        });
    });
    return out.take();
}

std::string to_json(engine const& compiled, cost_report const& report)
{
    json_line out;
    out.object([&] {
        out.member("plan", compiled.agreed().id);
        out.member("as_of", compiled.as_of());
        out.member("interventions", report.interventions);
        out.member("without_cost", report.without_cost);
        out.member("total_ore", report.total_ore);
        out.member("contributions_ore", report.contributions_ore);
        out.member("left_ore", left_ore(report));
        out.member("shares", report.shares);
    });
    return out.take();
}

} // namespace finsam
