// SPDX-License-Identifier: BSL-1.0
#include "rules/checking.hpp"

#include <iterator>
#include <map>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// Periods that share no day, by their first day.
using timeline = std::map<date, std::optional<date>>;

/// Enters the period unless it shares a day with one that is there.
bool enter(timeline& taken, period const& when)
{
    auto const next = taken.lower_bound(when.from);
    if (next != taken.end() && (!when.to || next->first < *when.to))
        return false;
    if (next != taken.begin())
        if (auto const& before = std::prev(next)->second; !before || when.from < *before)
            return false;
    taken.emplace_hint(next, when.from, when.to);
    return true;
}

} // namespace

void check_rule_versions(state& in)
{
    auto const& rules = in.agreed.rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        auto const pointer = under("/rules", i);
        check_text(in, rules[i].label, under(pointer, "label"));
        check_period(in, rules[i].period, under(pointer, "period"));
    }
    for (std::size_t number = 0; number < in.rules.names.size(); ++number) {
        auto const& versions = in.rules.places[number];
        if (versions.size() == 1)
            continue;
        timeline taken;
        for (auto const i : versions) {
            auto const pointer = under("/rules", i);
            auto const when = in.period_of(rules[i], pointer);
            if (in.told.touch(under(pointer, "id")) || !when || enter(taken, *when))
                continue;
            // One of the two may have the wrong id as well as the wrong period.
            in.tell_about(pointer, under(pointer, "period"), overlap,
                          "rule " + backticked(rules[i].id)
                              + " is in force already on days of its period",
                          rules[i].period ? "versions of a rule have periods that do not overlap"
                                          : "without a period it is in force as long as the plan");
            in.told.add(under(pointer, "id"));
            in.rules.incomplete = in.rules.doubtful[number] = true;
        }
    }
}

} // namespace finsam::checking
