// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/matching/match.hpp>

#include "cli/output.hpp"
#include "cli/words.hpp"

#include <vector>

namespace finsam::cli {

/// Writes a matching as text, a section after the other (förslaget i klartext).
///
/// Complexity: O(matching); a few rows of it are in memory at a time.
void write_text(engine const& compiled, people const& caseload, matching const& proposed,
                std::vector<finding> const& findings, speech const& say, output& to);

} // namespace finsam::cli
