// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/match.hpp>

#include <string>

namespace finsam {

/// What `match` proposes, without asking for a mandate for placement.
///
/// For counts that need a matching and tell nobody's place: gap lists may be asked for with any
/// mandate, see `gaps`.
[[nodiscard]] matching propose(engine const& compiled, people const& caseload,
                               eligibility const& eligible, std::string mandate,
                               std::size_t threads = 0);

} // namespace finsam
