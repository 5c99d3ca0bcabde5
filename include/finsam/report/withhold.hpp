// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace finsam {

/// The smallest number of people above none that is told (minsta antal).
inline constexpr std::size_t smallest_told = 5;

/// A count of people as it may be told: 1 to 4 is nothing unless `exact` (små tal skyddas).
[[nodiscard]] constexpr std::optional<std::size_t> told_count(std::size_t count, bool exact)
{
    if (!exact && count > 0 && count < smallest_told)
        return {};
    return count;
}

/// The same as text: `<5` for what is not told.
[[nodiscard]] inline std::string told_text(std::size_t count, bool exact)
{
    auto const told = told_count(count, exact);
    return told ? std::to_string(*told) : "<" + std::to_string(smallest_told);
}

} // namespace finsam
