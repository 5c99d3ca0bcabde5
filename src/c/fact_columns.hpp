// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/columns.h>
#include <finsam/engine/own_columns.hpp>

#include "c/column_bits.hpp"
#include "c/mistakes.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace finsam::c {

/// The facts of the caller's columns, fit to an engine (uppgifter i kolumner).
///
/// Shape: `fitted` looks at the caller's memory, at `states` and at `codes`.
struct fact_columns
{
    std::vector<std::vector<fact_state>> states{};
    std::vector<std::vector<std::string>> codes{};
    own_columns fitted;
};

/// Reads the facts; what somebody has not consented to is withheld and not looked at.
///
/// Errors: throws `document_error` if anything is wrong with them, or with what `found` holds
///         already; `wrong_use`.
/// Complexity: O(people · columns).
[[nodiscard]] fact_columns read_facts(engine const& compiled, finsam_columns const& given,
                                      mistakes& found);

} // namespace finsam::c
