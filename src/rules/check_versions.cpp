// SPDX-License-Identifier: BSL-1.0
#include "rules/checking.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// The days of all periods so far: runs that share no day, by their first one.
using timeline = std::map<date, std::optional<date>>;

/// Enters a period; whether it shares a day with one that is there.
bool overlaps(timeline& taken, period const& when)
{
    auto all = when;
    auto shared = [&] {
        auto next = taken.lower_bound(all.from);
        if (next != taken.begin())
            if (auto const before = std::prev(next); !before->second || all.from < *before->second)
                return before;
        return next != taken.end() && (!all.to || next->first < *all.to) ? next : taken.end();
    };
    bool some = false;
    for (auto found = shared(); found != taken.end(); found = shared()) {
        all.from = std::min(all.from, found->first);
        all.to = all.to && found->second ? std::optional(std::max(*all.to, *found->second))
                                         : std::nullopt;
        taken.erase(found);
        some = true;
    }
    taken.emplace(all.from, all.to);
    return some;
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
            if (in.told.touch(under(pointer, "id")) || !when || !overlaps(taken, *when))
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
