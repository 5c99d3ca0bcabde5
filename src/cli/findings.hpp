// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/audit.hpp>

#include "cli/naming.hpp"
#include "cli/words.hpp"

#include <string>
#include <vector>

namespace finsam::cli {

/// What was found wrong with a matching, a line each under a heading (anmärkningar).
///
/// Precondition: there is something; the people they name exist.
[[nodiscard]] std::string findings_text(people const& caseload, std::vector<finding> const& all,
                                        naming const& name, speech const& say);

} // namespace finsam::cli
