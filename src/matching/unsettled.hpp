// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/assess.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/matching/match.hpp>

#include <vector>

namespace finsam {

/// The answers that keep somebody undetermined, with the facts that would settle them (oklara
/// svar).
///
/// Shape: one for each of the person's interventions, in their order.
[[nodiscard]] std::vector<answer> unsettled(engine const& compiled, people const& caseload,
                                            undetermined_person const& one);

} // namespace finsam
