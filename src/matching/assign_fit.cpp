// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"
#include "best_fit.hpp"

#include <utility>

namespace finsam {

static_assert(no_fit == no_kind);

std::vector<std::uint32_t> assign_fit(market& offered, wish_lists const& wishes,
                                      std::vector<std::uint32_t> const& row_of,
                                      std::vector<priority> const& by_row)
{
    std::vector<std::int64_t> seats;
    for (auto const& kind : offered.kinds())
        seats.push_back(static_cast<std::int64_t>(kind.choice.seats()));

    // In order of rank: what is possible for each, and the number of their tier.
    std::vector<std::size_t> first{0};
    std::vector<std::uint32_t> kinds, tiers;
    std::vector<std::size_t> last_listed(seats.size()); // by kind: by whom, from 1
    for (std::size_t rank = 0; rank < row_of.size(); ++rank) {
        for (auto const& wish : wishes.of(row_of[rank]))
            if (wish.kind != no_kind && std::exchange(last_listed[wish.kind], rank + 1) != rank + 1)
                kinds.push_back(wish.kind);
        first.push_back(kinds.size());
        auto const is_next = rank > 0 && by_row[row_of[rank]].tier != by_row[row_of[rank - 1]].tier;
        tiers.push_back(rank == 0 ? 0 : tiers.back() + is_next);
    }

    auto const kind_of = best_fit({seats, first, kinds, tiers});
    std::vector<std::uint32_t> held(row_of.size(), no_kind);
    for (std::uint32_t rank = 0; rank < row_of.size(); ++rank) {
        if (kind_of[rank] == no_kind)
            continue;
        held[row_of[rank]] = kind_of[rank];
        static_cast<void>(offered.kinds()[kind_of[rank]].choice.ask(rank));
    }
    return held;
}

} // namespace finsam
