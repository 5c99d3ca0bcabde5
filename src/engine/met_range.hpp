// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/fact.hpp>

#include "staging_group.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>

namespace finsam {

/// The numbers that were met, both ends included; empty while none was.
struct met_range
{
    std::int32_t low = std::numeric_limits<std::int32_t>::max();
    std::int32_t high = std::numeric_limits<std::int32_t>::min();
};

/// The smallest and largest number among those of 64 that have one. Nothing branches on whether
/// they have, so that the compiler can look at several at once.
inline void widen(met_range& all, std::int32_t const* numbers, unsigned char const* states,
                  std::uint64_t valid)
{
    if (valid == 0)
        return;
    auto low = all.low, high = all.high;
    for (std::size_t i = 0; i < group_rows; ++i) {
        auto const counts =
            -static_cast<std::int32_t>(states[i] == static_cast<unsigned char>(fact_state::value));
        auto const a = (numbers[i] & counts) | (std::numeric_limits<std::int32_t>::max() & ~counts);
        auto const b = (numbers[i] & counts) | (std::numeric_limits<std::int32_t>::min() & ~counts);
        low = a < low ? a : low;
        high = b > high ? b : high;
    }
    all = {low, high};
}

} // namespace finsam
