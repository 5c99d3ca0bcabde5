// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "detail/slice.hpp"

#include <cstdint>
#include <vector>

namespace finsam {

/// The codes of a column's rows, which a piece numbers again (kodernas platser).
struct code_positions
{
    std::vector<std::int32_t> codes; ///< of those rows that have one: ascending, each once
    /// The position of each row's code among them; of rows that have none, anything. Empty where
    /// the codes have no gap: then a code's distance from the first is its position.
    std::vector<std::int32_t> of_rows;
};

/// `rows` are 32-bit numbers, from 0 where the state says that there is one; `range` is theirs.
///
/// Precondition: `range` is not empty.
/// Complexity: O(rows + width of the range), or O(rows · log rows) where that is wide.
[[nodiscard]] code_positions positions_of_codes(detail::row_groups const& rows,
                                                detail::row_groups const& states,
                                                detail::number_range range);

} // namespace finsam
