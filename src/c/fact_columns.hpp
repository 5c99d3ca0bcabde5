// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/columns.h>
#include <finsam/engine/own_columns.hpp>

#include "c/column_bits.hpp"
#include "c/mistakes.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace finsam::c {

/// The facts of the caller's columns, fit to an engine (uppgifter i kolumner).
///
/// Shape: `fitted` looks at the caller's memory, at `states` and at `codes`; nothing unless the
///        columns fit.
struct fact_columns
{
    std::vector<std::vector<fact_state>> states{};
    std::vector<std::vector<std::string>> codes{};
    std::optional<own_columns> fitted{};
    std::optional<std::size_t> municipality{}; ///< the column of that fact

    /// Whether it is known that the person has no municipality on record. Of a column that cannot
    /// be read nothing is known.
    [[nodiscard]] bool lacks_municipality(std::size_t row) const
    {
        if (!municipality)
            return true;
        auto const& known = states[*municipality];
        return !known.empty() && known[row] != fact_state::value;
    }
};

/// Reads the facts; what somebody has not consented to is withheld and not looked at.
///
/// Errors: every mistake in them into `found`, for each value with its row. Throws `wrong_use`.
/// Complexity: O(people · columns).
[[nodiscard]] fact_columns read_facts(engine const& compiled, finsam_columns const& given,
                                      mistakes& found);

} // namespace finsam::c
