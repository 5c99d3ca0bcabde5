// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/priority.hpp>

#include "wish_lists.hpp"

#include <cstdint>
#include <vector>

/// The policies: who gets which kind of place (fördelning).
///
/// `row_of` are the rows in the common order of priority. Each returns the kind of place that a row
/// holds in the end, or `no_kind`, and leaves in the pools of the market whom they admitted.
namespace finsam {

/// `stable`: person-proposing deferred acceptance.
///
/// Each asks for what they like best of what has not turned them away; the pool keeps whom it would
/// choose among all who have asked, and whoever is turned away asks on. Neither the order in which
/// people ask nor who asks on first changes the outcome.
///
/// Complexity: O(wishes · log seats) without reserves, see `pool_choice::ask`.
/// Source: D. Gale, L. S. Shapley, College admissions and the stability of marriage (1962).
[[nodiscard]] std::vector<std::uint32_t>
deferred_acceptance(market& offered, wish_lists const& wishes,
                    std::vector<std::uint32_t> const& row_of);

/// `serial`: one by one in order of priority, each takes the first open seat on the list.
///
/// Precondition: no pool has reserves.
/// Complexity: O(wishes).
[[nodiscard]] std::vector<std::uint32_t> serial_choice(market& offered, wish_lists const& wishes,
                                                       std::vector<std::uint32_t> const& row_of);

/// `coverage`: the set of people who get a place is the best by priority, and so the largest.
///
/// In order of priority everyone is let in for whom a seat can be made free by moving others
/// between the places that they want too. Nobody who has been let in loses their seat.
///
/// Precondition: no pool has reserves.
/// Complexity: O(wishes · log kinds) and for each person let in O(kinds reached and their edges);
///             a kind from which no seat can be reached is never looked at again.
/// Source: J. Edmonds, D. R. Fulkerson, Transversals and matroid partition (1965).
[[nodiscard]] std::vector<std::uint32_t> best_coverage(market& offered, wish_lists const& wishes,
                                                       std::vector<std::uint32_t> const& row_of);

/// `fit`: the most people placed tier by tier, then the smallest sum of positions.
///
/// Precondition: no pool has reserves.
/// Complexity: see `best_fit`.
[[nodiscard]] std::vector<std::uint32_t> assign_fit(market& offered, wish_lists const& wishes,
                                                    std::vector<std::uint32_t> const& row_of,
                                                    std::vector<priority> const& by_row);

} // namespace finsam
