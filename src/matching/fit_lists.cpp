// SPDX-License-Identifier: BSL-1.0
#include "fit_lists.hpp"

#include <utility>

namespace finsam {

fit_lists::fit_lists(matching_round const& offered)
    : offered_(offered)
{
    for (auto const& kind : offered.kinds)
        seats_.push_back(kind.free);
    std::vector<std::uint32_t> last_listed(seats_.size(), no_kind); // by kind: by whom
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank) {
        for (auto const kind : offered.wishes(rank))
            if (std::exchange(last_listed[kind], rank) != rank)
                kinds_.push_back(kind);
        first_.push_back(kinds_.size());
    }
}

} // namespace finsam
