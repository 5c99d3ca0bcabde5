// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/program.hpp>
#include <finsam/model/plan.hpp>
#include <finsam/rules/schema.hpp>

namespace finsam {

/// Lowers a checked plan for one date: parameters, rule references and dates become numbers.
///
/// Precondition: `check(agreed, as_of)` has no error.
/// Complexity: O(criteria reached by what is in force · log tests).
[[nodiscard]] program lower(plan const& agreed, schema const& vocabulary, date as_of);

} // namespace finsam
