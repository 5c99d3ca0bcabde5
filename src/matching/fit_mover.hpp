// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

/// What a heap of `fit_network` keeps, in one number that compares as it should (flytt): a cost and
/// the option of the one who would move or leave. With equal costs the one who came first moves,
/// and the one who came last leaves.
///
/// Units: a cost fits in 32 bits with its sign.
namespace finsam {

inline constexpr std::int64_t mover_bias = std::int64_t{1} << 31;

[[nodiscard]] inline std::uint64_t packed(std::int64_t cost, std::uint32_t at)
{
    return static_cast<std::uint64_t>(cost + mover_bias) << 32 | at;
}

[[nodiscard]] inline std::int64_t cost_in(std::uint64_t entry)
{
    return static_cast<std::int64_t>(entry >> 32) - mover_bias;
}

[[nodiscard]] inline std::uint32_t option_in(std::uint64_t entry)
{
    return static_cast<std::uint32_t>(entry);
}

} // namespace finsam
