// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/detail/saturating.hpp>
#include <finsam/report/costs.hpp>
#include <finsam/report/kronor.hpp>

#include <ostream>
#include <utility>

namespace finsam {
namespace {

using detail::saturating_product;
using detail::saturating_sum;

std::optional<std::int64_t> contributions_of(plan const& agreed)
{
    if (agreed.contributions.empty())
        return {};
    std::int64_t sum = 0;
    for (auto const& one : agreed.contributions)
        sum = saturating_sum(sum, to_ore(one.amount));
    return sum;
}

/// The costs of so many places, by position in the plan; nothing for what is not to be listed.
cost_report costs_of(plan const& agreed, std::vector<std::optional<std::int64_t>> const& places)
{
    cost_report report{.contributions_ore = contributions_of(agreed)};
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i])
            continue;
        auto const& one = agreed.interventions[i];
        intervention_cost cost{.id = one.id, .places = *places[i]};
        if (one.cost_per_place) {
            cost.cost_per_place_ore = to_ore(*one.cost_per_place);
            cost.cost_ore = saturating_product(*cost.cost_per_place_ore, cost.places);
            report.total_ore = saturating_sum(report.total_ore, *cost.cost_ore);
        } else if (cost.places > 0) {
            ++report.without_cost;
        }
        report.interventions.push_back(std::move(cost));
    }
    report.shares = shares_of(agreed, report.total_ore);
    return report;
}

} // namespace

std::optional<std::int64_t> left_ore(cost_report const& report)
{
    if (!report.contributions_ore)
        return {};
    return *report.contributions_ore - report.total_ore;
}

cost_report costs(engine const& compiled)
{
    auto const& agreed = compiled.agreed();
    std::vector<std::optional<std::int64_t>> places(agreed.interventions.size());
    for (auto const& one : compiled.interventions()) {
        auto& sum = places[one.index].emplace(0);
        for (auto const& pool : agreed.interventions[one.index].places)
            sum = saturating_sum(sum, pool.count);
    }
    return costs_of(agreed, places);
}

cost_report costs(engine const& compiled, matching const& placed)
{
    auto const& agreed = compiled.agreed();
    std::vector<std::optional<std::int64_t>> places(agreed.interventions.size());
    for (auto const& one : compiled.interventions())
        places[one.index] = 0;
    for (auto const& one : placed.placements) {
        if (one.intervention >= places.size()) // a matching from elsewhere
            continue;
        auto& taken = places[one.intervention];
        taken = taken.value_or(0) + 1;
    }
    return costs_of(agreed, places);
}

std::ostream& operator<<(std::ostream& out, cost_report const& report)
{
    auto const told = [](std::optional<std::int64_t> ore) {
        return ore ? kronor_text(*ore, language::en) : "not stated";
    };
    for (auto const& one : report.interventions)
        out << "intervention " << one.id << ": places " << one.places << ", cost a place "
            << told(one.cost_per_place_ore) << ", cost " << told(one.cost_ore) << '\n';
    out << "total: " << told(report.total_ore) << '\n';
    out << "contributions: " << told(report.contributions_ore) << '\n';
    for (auto const& one : report.shares)
        out << "share of " << detail::name_of(one.party) << ": " << told(one.share_ore) << '\n';
    return out;
}

} // namespace finsam
