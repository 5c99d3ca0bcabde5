// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/assess.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/matching/why_not.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/report/costs.hpp>
#include <finsam/report/gaps.hpp>
#include <finsam/report/helped.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// Results as JSON, in the form of the specification (resultat som JSON).
///
/// Each is one object on one line without a line end, keys in the order of the specification.

/// `{"errors", "warnings", "diagnostics"}`.
[[nodiscard]] FINSAM_EXPORT std::string to_json(diagnostics const& found);

/// `{"person", "as_of", "needs_groups", "tier", "best_tier", "interventions"}`.
[[nodiscard]] FINSAM_EXPORT std::string to_json(engine const& compiled, person const& someone,
                                                assessment const& assessed, language spoken);

/// `{"plan", "as_of", "mandate", "policy", "placements", …, "counts", "audit"}`.
///
/// Precondition: `proposed` is of these people.
[[nodiscard]] FINSAM_EXPORT std::string to_json(engine const& compiled, people const& caseload,
                                                matching const& proposed,
                                                std::vector<finding> const& findings);

/// Who takes a long text, a part after the other (mottagare).
struct text_sink
{
    void (*take)(void* whom, std::string_view part) = nullptr;
    void* whom = nullptr;
};

/// The same of a matching of so many that the text had better not be in memory at once.
FINSAM_EXPORT void write_json(engine const& compiled, people const& caseload,
                              matching const& proposed, std::vector<finding> const& findings,
                              text_sink to);

/// `{"plan", "as_of", "mandate", "needs_groups", "interventions", "between", "asking"}`; counts
/// from 1 to 4 are null and nobody is listed unless `exact`.
[[nodiscard]] FINSAM_EXPORT std::string to_json(engine const& compiled, people const& caseload,
                                                gap_report const& report, bool exact);

/// `{"person", "intervention", "as_of", "mandate", "why", "answer", "missing", "withheld",
/// "reasons", "proposed", "tier", "best_tier", "waited_days", "cutoff", "eligible_from",
/// "more_places"}`; `answer` is null where the intervention is not in force.
[[nodiscard]] FINSAM_EXPORT std::string to_json(engine const& compiled, people const& caseload,
                                                why_not const& found, std::string_view mandate,
                                                language spoken);

/// `{"plan", "as_of", "mandate", "policy", "pools": [{"intervention", "pool", "placed", "moved_up",
/// "displaced", "needs_groups", "sex"}]}`; counts from 1 to 4 are null unless `exact`, and where so
/// few are helped who they are.
[[nodiscard]] FINSAM_EXPORT std::string to_json(engine const& compiled,
                                                std::vector<pool_help> const& helped,
                                                std::string_view mandate, bool exact);
/// `{"plan", "as_of", "interventions", "without_cost", "total_ore", "contributions_ore",
/// "left_ore", "shares"}`; what is not stated is null.
[[nodiscard]] FINSAM_EXPORT std::string to_json(engine const& compiled, cost_report const& report);

} // namespace finsam
