// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"
#include "fit_lists.hpp"

namespace finsam {

assignment assign_fit(matching_round const& offered)
{
    fit_lists const lists(offered);
    auto found = nobody_placed(offered);
    found.kind_of = best_fit(lists.demand());
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank)
        if (auto const kind = found.kind_of[rank]; kind != no_kind)
            static_cast<void>(found.pools[kind].ask(rank));
    return found;
}

} // namespace finsam
