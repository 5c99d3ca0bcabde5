// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace finsam::audited {

/// Circles of people who would each rather have the seat of the one before them, and whom the pools
/// would choose there (byten).
///
/// `successor[row]` is who comes next if the row's seat in its pool falls free, or `nothing`. If
/// somebody leaves a pool, it would choose at most one in their stead of those who like it better;
/// following whom each would make room for leads in a circle or to an end. Circles are what stands
/// between a stable matching and the best one (A. Erdil, H. Ergin, What's the matter with
/// tie-breaking?, 2008, for plain priorities). With reserves that is an observation: it agreed with
/// the enumeration of all stable matchings in every one of thousands of small markets.
///
/// Precondition: the matching is stable; nobody holds two seats.
/// Returns: those who would leave their seats to their successors.
/// Complexity: O(people).
[[nodiscard]] std::vector<std::uint32_t> circles(std::span<std::uint32_t const> successor);

} // namespace finsam::audited
