// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/certificate.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/matching/priority.hpp>

#include "round.hpp"

#include <cstdint>
#include <vector>

namespace finsam {

/// A matching, whoever made it, in the numbers of what was offered in its round (förslag i omgång).
///
/// Placements of incumbents, and in places that the plan does not have, are left out.
struct proposed_round
{
    proposed_round(engine const& compiled, people const& caseload, eligibility const& eligible,
                   matching const& proposed);

    [[nodiscard]] turn_mark mark_of(std::uint32_t rank) const
    {
        auto const& one = by_row[offered.row_of[rank]];
        return {one.tier, one.waited, one.tie};
    }

    std::vector<priority> by_row;
    matching_round offered;
    std::vector<std::vector<std::uint32_t>> holders; ///< by kind: ranks, ascending
    std::vector<std::uint32_t> kind_of;              ///< by rank, or no_kind
    std::vector<bool> is_placed;                     ///< by rank: also in what is not in force
};

} // namespace finsam
