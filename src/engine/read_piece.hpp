// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/fact.hpp>
#include <finsam/engine/piece.hpp>

#include <cstddef>
#include <cstdint>

namespace finsam {

/// What is on record about a row of a piece (uppgiftens läge).
[[nodiscard]] inline fact_state state_in(piece const& from, std::size_t row, std::size_t index)
{
    auto const& column = from.columns[index];
    bool const recorded = from.bit(column.recorded, row);
    bool const known = from.bit(column.known, row);
    return static_cast<fact_state>(int{recorded} * 2 + int{recorded != known});
}

/// The number that a row of a piece has; of a code its position in the column's list.
///
/// Precondition: the row has a value, which is no set.
[[nodiscard]] inline std::int32_t number_in(piece const& from, std::size_t row, std::size_t index)
{
    auto const& column = from.columns[index];
    std::uint32_t distance = 0;
    for (std::size_t k = 0; k < column.planes.size(); ++k)
        distance |= std::uint32_t{from.bit(column.planes[k], row)} << k;
    if (!column.codes.empty())
        return column.codes[distance];
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(column.base) + distance);
}

} // namespace finsam
