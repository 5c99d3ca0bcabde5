// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/certificate.hpp>

#include <vector>

namespace finsam {

/// Checks a certificate against the plan, the people and the placements of a matching (verifiera).
///
/// Shares no code with what made either: it reads turns, lists and reserves as `audit` does. What
/// must hold is what `certificate` says; a cut-off is right if the pool, choosing among those it
/// has and one more, would take whom it says and nobody later, and a certificate says nothing about
/// reserves that nobody who listed the pool may use. Prices need not be those of `certify`, if they
/// prove the same.
///
/// A certificate that is accepted shows by itself that nobody is passed over, no wanted seat empty
/// and no reserve ignored, or that coverage or fit is best. Whether a stable matching is the best
/// for people, and whether incumbents are recorded in their places, is for `audit` to say.
///
/// Returns: nothing, or a `wrong_certificate` for each pool with its cut-off, closing or price,
///          first, and then for each person whose place does not follow.
/// Complexity: O(people · criteria), then O(people log people + listed interventions · log sets of
///             reserves), and for each cut-off O(seats · reserves).
[[nodiscard]] FINSAM_EXPORT std::vector<finding> verify(engine const& compiled,
                                                        people const& caseload,
                                                        matching const& proposed,
                                                        certificate const& shown);

} // namespace finsam
