// SPDX-License-Identifier: BSL-1.0
#include "best_fit.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace finsam {
namespace {

/// Losing nobody is cheapest, then somebody of the last tier.
bool is_cheaper(seat_price const& a, seat_price const& b)
{
    return a.tier != b.tier ? a.tier > b.tier : a.positions < b.positions;
}

struct exchange
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int64_t positions = 0;
};

} // namespace

std::vector<seat_price> seat_prices(fit_demand const& demand,
                                    std::span<std::uint32_t const> kind_of)
{
    auto left = std::vector<std::int64_t>(demand.seats.begin(), demand.seats.end());
    for (auto const kind : kind_of)
        if (kind != no_fit)
            --left[kind];

    // What a seat in a kind costs: nothing, or that somebody leaves, or a move and what that costs.
    std::vector<seat_price> price(left.size(), {.tier = 0});
    for (std::size_t kind = 0; kind < left.size(); ++kind)
        if (left[kind] > 0)
            price[kind] = {};
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> least;
    for (std::size_t rank = 0; rank < kind_of.size(); ++rank) {
        auto const from = kind_of[rank];
        if (from == no_fit)
            continue;
        auto const list = demand.of(rank);
        auto const own = std::find(list.begin(), list.end(), from) - list.begin();
        seat_price const leaving{demand.tier[rank], -own};
        if (is_cheaper(leaving, price[from]))
            price[from] = leaving;
        for (std::ptrdiff_t i = 0; i < std::ssize(list); ++i)
            if (i != own && demand.seats[list[static_cast<std::size_t>(i)]] > 0) {
                auto const to = list[static_cast<std::size_t>(i)];
                auto const [known, is_new] = least.try_emplace({from, to}, i - own);
                known->second = std::min(known->second, std::int64_t{i - own});
            }
    }
    std::vector<exchange> moves;
    for (auto const& [between, positions] : least)
        moves.push_back({between.first, between.second, positions});
    // No chain of moves is longer than there are kinds; where one becomes cheaper still, a circle
    // of moves would save positions, and what is looked at is no best fit.
    auto is_settled = false;
    for (std::size_t round = 0; round < price.size() && !is_settled; ++round) {
        is_settled = true;
        for (auto const& one : moves) {
            seat_price const through{price[one.to].tier, price[one.to].positions + one.positions};
            if (is_cheaper(through, price[one.from])) {
                price[one.from] = through;
                is_settled = false;
            }
        }
    }
    return price;
}

} // namespace finsam
