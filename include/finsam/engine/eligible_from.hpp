// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/person.hpp>

#include <cstddef>
#include <optional>

namespace finsam {

/// The first day, from the engine's date on, on which an intervention suits somebody if nothing
/// about them changes but time: birthdays, days of sick leave, rules and parameters that come into
/// force (behörig från och med).
///
/// Returns: nothing if no such day lies in the plan's period.
/// Precondition: the person has the engine's columns, withheld facts erased; `intervention` is a
///               position in the plan's list, of an individual one.
/// Complexity: the plan is compiled for each day on which something that the rule asks about
///             changes, until one suits.
[[nodiscard]] FINSAM_EXPORT std::optional<date>
eligible_from(engine const& compiled, person const& someone, std::size_t intervention);

} // namespace finsam
