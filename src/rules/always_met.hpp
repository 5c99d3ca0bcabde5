// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "rules/checking.hpp"
#include "rules/possible.hpp"

namespace finsam::checking {

/// Tells `always_met` for each leaf that every value meets, none aside, from some day of the plan's
/// period on to the last on which the leaf is in force; and sets it aside, so that nothing that
/// only follows from it is told.
///
/// Complexity: O(leaves · days on which something changes).
void tell_always_met(state& in, estimator& estimated);

} // namespace finsam::checking
