// SPDX-License-Identifier: BSL-1.0
#include "rules/calendar.hpp"

#include <algorithm>

namespace finsam::checking {

rule_calendar::rule_calendar(state const& in)
{
    for (auto const& places : in.rules.places) {
        auto& versions = versions_.emplace_back();
        // Where an id is wrong, that rule may be a version of this one.
        bool is_known = !in.rules.incomplete;
        for (auto const place : places) {
            auto const pointer = under("/rules", place);
            auto const when = in.period_of(in.agreed.rules[place], pointer);
            if (when && !in.told.touch(under(pointer, "id"))) {
                versions.push_back({place, *when});
                days_.push_back(when->from);
            } else {
                is_known = false;
            }
        }
        is_known_.push_back(is_known);
    }
    std::ranges::sort(days_);
    days_.erase(std::ranges::unique(days_).begin(), days_.end());
}

std::vector<std::optional<std::size_t>> rule_calendar::in_force_on(date day) const
{
    std::vector<std::optional<std::size_t>> current(versions_.size());
    for (std::size_t name = 0; name < versions_.size(); ++name)
        for (auto const& [place, when] : versions_[name])
            if (contains(when, day))
                current[name] = place;
    return current;
}

std::string rule_calendar::in_words(std::size_t name) const
{
    std::string text;
    for (auto const& [place, when] : versions_[name]) {
        text += text.empty() ? "it is in force from " : ", from ";
        text += backticked(when.from);
        if (when.to)
            text += " to before " + backticked(*when.to);
    }
    return text;
}

std::vector<date> days_of_change(plan const& agreed)
{
    std::vector<date> days{agreed.period.from};
    auto const enter = [&](auto const& list) {
        for (auto const& one : list)
            if (auto const& when = one.period) {
                days.push_back(when->from);
                if (when->to)
                    days.push_back(*when->to);
            }
    };
    enter(agreed.rules);
    enter(agreed.needs_groups);
    enter(agreed.interventions);
    for (auto const& one : agreed.parameters)
        for (auto const& value : one.values)
            days.push_back(value.from);
    std::ranges::sort(days);
    days.erase(std::ranges::unique(days).begin(), days.end());
    std::erase_if(days, [&](date day) { return !contains(agreed.period, day); });
    return days;
}

} // namespace finsam::checking
