// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"

#include <optional>

namespace finsam {

assignment nobody_placed(matching_round const& offered)
{
    assignment empty{.kind_of = std::vector(offered.people(), no_kind)};
    empty.pools.reserve(offered.kinds.size());
    for (std::uint32_t kind = 0; kind < offered.kinds.size(); ++kind)
        empty.pools.push_back(offered.choice(kind));
    return empty;
}

assignment deferred_acceptance(matching_round const& offered, std::vector<bool> const& is_away)
{
    auto found = nobody_placed(offered);
    std::vector<std::uint32_t> asked(offered.people(), 0); // so many on the list
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank) {
        offered.prefetch_ahead_of(rank);
        std::optional<std::uint32_t> asking = rank;
        if (!is_away.empty() && is_away[rank])
            asking.reset();
        while (asking) {
            auto const one = *asking;
            auto const wishes = offered.wishes(one);
            if (asked[one] == wishes.size()) {
                found.kind_of[one] = no_kind;
                break;
            }
            auto const kind = found.kind_of[one] = wishes[asked[one]++];
            asking = found.pools[kind].ask(one, offered.usable(kind, one));
        }
    }
    return found;
}

} // namespace finsam
