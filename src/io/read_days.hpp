// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstdint>

namespace finsam::io {

/// Reads the ten characters `YYYY-MM-DD` as days since 1970-01-01 (dagar).
///
/// The same dates as `detail::parse_date`, without making one: a line of people has several.
///
/// Returns: whether the day exists.
[[nodiscard]] constexpr bool read_days(char const* text, std::int32_t& days) noexcept
{
    auto const digit = [text](int at) { return static_cast<std::uint32_t>(text[at]) - '0'; };
    bool good = text[4] == '-' && text[7] == '-';
    for (int const at : {0, 1, 2, 3, 5, 6, 8, 9})
        good &= digit(at) < 10;
    if (!good)
        return false;
    auto const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    auto const month = digit(5) * 10 + digit(6);
    auto const day = digit(8) * 10 + digit(9);
    if (year == 0 || month - 1 > 11 || day == 0)
        return false;
    constexpr std::array<std::uint16_t, 13> before = {0,   31,  59,  90,  120, 151, 181,
                                                      212, 243, 273, 304, 334, 365};
    bool const leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    auto const length = before[month] - before[month - 1] + (month == 2 && leap ? 1 : 0);
    if (day > static_cast<std::uint32_t>(length))
        return false;
    auto const past = year - 1;
    auto const since_year_1 = past * 365 + past / 4 - past / 100 + past / 400 + before[month - 1]
                              + (month > 2 && leap ? 1 : 0) + day - 1;
    days = static_cast<std::int32_t>(since_year_1) - 719'162;
    return true;
}

} // namespace finsam::io
