// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "column_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// The position of each row's code among `codes`, which become the distinct ones of the rows that
/// have one, in ascending order (kodernas platser). Other rows have any number.
///
/// Complexity: O(rows + largest number), or O(rows · log rows) where that is large.
[[nodiscard]] std::vector<std::int32_t> code_positions(column_rows const& from,
                                                       std::vector<std::int32_t>& codes);

} // namespace finsam
