// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/certificate.hpp>

#include "fit_lists.hpp"
#include "proposed_round.hpp"

#include <boost/assert.hpp>
#include <boost/container/flat_set.hpp>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>
#include <variant>

namespace finsam {
namespace {

std::vector<std::uint32_t> positions_in(reserve_bits reserves)
{
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < most_reserves; ++i)
        if ((reserves >> i & 1) != 0)
            all.push_back(i);
    return all;
}

/// In the order of the plan; the round has its own.
template<class Line>
std::vector<Line> in_plan_order(std::vector<Line> lines)
{
    auto const place = [](Line const& one) { return std::tie(one.intervention, one.pool); };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](Line const& a, Line const& b) { return place(a) < place(b); });
    return lines;
}

/// The rank of somebody who comes after all others.
constexpr auto nobody = std::numeric_limits<std::uint32_t>::max();

pool_cutoff cutoff_of(proposed_round const& made, std::uint32_t kind, pool_choice const& full,
                      reserve_bits reserves)
{
    pool_cutoff one{made.offered.kinds[kind].intervention, made.offered.kinds[kind].pool,
                    positions_in(reserves)};
    auto asked = full;
    if (asked.ask(nobody, reserves) != std::optional{nobody}) {
        one.admits = admission::everyone;
    } else if (auto const last = full.last_admitted(reserves)) {
        one.admits = admission::until;
        one.last = made.mark_of(*last);
    } else {
        one.admits = admission::nobody;
    }
    return one;
}

std::vector<pool_cutoff> cutoffs_of(proposed_round const& made)
{
    auto const& offered = made.offered;
    // Those who may use the same reserves of a pool meet the same cut-off.
    std::vector<boost::container::flat_set<reserve_bits>> asked(offered.kinds.size());
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank)
        for (auto const kind : offered.wishes(rank))
            asked[kind].insert(offered.usable(kind, rank));

    std::vector<pool_cutoff> all;
    for (std::uint32_t kind = 0; kind < asked.size(); ++kind) {
        if (asked[kind].empty())
            continue;
        auto full = offered.choice(kind);
        for (auto const holder : made.holders[kind])
            static_cast<void>(full.ask(holder, offered.usable(kind, holder)));
        auto const first = all.size();
        for (auto const reserves : asked[kind])
            all.push_back(cutoff_of(made, kind, full, reserves));
        std::sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                  [](auto const& a, auto const& b) { return a.reserves < b.reserves; });
    }
    return in_plan_order(std::move(all));
}

std::vector<pool_closing> closings_of(proposed_round const& made)
{
    auto const& offered = made.offered;
    // In turn, whoever has no place closes what can be reached from their list by moves.
    std::vector<std::uint32_t> since(offered.kinds.size(), nobody); // ranks
    std::vector<std::uint32_t> reached;
    auto const reach_wishes = [&](std::uint32_t whose, std::uint32_t rank) {
        for (auto const kind : offered.wishes(whose))
            if (since[kind] == nobody) {
                since[kind] = rank;
                reached.push_back(kind);
            }
    };
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank) {
        if (made.is_placed[rank])
            continue;
        reach_wishes(rank, rank);
        while (!reached.empty()) {
            auto const kind = reached.back();
            reached.pop_back();
            for (auto const holder : made.holders[kind])
                reach_wishes(holder, rank);
        }
    }

    std::vector<pool_closing> all;
    for (std::uint32_t kind = 0; kind < since.size(); ++kind)
        if (since[kind] != nobody)
            all.push_back({offered.kinds[kind].intervention, offered.kinds[kind].pool,
                           made.mark_of(since[kind])});
    return in_plan_order(std::move(all));
}

std::vector<pool_price> prices_of(proposed_round const& made)
{
    auto const& offered = made.offered;
    fit_lists const lists(offered);
    auto const demand = lists.demand();
    std::vector<std::uint32_t> listed_kind_of(made.kind_of.size(), no_fit);
    std::vector<std::optional<std::int64_t>> tiers; // by number
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank) {
        auto const list = demand.of(rank);
        if (std::find(list.begin(), list.end(), made.kind_of[rank]) != list.end())
            listed_kind_of[rank] = made.kind_of[rank];
        if (demand.tier[rank] == tiers.size())
            tiers.push_back(made.by_row[offered.row_of[rank]].tier);
    }

    auto const price = seat_prices(demand, listed_kind_of);
    std::vector<pool_price> all;
    for (std::size_t kind = 0; kind < price.size(); ++kind) {
        auto const& place = offered.kinds[kind];
        auto const& [tier, positions] = price[kind];
        if (place.free <= 0 || price[kind] == seat_price{})
            continue;
        auto& line =
            all.emplace_back(pool_price{place.intervention, place.pool, std::nullopt, positions});
        if (tier != no_tier)
            line.person = placed_person{tiers[tier]};
    }
    return in_plan_order(std::move(all));
}

} // namespace

certificate certify(engine const& compiled, people const& caseload, eligibility const& eligible,
                    matching const& proposed)
{
    BOOST_ASSERT(eligible.people == caseload.size());
    proposed_round const made(compiled, caseload, eligible, proposed);
    struct by_policy
    {
        proposed_round const& made;

        certificate operator()(policies::stable) const { return {.cutoffs = cutoffs_of(made)}; }
        certificate operator()(policies::serial) const { return {.cutoffs = cutoffs_of(made)}; }
        certificate operator()(policies::coverage) const { return {.closings = closings_of(made)}; }
        certificate operator()(policies::fit) const { return {.prices = prices_of(made)}; }
    };
    return std::visit(by_policy{made},
                      compiled.agreed().matching.value_or(matching_terms{}).policy);
}

} // namespace finsam
