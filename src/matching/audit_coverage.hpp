// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace finsam::audited {

/// A pool as the search for a better set of people sees it.
struct covered_pool
{
    std::int64_t open = 0;              ///< seats that nobody has
    std::vector<std::size_t> holders{}; ///< in order of their turn
};

/// Somebody without a place who could have one: from the pool on, by moves between places that
/// people want, a seat is open or is that of `by`, who comes later.
struct uncovered
{
    std::size_t person = 0;
    std::size_t pool = 0;
    std::optional<std::size_t> by{};
};

/// What is wrong with the set of people who have places, if it is to be the best by priority.
///
/// `wanted[row]` are the pools that the person could have a seat in, best first; `place_of[row]`
/// the one they have; `turn_of[row]` their place in the order of priority, smaller first. Such sets
/// are the bases of a matroid: one that no single exchange makes better is the best.
///
/// Complexity: O(wishes).
/// Source: J. Edmonds, Matroids and the greedy algorithm (1971).
[[nodiscard]] std::vector<uncovered>
not_best(std::vector<covered_pool> const& pools,
         std::vector<std::vector<std::size_t>> const& wanted,
         std::vector<std::optional<std::size_t>> const& place_of,
         std::vector<std::size_t> const& turn_of);

} // namespace finsam::audited
