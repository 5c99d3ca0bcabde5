// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/fact_declaration.hpp>

#include "rules/code_set.hpp"
#include "rules/member_sets.hpp"
#include "rules/number_set.hpp"

#include <cstddef>
#include <variant>

namespace finsam::checking {

/// The values that a fact may have for something to be so (möjliga värden).
///
/// Never too few; where sets are joined, sometimes too many.
using value_set = std::variant<number_set, code_set, member_sets>;

/// Everything that may be recorded about the fact, none included where it may be.
[[nodiscard]] value_set every_value(fact_declaration const& fact);

[[nodiscard]] bool is_empty(value_set const& one);

/// About how long looking at it takes, in steps.
[[nodiscard]] std::size_t size_of(value_set const& one);

/// The values in both.
///
/// Precondition: both are about one fact; for `unite` too.
[[nodiscard]] value_set intersect(value_set const& a, value_set const& b);

/// The values in either.
[[nodiscard]] value_set unite(value_set const& a, value_set const& b);

} // namespace finsam::checking
