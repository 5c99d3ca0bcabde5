// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "audit_choice.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam::audited {

/// Somebody who has a seat in a pool, or likes it better than what they have.
struct claimant
{
    std::size_t person = 0;
    usable_reserves uses{};
    bool holds = false;
};

/// A pool of a stable matching.
struct contested_pool
{
    std::int64_t seats = 0;
    std::vector<reserve> reserved{};
    std::vector<claimant> in_turn{};
};

/// `person` could have the seat of `by` in the pool.
struct exchange
{
    std::size_t person = 0;
    std::size_t pool = 0; ///< position among the pools
    std::size_t by = 0;
};

/// Exchanges of seats that would suit all who take part in them and that the pools would agree to;
/// none where the matching is the one that is best for people of all stable ones.
///
/// If somebody leaves a pool, it would choose at most one in their stead of those who like it
/// better; following whom each would make room for leads in a circle or to an end. Circles are what
/// stands between a stable matching and the best one (A. Erdil, H. Ergin, What's the matter with
/// tie-breaking?, 2008, for plain priorities). With reserves that is an observation: it agreed with
/// the enumeration of all stable matchings in every one of thousands of small markets.
///
/// Precondition: the matching is stable; nobody holds two seats.
/// Complexity: for each pool with reserves O(seats · (seats + sets of reserves in use) · reserves).
[[nodiscard]] std::vector<exchange> exchanges(std::vector<contested_pool> const& pools,
                                              std::size_t people);

} // namespace finsam::audited
