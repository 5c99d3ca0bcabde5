// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>

#include <string>
#include <vector>

namespace finsam {

/// The municipalities whose residents a pool of the intervention serves, ascending.
///
/// A pool that names none serves what the others leave, so with it they serve the whole area.
///
/// Precondition: no two of its pools serve the same municipality.
[[nodiscard]] std::vector<std::string> municipalities_served(plan const& agreed,
                                                             intervention const& one);

} // namespace finsam
