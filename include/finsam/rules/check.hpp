// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/model/plan.hpp>

#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// Everything wrong with a plan, at once (kontroll av plan).
///
/// What depends on the day (rules and parameters in force) is checked on every day of the plan's
/// period on which something changes, or on `as_of` alone if one is given.
///
/// Returns: errors and warnings, each with a JSON Pointer into the plan's document, in the order of
///          the model; lines and columns are 0, a reader fills them in.
/// Errors:  every code of the plan's specification that a value, not its text, can violate.
/// Complexity: O((days on which something changes + 1) · criteria).
[[nodiscard]] FINSAM_EXPORT diagnostics check(plan const& agreed, std::optional<date> as_of = {});

/// The same for a plan of which parts could not be read.
///
/// `broken` holds the pointers that a reader has already reported, a missing key by the pointer it
/// would have had. What lies there or below is absent from the plan or a default (an item of a list
/// keeps its seat), and nothing that only follows from it is told again.
[[nodiscard]] FINSAM_EXPORT diagnostics check(plan const& agreed, std::optional<date> as_of,
                                              std::vector<std::string> const& broken);

} // namespace finsam
