// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/match.hpp>

#include "io/json_line.hpp"

#include <optional>
#include <vector>

namespace finsam::io {

// Members that more than one document about a matching has.

/// `"plan"`, `"as_of"`, `"mandate"`, `"policy"`, `"placements"`.
void tell_proposals(json_line& out, engine const& compiled, people const& caseload,
                    matching const& proposed);

/// `"ok"`, `"findings"`.
void tell_findings(json_line& out, plan const& agreed, people const& caseload,
                   std::vector<finding> const& findings);

/// `"cutoff"`, null where none may be told.
void tell_cutoff(json_line& out, std::optional<cutoff> const& last);

} // namespace finsam::io
