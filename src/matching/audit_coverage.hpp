// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "audit_reading.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace finsam::audited {

/// Somebody without a place who could have one: from the place on, by moves between places that
/// people want, a seat is open or is that of `by`, who comes later. `by` may be `nothing`.
struct uncovered
{
    std::uint32_t row = 0;
    std::uint32_t place = 0;
    std::uint32_t by = 0;
};

/// What is wrong with the set of people who have places, if it is to be the best by priority.
///
/// `open[place]` are seats that nobody has, `place_of[row]` the place somebody has, or `nothing`.
/// Such sets are the bases of a matroid: one that no single exchange makes better is the best.
///
/// Precondition: holders stand in order of their turn.
/// Complexity: O(wishes + places · log places).
/// Source: J. Edmonds, Matroids and the greedy algorithm (1971).
[[nodiscard]] std::vector<uncovered> not_best(reading const& read,
                                              std::span<std::int64_t const> open,
                                              std::span<std::uint32_t const> place_of,
                                              turn_order before);

} // namespace finsam::audited
