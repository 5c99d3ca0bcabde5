// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace finsam::audited {

/// Somebody who could have a seat in a pool, or move there to one that they like better, and the
/// whole would fit better: by moves between places that people want, a seat is open, or is that of
/// `by`.
struct misfit
{
    std::size_t person = 0;
    std::size_t pool = 0;
    std::optional<std::size_t> by{};
};

/// What is wrong with a placement if it is to be the best fit: the most people of the first tier
/// placed, then of the next …; of such placements, the smallest sum of positions in people's own
/// lists.
///
/// `open` are the seats of each pool that nobody has; `wanted[row]` the pools that the person could
/// have a seat in, best first; `place_of[row]` the one they have; `tier_of[row]` their tier, none
/// last. A placement is not the best exactly if some circle of moves makes it better, at most one
/// person coming in and one leaving. Those who sit where they did not want to are left there.
///
/// Complexity: O(wishes · log), and O(moves between pools) for each round of moves, of which there
///             are no more than pools.
/// Source: M. Klein, A primal method for minimal cost flows (1967); R. Bellman (1958).
[[nodiscard]] std::vector<misfit>
not_best_fit(std::vector<std::int64_t> const& open,
             std::vector<std::vector<std::size_t>> const& wanted,
             std::vector<std::optional<std::size_t>> const& place_of,
             std::vector<std::optional<std::int64_t>> const& tier_of);

} // namespace finsam::audited
