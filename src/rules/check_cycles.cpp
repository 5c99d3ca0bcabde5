// SPDX-License-Identifier: BSL-1.0
#include "rules/calendar.hpp"
#include "rules/cycles.hpp"

#include <set>
#include <utility>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

void tell_cycle(state& in, std::string message, std::string const& pointer)
{
    in.tell(cycle, pointer, std::move(message), "take one reference of the circle away");
}

/// A reference of a rule by its number within the rule's body.
struct rule_edge
{
    std::size_t rule;
    std::size_t use;
};

/// Whether names could come back to themselves whatever versions are in force.
bool may_circle(state const& in)
{
    std::vector<reference> references;
    for (std::size_t i = 0; i < in.rule_bodies.size(); ++i) {
        auto const from = in.rules.find(in.agreed.rules[i].id);
        for (auto const& use : in.rule_bodies[i].rules)
            if (auto const to = in.rules.find(use.rule); from && to)
                references.push_back({*from, *to});
    }
    return !closing_references(in.rules.names.size(), references).empty();
}

void check_rules_on(state& in, rule_calendar const& calendar, date day,
                    std::set<std::string_view>& told)
{
    auto const current = calendar.in_force_on(day);
    std::vector<reference> references;
    std::vector<rule_edge> edges;
    for (auto const i : current) {
        if (!i)
            continue;
        auto const& uses = in.rule_bodies[*i].rules;
        for (std::size_t j = 0; j < uses.size(); ++j)
            if (auto const to = in.rules.find(uses[j].rule); to && current[*to]) {
                references.push_back({*i, *current[*to]});
                edges.push_back({*i, j});
            }
    }
    for (auto const closing : closing_references(in.rule_bodies.size(), references)) {
        auto const& [rule, use] = edges[closing];
        auto const& [named, pointer] = in.rule_bodies[rule].rules[use];
        if (told.insert(pointer).second)
            tell_cycle(in, "rule " + backticked(named) + " comes back to itself here", pointer);
    }
}

void check_interventions_by(state& in, std::vector<std::string> intervention::*list,
                            std::string_view key, std::string_view verb)
{
    std::vector<reference> references;
    std::vector<std::string> pointers;
    auto const& interventions = in.agreed.interventions;
    for (std::size_t i = 0; i < interventions.size(); ++i) {
        auto const& named = interventions[i].*list;
        for (std::size_t j = 0; j < named.size(); ++j)
            if (auto const to = in.interventions.place_of(named[j])) {
                references.push_back({i, *to});
                pointers.push_back(under("/interventions", i, key, j));
            }
    }
    for (auto const closing : closing_references(interventions.size(), references))
        tell_cycle(in,
                   backticked(interventions[references[closing].to].id) + " " + std::string(verb)
                       + " itself here",
                   pointers[closing]);
}

} // namespace

void check_cycles(state& in)
{
    if (may_circle(in)) {
        rule_calendar const calendar(in);
        std::set<std::string_view> told;
        for (auto const day : calendar.days())
            check_rules_on(in, calendar, day, told);
    }
    check_interventions_by(in, &intervention::leads_to, "leads_to", "leads back to");
    check_interventions_by(in, &intervention::requires_completed, "requires_completed",
                           "comes to require");
}

} // namespace finsam::checking
