// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "rules/checking.hpp"
#include "rules/possible.hpp"

namespace finsam::checking {

/// Tells `unsatisfiable` of what nobody can meet on any day it is in force, smallest things first
/// (ingen kan uppfylla).
///
/// Precondition: nothing is wrong with the rules, or with what they are about.
/// Complexity: bounded; what would have to be looked at for longer is not told.
void tell_what_nobody_can_meet(state& in, estimator estimated);

} // namespace finsam::checking
