// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"
#include "best_fit.hpp"

#include <utility>

namespace finsam {

static_assert(no_fit == no_kind);

assignment assign_fit(matching_round const& offered)
{
    std::vector<std::int64_t> seats;
    for (auto const& kind : offered.kinds)
        seats.push_back(kind.free);

    std::vector<std::size_t> first{0};
    std::vector<std::uint32_t> kinds;
    std::vector<std::uint32_t> last_listed(seats.size(), no_kind); // by kind: by whom
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank) {
        for (auto const kind : offered.wishes(rank))
            if (std::exchange(last_listed[kind], rank) != rank)
                kinds.push_back(kind);
        first.push_back(kinds.size());
    }

    auto found = nobody_placed(offered);
    found.kind_of = best_fit({seats, first, kinds, offered.tier_of});
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank)
        if (auto const kind = found.kind_of[rank]; kind != no_kind)
            static_cast<void>(found.pools[kind].ask(rank));
    return found;
}

} // namespace finsam
