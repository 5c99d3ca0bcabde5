// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/columns.h>
#include <finsam/engine/own_columns.hpp>
#include <finsam/model/fact_declaration.hpp>

#include "c/mistakes.hpp"

#include <string>

namespace finsam::c {

/// The values of a column, as what the caller says that they are (värden).
///
/// Errors: throws `wrong_use` for NULL, for another size than numbers have and for an address that
///         they cannot have.
[[nodiscard]] decltype(own_column::values) read_values(finsam_column const& given,
                                                       std::string const& name);

/// Looks for numbers that are none of the fact's values, in memory of the fact's kind; of other
/// memory `fit_columns` tells.
///
/// Errors: `bad_value` into `found` for each, with its row.
/// Complexity: O(people).
void check_values(fact_declaration const& about, own_column const& given,
                  std::string const& pointer, mistakes& found);

} // namespace finsam::c
