// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/saturating.hpp>

#include "rules/calendar.hpp"
#include "rules/checking.hpp"

#include <vector>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// What all places of an intervention cost while it is in force.
struct cost
{
    period when;
    std::int64_t sek;
};

/// Of those whose cost, places and period are stated and can be relied on: it is better to say
/// nothing than to say wrongly that money is lacking.
std::vector<cost> costs_of(state const& in)
{
    std::vector<cost> all;
    for (std::size_t i = 0; i < in.agreed.interventions.size(); ++i) {
        auto const& one = in.agreed.interventions[i];
        auto const pointer = under("/interventions", i);
        if (!one.cost_per_place || in.told.touch(under(pointer, "cost_per_place"))
            || in.told.touch(under(pointer, "places")))
            continue;
        auto const when = in.period_of(one, pointer);
        if (!when)
            continue;
        std::int64_t places = 0;
        for (auto const& pool : one.places)
            places = detail::saturating_sum(places, pool.count);
        all.push_back({*when, detail::saturating_product(*one.cost_per_place, places)});
    }
    return all;
}

} // namespace

void check_costs(state& in)
{
    auto const& agreed = in.agreed;
    if (agreed.contributions.empty() || in.told.touch("/contributions") || in.told.touch("/period"))
        return;
    std::int64_t contributed = 0;
    for (auto const& one : agreed.contributions)
        contributed = detail::saturating_sum(contributed, one.amount);

    auto const all = costs_of(in);
    for (auto const day : in.as_of ? std::vector{*in.as_of} : days_of_change(agreed)) {
        std::int64_t sum = 0;
        for (auto const& one : all)
            if (contains(one.when, day))
                sum = detail::saturating_sum(sum, one.sek);
        if (sum <= contributed)
            continue;
        in.tell(cost_exceeds_contributions, "/contributions",
                "the places in force"
                    + (day == agreed.period.from ? std::string{} : " on " + backticked(day))
                    + " cost " + backticked(sum) + " SEK, the contributions are "
                    + backticked(contributed) + " SEK",
                "both are for the plan's period: correct `cost_per_place` or `amount`, or lower a "
                "`count`");
        return;
    }
}

} // namespace finsam::checking
