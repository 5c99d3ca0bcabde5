// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finsam::detail {

/// Days since 1970-01-01; fits 32 bits for every date of the format.
[[nodiscard]] constexpr std::int32_t to_days(std::chrono::year_month_day day)
{
    return static_cast<std::int32_t>(std::chrono::sys_days{day}.time_since_epoch().count());
}

[[nodiscard]] constexpr std::chrono::year_month_day from_days(std::int32_t days)
{
    return std::chrono::sys_days{std::chrono::days{days}};
}

/// Reads `YYYY-MM-DD`, 0001-01-01 to 9999-12-31, if the day exists.
[[nodiscard]] constexpr std::optional<std::chrono::year_month_day> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return {};
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++part;
            continue;
        }
        if (text[i] < '0' || text[i] > '9')
            return {};
        parts[part] = parts[part] * 10 + (text[i] - '0');
    }
    std::chrono::year_month_day const day{std::chrono::year{parts[0]},
                                          std::chrono::month{static_cast<unsigned>(parts[1])},
                                          std::chrono::day{static_cast<unsigned>(parts[2])}};
    if (parts[0] < 1 || !day.ok())
        return {};
    return day;
}

/// `YYYY-MM-DD`.
[[nodiscard]] inline std::string to_string(std::chrono::year_month_day day)
{
    std::string text = "0000-00-00";
    auto const write = [&](std::size_t first, std::size_t width, unsigned number) {
        for (auto at = first + width; at-- > first; number /= 10)
            text[at] = static_cast<char>('0' + number % 10);
    };
    write(0, 4, static_cast<unsigned>(int(day.year())));
    write(5, 2, unsigned(day.month()));
    write(8, 2, unsigned(day.day()));
    return text;
}

} // namespace finsam::detail
