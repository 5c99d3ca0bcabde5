// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "round.hpp"

#include <cstdint>
#include <variant>
#include <vector>

/// The policies: who gets which kind of place (fördelning).
namespace finsam {

/// Who has which kind of place in the end, and the pools with whom they admitted (utfall).
struct assignment
{
    std::vector<std::uint32_t> kind_of{}; ///< by rank, or no_kind
    std::vector<pool_choice> pools{};     ///< by kind
};

/// Nobody has a place yet.
[[nodiscard]] assignment nobody_placed(matching_round const& offered);

/// `stable`: person-proposing deferred acceptance.
///
/// Each asks for what they like best of what has not turned them away; the pool keeps whom it would
/// choose among all who have asked, and whoever is turned away asks on. Neither the order in which
/// people ask nor who asks on first changes the outcome; in order of priority few are turned away
/// after having been admitted.
///
/// Complexity: O(wishes · log seats) without reserves, see `pool_choice::ask`.
/// Source: D. Gale, L. S. Shapley, College admissions and the stability of marriage (1962).
///
/// `is_away`: by rank, who asks for nothing; nobody when it is empty.
[[nodiscard]] assignment deferred_acceptance(matching_round const& offered,
                                             std::vector<bool> const& is_away = {});

/// `serial`: one by one in order of priority, each takes the first open seat on the list.
///
/// Precondition: no pool has reserves.
/// Complexity: O(wishes).
[[nodiscard]] assignment serial_choice(matching_round const& offered);

/// `coverage`: the set of people who get a place is the best by priority, and so the largest.
///
/// In order of priority everyone is let in for whom a seat can be made free by moving others
/// between the places that they want too. Nobody who has been let in loses their seat.
///
/// Precondition: no pool has reserves.
/// Complexity: O(wishes · log kinds) and for each person let in O(kinds reached and their edges);
///             a kind from which no seat can be reached is never looked at again.
/// Source: J. Edmonds, D. R. Fulkerson, Transversals and matroid partition (1965).
[[nodiscard]] assignment best_coverage(matching_round const& offered);

/// `fit`: the most people placed tier by tier, then the smallest sum of positions.
///
/// Precondition: no pool has reserves.
/// Complexity: see `best_fit`.
[[nodiscard]] assignment assign_fit(matching_round const& offered);

/// What the policy gives.
[[nodiscard]] inline assignment assign(policy const& chosen, matching_round const& offered)
{
    struct by_policy
    {
        matching_round const& offered;

        assignment operator()(policies::stable) const { return deferred_acceptance(offered); }
        assignment operator()(policies::serial) const { return serial_choice(offered); }
        assignment operator()(policies::coverage) const { return best_coverage(offered); }
        assignment operator()(policies::fit) const { return assign_fit(offered); }
    };
    return std::visit(by_policy{offered}, chosen);
}

} // namespace finsam
