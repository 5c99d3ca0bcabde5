// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"

namespace finsam {

assignment serial_choice(matching_round const& offered)
{
    auto found = nobody_placed(offered);
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank)
        for (auto const kind : offered.wishes(rank))
            // Nobody asks after them who goes before them: who is let in stays.
            if (!found.pools[kind].ask(rank)) {
                found.kind_of[rank] = kind;
                break;
            }
    return found;
}

} // namespace finsam
