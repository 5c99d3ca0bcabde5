// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace finsam::checking {

/// One thing naming another, both by number.
struct reference
{
    std::size_t from = 0;
    std::size_t to = 0;
};

/// The references without which nothing comes back to itself, a walk from the lowest number on.
///
/// Where one reference closes every circle of things that reach each other, it is told alone.
///
/// Returns: positions in the list, ascending.
/// Complexity: O(things + references) where there is no circle.
[[nodiscard]] std::vector<std::size_t> closing_references(std::size_t things,
                                                          std::span<reference const> references);

} // namespace finsam::checking
