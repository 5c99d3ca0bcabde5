// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/model/plan.hpp>

#include <string>

namespace finsam {

/// JSON Schemas of the documents that are read here, for editors that complete and check while one
/// writes (JSON-schema).
///
/// They are made from the descriptions that the readers use, and refuse what is wrong with the form
/// of a document: keys, types, patterns, ranges. What it takes the whole plan to see, only reading
/// tells: names of nothing, cycles, periods that overlap, the act.
///
/// Returns: a schema of draft 2020-12 with a line end, laid out as `write_plan` lays out a plan.

/// Of a plan document.
[[nodiscard]] FINSAM_EXPORT std::string plan_json_schema();

/// Of one line of a people file, whatever the plan: any fact with any value.
[[nodiscard]] FINSAM_EXPORT std::string people_json_schema();

/// The same for one plan: its facts with their values, its interventions, its organisations.
///
/// Precondition: the plan is checked.
[[nodiscard]] FINSAM_EXPORT std::string people_json_schema(plan const& agreed);

/// Of a file of cases, whatever its plan.
[[nodiscard]] FINSAM_EXPORT std::string cases_json_schema();

/// The same for the cases of one plan, on whatever date.
///
/// Precondition: the plan is checked.
[[nodiscard]] FINSAM_EXPORT std::string cases_json_schema(plan const& agreed);

} // namespace finsam
