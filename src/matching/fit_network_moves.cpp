// SPDX-License-Identifier: BSL-1.0
#include "fit_mover.hpp"
#include "fit_network.hpp"

#include <algorithm>
#include <functional>
#include <utility>

// A path is taken: who has which place, and the heaps of who could move where.
namespace finsam {

/// Moves as many as the path that was found can take.
std::uint32_t fit_network::shift(std::uint32_t people)
{
    auto const leaver = region_ == open ? none : option_in(last_[end_].front());
    if (leaver != none)
        people = std::min(people, options_[leaver].people);
    else
        people = static_cast<std::uint32_t>(std::min(std::int64_t{people}, places_[end_].seats));
    for (auto at = places_[end_].left; at != none; at = places_[options_[at].kind].left)
        people = std::min(people, options_[at].people);

    if (leaver != none) {
        leave(leaver, people);
    } else {
        places_[end_].seats -= people;
        if (places_[end_].seats == 0)
            places_[end_].end = no_end;
    }
    for (auto kind = end_;;) {
        auto const [left, entered] = std::pair{places_[kind].left, places_[kind].entered};
        enter(entered, people);
        if (left == none)
            return people;
        leave(left, people);
        kind = options_[left].kind;
    }
}

template<class Visit>
void fit_network::each_other_option(std::uint32_t at, Visit visit)
{
    auto const first = at - options_[at].position;
    for (auto other = first;;) {
        if (other != at)
            visit(other);
        if (++other == options_.size() || options_[other].position == 0)
            return;
    }
}

void fit_network::enter(std::uint32_t at, std::uint32_t people)
{
    auto& one = options_[at];
    one.people += people;
    if (one.people != people)
        return; // some sat there already
    each_other_option(at, [&](std::uint32_t other) {
        auto const to = options_[other].kind;
        // Nobody moves into what was closed at an earlier tier.
        if (auto const region = places_[to].region; region != open && region != tier_)
            return;
        auto& found = step_between(one.kind, to);
        if (found == none) {
            found = static_cast<std::uint32_t>(steps_[one.kind].size());
            steps_[one.kind].push_back({.to = to});
            movers_[one.kind].emplace_back();
        }
        auto const cost = static_cast<std::int32_t>(std::int64_t{other} - std::int64_t{at});
        auto& movers = movers_[one.kind][found];
        movers.push_back(packed(cost, at));
        std::push_heap(movers.begin(), movers.end(), std::greater{});
        steps_[one.kind][found].cost = std::min(steps_[one.kind][found].cost, cost);
    });
    if (at >= tier_begin_) {
        auto& last = last_[one.kind];
        last.push_back(packed(one.position, at));
        std::push_heap(last.begin(), last.end());
        if (places_[one.kind].region == tier_)
            places_[one.kind].end = -cost_in(last.front());
    }
}

void fit_network::leave(std::uint32_t at, std::uint32_t people)
{
    auto& one = options_[at];
    one.people -= people;
    if (one.people != 0)
        return;
    each_other_option(at, [&](std::uint32_t other) {
        auto const found = step_between(one.kind, options_[other].kind);
        if (found == none)
            return;
        auto const& movers = movers_[one.kind][found];
        if (!movers.empty() && option_in(movers.front()) == at)
            clean(one.kind, found);
    });
    if (at >= tier_begin_ && option_in(last_[one.kind].front()) == at)
        clean_end(one.kind);
}

void fit_network::clean(std::uint32_t from, std::uint32_t at_step)
{
    auto& movers = movers_[from][at_step];
    while (!movers.empty() && options_[option_in(movers.front())].people == 0) {
        std::pop_heap(movers.begin(), movers.end(), std::greater{});
        movers.pop_back();
    }
    steps_[from][at_step].cost =
        movers.empty() ? no_step : static_cast<std::int32_t>(cost_in(movers.front()));
}

void fit_network::clean_end(std::uint32_t kind)
{
    auto& last = last_[kind];
    while (!last.empty() && options_[option_in(last.front())].people == 0) {
        std::pop_heap(last.begin(), last.end());
        last.pop_back();
    }
    if (places_[kind].region == tier_)
        places_[kind].end = last.empty() ? no_end : -cost_in(last.front());
}

} // namespace finsam
