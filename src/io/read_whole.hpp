// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

namespace finsam::io {

/// Reads a whole number of 32 bits as JSON writes it, and steps over it (heltal).
///
/// Returns: whether there is one; what follows it is the caller's to look at.
[[nodiscard]] inline bool read_whole(char const*& at, char const* end, std::int32_t& found) noexcept
{
    bool const negative = at != end && *at == '-';
    at += negative ? 1 : 0;
    auto const* const first = at;
    std::int64_t value = 0;
    while (at != end && at - first < 11 && static_cast<unsigned char>(*at - '0') < 10)
        value = value * 10 + (*at++ - '0');
    if (at == first || at - first > 10 || (*first == '0' && at - first > 1))
        return false;
    value = negative ? -value : value;
    found = static_cast<std::int32_t>(value);
    return found == value;
}

} // namespace finsam::io
