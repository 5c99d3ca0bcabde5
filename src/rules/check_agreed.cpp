// SPDX-License-Identifier: BSL-1.0
#include "rules/checking.hpp"

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// A rule by name or the criterion itself: one of them, not both.
template<class T>
void check_rule_or_when(state& in, T const& one, std::string const& pointer)
{
    auto const& told = in.told;
    if (one.rule && one.when)
        in.tell(unknown_key, under(pointer, "when"), "`rule` and `when` stand together",
                "leave one of them out");
    else if (!one.rule && !one.when && !told.hide<T>(pointer, "rule")
             && !told.hide<T>(pointer, "when"))
        in.tell_about(pointer, under(pointer, "when"), missing_key,
                      "neither `rule` nor `when` is here",
                      "name a rule, or write the criterion itself");
}

void check_structural(state& in, intervention const& one, std::string const& pointer)
{
    auto const refuse = [&](bool is_here, std::string_view key) {
        if (is_here)
            in.tell(unknown_key, under(pointer, key), backticked(key) + " cannot stand here",
                    "a structural intervention has no rule and no places");
    };
    refuse(one.rule.has_value(), "rule");
    refuse(one.when.has_value(), "when");
    refuse(!one.places.empty(), "places");
}

} // namespace

void check_groups(state& in)
{
    for (std::size_t i = 0; i < in.agreed.needs_groups.size(); ++i) {
        auto const& group = in.agreed.needs_groups[i];
        auto const pointer = under("/needs_groups", i);
        check_text(in, group.label, under(pointer, "label"));
        check_rule_or_when(in, group, pointer);
        check_at_least(in, group.priority, 1, under(pointer, "priority"), "`1` is served first");
        check_period(in, group.period, under(pointer, "period"));
    }
}

void check_declared(state& in)
{
    for (std::size_t i = 0; i < in.agreed.declarations.size(); ++i) {
        auto const& declared = in.agreed.declarations[i];
        auto const pointer = under("/declarations", i);
        check_text(in, declared.title, under(pointer, "title"));
        check_period(in, declared.period, under(pointer, "period"));
        for (std::size_t j = 0; j < declared.commitments.size(); ++j)
            check_text(in, declared.commitments[j].text, under(pointer, "commitments", j, "text"));
    }
}

void check_interventions(state& in)
{
    for (std::size_t i = 0; i < in.agreed.interventions.size(); ++i) {
        auto const& one = in.agreed.interventions[i];
        auto const pointer = under("/interventions", i);
        check_text(in, one.label, under(pointer, "label"));
        check_period(in, one.period, under(pointer, "period"));
        if (one.cost_per_place)
            check_at_least(in, *one.cost_per_place, 0, under(pointer, "cost_per_place"),
                           "a place costs `0` SEK or more");
        if (in.told.touch(under(pointer, "kind")))
            continue;
        if (one.kind == intervention_kind::structural) {
            check_structural(in, one, pointer);
            continue;
        }
        check_rule_or_when(in, one, pointer);
    }
}

void check_mandates(state& in)
{
    for (std::size_t i = 0; i < in.agreed.mandates.size(); ++i)
        check_period(in, in.agreed.mandates[i].period, under("/mandates", i, "period"));
}

} // namespace finsam::checking
