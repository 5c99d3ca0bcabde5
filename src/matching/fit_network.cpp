// SPDX-License-Identifier: BSL-1.0
#include "fit_network.hpp"

#include "fit_mover.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace finsam {

fit_network::fit_network(std::span<std::int64_t const> seats)
    : places_(seats.size())
    , step_of_(seats.size() * seats.size(), none)
    , steps_(seats.size())
    , movers_(seats.size())
    , last_(seats.size())
{
    for (std::size_t kind = 0; kind < seats.size(); ++kind) {
        places_[kind].seats = seats[kind];
        if (seats[kind] > 0)
            places_[kind].end = 0;
        else
            places_[kind].region = without_seats;
    }
}

void fit_network::add(std::span<std::uint32_t const> kinds, std::uint32_t tier,
                      std::uint32_t people)
{
    BOOST_ASSERT(tier >= tier_ && tier < without_seats);
    if (options_.size() + kinds.size() >= none)
        throw std::length_error("best fit: connected lists of 4 294 967 295 kinds or more");
    auto const first = static_cast<std::uint32_t>(options_.size());
    if (tier != tier_)
        begin_tier(tier);
    for (std::uint32_t i = 0; i < kinds.size(); ++i)
        options_.push_back({.kind = kinds[i], .position = i});
    if (kinds.empty())
        return;
    while (people > 0) {
        if (!search(first, open)) {
            close();
            if (!search(first, tier_))
                return; // and whoever is left waits
        }
        people -= shift(people);
    }
}

void fit_network::begin_tier(std::uint32_t tier)
{
    tier_ = tier;
    tier_begin_ = static_cast<std::uint32_t>(options_.size());
    for (auto& one : last_)
        one.clear();
}

/// Finds the cheapest path from the unit whose options begin here, within one region. It ends at a
/// free seat; in a closed region with somebody who leaves, if that is cheaper than that the
/// newcomer waits, which costs nothing.
bool fit_network::search(std::uint32_t first, std::uint32_t region)
{
    ++search_;
    region_ = region;
    least_ = region == open ? any_cost : 0;
    end_ = none;
    queue_.clear();
    scanned_.clear();
    std::int64_t nearest = no_end;
    for (auto at = first; at < options_.size(); ++at) {
        auto const kind = options_[at].kind;
        auto& reached = places_[kind];
        if (reached.region != region)
            continue;
        std::int64_t const cost = options_[at].position;
        reached.search = search_;
        reached.cost = cost;
        reached.left = none;
        reached.entered = at;
        if (cost + reached.end < least_) {
            least_ = cost + reached.end;
            end_ = kind;
        }
        auto const key = cost + reached.price;
        nearest = std::min(nearest, key);
        queue_.emplace_back(key, kind);
    }
    if (nearest < least_) {
        std::make_heap(queue_.begin(), queue_.end(), std::greater{});
        while (!queue_.empty() && queue_.front().first < least_) {
            auto const [key, kind] = queue_.front();
            std::pop_heap(queue_.begin(), queue_.end(), std::greater{});
            queue_.pop_back();
            level_.assign(1, kind);
            while (!level_.empty() && key < least_) {
                auto const next = level_.back();
                level_.pop_back();
                scan(next, key);
            }
        }
        if (least_ != any_cost)
            raise_prices();
    }
    return end_ != none;
}

void fit_network::scan(std::uint32_t kind, std::int64_t key)
{
    auto& from = places_[kind];
    // In the queue it may stand with what it cost before a cheaper way was found.
    if (from.scanned == search_ || from.cost + from.price != key)
        return;
    from.scanned = search_;
    scanned_.push_back(kind);
    auto const& steps = steps_[kind];
    for (std::uint32_t i = 0; i < steps.size(); ++i) {
        auto& to = places_[steps[i].to];
        if (to.region != region_ || steps[i].cost == no_step)
            continue;
        auto const cost = from.cost + steps[i].cost;
        if (to.search == search_ && to.cost <= cost)
            continue;
        auto const at = option_in(movers_[kind][i].front());
        to.search = search_;
        to.cost = cost;
        to.left = at;
        to.entered = static_cast<std::uint32_t>(static_cast<std::int64_t>(at) + steps[i].cost);
        if (cost + to.end < least_) {
            least_ = cost + to.end;
            end_ = steps[i].to;
        }
        auto const next = cost + to.price;
        BOOST_ASSERT(next >= key);
        if (next == key) {
            level_.push_back(steps[i].to);
        } else if (next < least_) {
            queue_.emplace_back(next, steps[i].to);
            std::push_heap(queue_.begin(), queue_.end(), std::greater{});
        }
    }
}

/// What was looked at on the way is now worth as much as the end that was found.
void fit_network::raise_prices()
{
    for (auto const kind : scanned_)
        places_[kind].price = least_ - places_[kind].cost;
}

/// From what was reached no seat can be freed: prices there are from now on what it costs that
/// somebody of this tier leaves.
void fit_network::close()
{
    for (auto const kind : scanned_)
        places_[kind].region = tier_;
    auto lower = no_end;
    for (auto const kind : scanned_) {
        auto& one = places_[kind];
        one.end = last_[kind].empty() ? no_end : -cost_in(last_[kind].front());
        if (one.end != no_end)
            lower = std::min(lower, one.end - one.price);
        for (auto const& [to, cost] : steps_[kind])
            if (cost != no_step && places_[to].region == tier_ && places_[to].search != search_)
                lower = std::min(lower, cost + places_[to].price - one.price);
    }
    if (lower != no_end)
        for (auto const kind : scanned_)
            places_[kind].price += lower;
}

} // namespace finsam
