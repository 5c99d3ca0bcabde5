// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/audit.hpp>

#include "audit_lists.hpp"
#include "audit_places.hpp"
#include "audit_turn.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace finsam::audited {

/// Whom the matching gives the seats of one place.
struct seats
{
    std::int64_t incumbents = 0; ///< who hold a seat of it, recorded or not
    std::int64_t given = 0;      ///< to others
};

/// What the rules, the lists and the matching say about everybody, and what in it is wrong about
/// one person alone (läsning).
struct reading
{
    std::vector<finding> findings{};
    std::vector<turn> turns{};               ///< by row
    std::vector<std::uint32_t> company_of{}; ///< by row: position in `companies`

    company_list companies{};

    std::vector<seats> given{}; ///< by place
    lists holders{};            ///< by place: rows that sit there and are no incumbents
    lists wanting{};            ///< by place: rows that would rather sit there, or might

    /// By row: the places that they might have; with `coverage` and `fit` alone.
    lists might_have{};
};

/// Asks the rules about each person what must be known about them, and nothing else. With the
/// policies `stable` and `serial` somebody wants what they listed before what they got, with
/// `coverage` and `fit` all that they listed.
///
/// Complexity: O(people · criteria of needs groups), O(wishes · criteria).
[[nodiscard]] reading read(engine const& compiled, people const& caseload, matching const& proposed,
                           place_list const& places, std::size_t threads);

} // namespace finsam::audited
