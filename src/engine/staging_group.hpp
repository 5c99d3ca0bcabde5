// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace finsam {

/// Rows of a staging that lie together and are sliced at once, a bit of a word each (radgrupp).
inline constexpr std::size_t group_rows = 64;

} // namespace finsam
