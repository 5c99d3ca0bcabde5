// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "gates.hpp"

#include <cstddef>
#include <vector>

namespace finsam {

/// The same gates (hopdragna grindar), those that one other gate of their kind asks for alone drawn
/// into it, and without those that nobody asks for.
///
/// The questions' rails are changed to the wires of what is returned.
[[nodiscard]] gates flattened(gates& from, std::size_t tests, std::vector<rails>& questions);

} // namespace finsam
