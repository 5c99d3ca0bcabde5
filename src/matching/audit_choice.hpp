// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/intervention.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam::audited {

/// The reserves of its pool that an applicant may use, as positions in the pool's list.
using usable_reserves = std::vector<std::size_t>;

/// Whom a pool chooses, written down as the specification says it and with no thought of speed.
///
/// `applicants` stand in order of priority; `free` seats are held by no incumbent.
///
/// Returns: for each applicant whether they are chosen.
/// Complexity: O((applicants + seats) · reserves).
[[nodiscard]] std::vector<bool> chosen(std::int64_t free, std::vector<reserve> const& reserved,
                                       std::vector<usable_reserves> const& applicants);

} // namespace finsam::audited
