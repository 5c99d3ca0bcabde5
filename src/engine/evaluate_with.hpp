// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/evaluate.hpp>

#include "detail/pack.hpp"

namespace finsam {

/// How many threads answer: at most as many as are asked for, or 0 for as many as are worth it,
/// where each piece takes so many steps.
[[nodiscard]] std::size_t threads_worth(std::size_t pieces, std::size_t steps, std::size_t wanted);

/// `evaluate` and `count_answers` with given loops, which every processor's must agree on; without
/// asking for a mandate (pröva med givna slingor).
///
/// Precondition: this processor can run the loops.
[[nodiscard]] eligibility evaluate_with(detail::pack const& loops, engine const& compiled,
                                        people const& caseload, std::size_t threads);
[[nodiscard]] tally count_with(detail::pack const& loops, engine const& compiled,
                               people const& caseload, std::size_t threads);

} // namespace finsam
