// SPDX-License-Identifier: BSL-1.0
#include "assign.hpp"

#include <optional>

namespace finsam {

std::vector<std::uint32_t> deferred_acceptance(market& offered, wish_lists const& wishes,
                                               std::vector<std::uint32_t> const& row_of)
{
    std::vector<std::size_t> next(wishes.first.begin(), wishes.first.end() - 1);
    std::vector<std::uint32_t> held(row_of.size(), no_kind);
    for (std::uint32_t rank = 0; rank < row_of.size(); ++rank) {
        std::optional<std::uint32_t> asking = rank;
        while (asking) {
            auto const row = row_of[*asking];
            held[row] = no_kind;
            while (next[row] < wishes.first[row + 1] && held[row] == no_kind)
                held[row] = wishes.all[next[row]++].kind;
            if (held[row] == no_kind)
                break;
            auto& kind = offered.kinds()[held[row]];
            asking = kind.choice.ask(*asking, offered.reserves_for(kind, row));
        }
    }
    return held;
}

} // namespace finsam
