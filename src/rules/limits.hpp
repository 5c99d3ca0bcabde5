// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>

namespace finsam::checking {

/// The whole numbers that are allowed somewhere, both ends included (gränser).
struct limits
{
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();

    friend bool operator==(limits const&, limits const&) = default;
};

/// Those of a fact that is an integer.
inline constexpr limits signed_32_bit{std::numeric_limits<std::int32_t>::min(),
                                      std::numeric_limits<std::int32_t>::max()};

/// Those of a number that a fact is compared with.
[[nodiscard]] constexpr limits limits_of(comparator compare)
{
    return compare == comparator::count_at_least ? limits{.least = 1} : signed_32_bit;
}

/// Those of a number of years, months or days.
[[nodiscard]] constexpr limits limits_of(time_unit unit)
{
    switch (unit) {
    case time_unit::years:
        return {0, 1'000};
    case time_unit::months:
        return {0, 12'000};
    case time_unit::days:
        return {0, 400'000};
    }
    return {};
}

/// Those of how many criteria of a group must be met.
inline constexpr limits limits_of_count{.least = 0};

/// Units: characters.
inline constexpr std::size_t longest_code = 32;

inline constexpr std::size_t most_values_of_a_set = 64;

} // namespace finsam::checking
