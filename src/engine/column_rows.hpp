// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "detail/slice.hpp"

#include <cstddef>
#include <cstdint>

namespace finsam {

/// A column as rows, before it becomes planes (kolumn på väg in).
struct column_rows
{
    enum class form : std::uint8_t
    {
        bytes,   ///< a number in a byte
        numbers, ///< a number in 32 bits
        lanes, ///< a set, eight values a byte; the bytes of the next eight follow those of a group
        words  ///< a set of at most 64 values in a word
    };
    form stands{};
    bool is_code = false;                ///< the numbers are codes, which a piece numbers again
    std::size_t values = 0;              ///< of a set; of bytes the numbers are below it
    detail::row_groups states{};         ///< a `fact_state` in a byte
    detail::row_groups at{};             ///< the values themselves
    std::uint64_t const* seen = nullptr; ///< members that somebody may have; of lanes
};

/// The 64 rows of a group.
[[nodiscard]] inline unsigned char const* rows_of(detail::row_groups const& from, std::size_t group)
{
    return from.last != nullptr && group + 1 == from.count ? from.last
                                                           : from.first + group * from.stride;
}

} // namespace finsam
