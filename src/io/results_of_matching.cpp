// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/results.hpp>

#include "io/json_line.hpp"
#include "io/tell_matching.hpp"
#include "matching/unsettled.hpp"

#include <algorithm>

namespace finsam {
namespace {

using io::json_line;

void tell_ids(json_line& out, plan const& agreed, std::vector<std::uint32_t> const& interventions)
{
    out.member("undetermined", interventions,
               [&](std::uint32_t index) { out.value(agreed.interventions[index].id); });
}

void tell_placement(json_line& out, plan const& agreed, people const& caseload,
                    placement const& one)
{
    out.object([&] {
        out.member("person", caseload.id(one.person));
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

void tell_waiting_reason(json_line& out, plan const& agreed, waiting_reason const& why)
{
    out.object([&] {
        out.member("intervention", agreed.interventions[why.intervention].id);
        out.member("why", "full");
        io::tell_cutoff(out, why.last_admitted);
    });
}

void tell_undetermined(json_line& out, engine const& compiled, people const& caseload,
                       undetermined_person const& one)
{
    out.object([&] {
        out.member("person", caseload.id(one.person));
        out.member("interventions", unsettled(compiled, caseload, one), [&](answer const& unknown) {
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

void io::tell_cutoff(json_line& out, std::optional<cutoff> const& last)
{
    out.key("cutoff");
    if (!last)
        return out.null();
    out.object([&] {
        out.member("tier", last->tier);
        out.member("waited_days_at_least", last->waited_days_at_least);
    });
}

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
                out.member("person", caseload.id(one.person));
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
                out.member("person", caseload.id(one.person));
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

} // namespace finsam
