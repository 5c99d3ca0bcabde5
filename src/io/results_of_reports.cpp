// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/results.hpp>
#include <finsam/report/withhold.hpp>

#include "io/json_line.hpp"

namespace finsam {

std::string to_json(engine const& compiled, people const& caseload, gap_report const& report,
                    bool exact)
{
    io::json_line out;
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

std::string to_json(engine const& compiled, std::vector<pool_help> const& helped,
                    std::string_view mandate, bool exact)
{
    io::json_line out;
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
    io::json_line out;
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
