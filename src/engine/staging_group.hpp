// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace finsam {

/// Rows that are sliced at once, a bit of a word each; those of a staging lie together (radgrupp).
inline constexpr std::size_t group_rows = 64;

} // namespace finsam
