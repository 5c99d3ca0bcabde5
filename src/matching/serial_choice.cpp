// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"

namespace finsam {

std::vector<std::uint32_t> serial_choice(market& offered, wish_lists const& wishes,
                                         std::vector<std::uint32_t> const& row_of)
{
    std::vector<std::uint32_t> held(row_of.size(), no_kind);
    for (std::uint32_t rank = 0; rank < row_of.size(); ++rank) {
        auto const row = row_of[rank];
        for (auto const& wish : wishes.of(row)) {
            if (wish.kind == no_kind)
                continue;
            // Nobody asks after them who goes before them: who is let in stays.
            if (!offered.kinds()[wish.kind].choice.ask(rank)) {
                held[row] = wish.kind;
                break;
            }
        }
    }
    return held;
}

} // namespace finsam
