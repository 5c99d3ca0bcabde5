// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>

namespace finsam::detail {

/// The sum of two numbers that are not negative; the largest there is where it would be larger.
///
/// A plan may promise more places than a number holds.
[[nodiscard]] constexpr std::int64_t saturating_sum(std::int64_t a, std::int64_t b)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    return a > most - b ? most : a + b;
}

/// Their product; the largest number there is where it would be larger.
[[nodiscard]] constexpr std::int64_t saturating_product(std::int64_t a, std::int64_t b)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    return a != 0 && b > most / a ? most : a * b;
}

} // namespace finsam::detail
