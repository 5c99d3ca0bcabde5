// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/priority.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// Rows in the common order of priority. A reader refuses an id that stands twice; should one, the
/// first row goes first.
///
/// Complexity: O(people · log people).
[[nodiscard]] std::vector<std::uint32_t> ranked(std::vector<priority> const& by_row,
                                                std::size_t threads = 0);

} // namespace finsam
