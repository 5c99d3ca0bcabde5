// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include <chrono>
#include <cstdint>

namespace finsam {

/// The day from which an anniversary of `day` counts as reached (dagen då tiden har gått).
///
/// Precondition: 0 <= count, within the limits of `anniversary`.
/// Source: SFS 1930:173 1 §: where the day does not exist, the month's last day stands for it.
[[nodiscard]] constexpr date day_reached(date day, std::int64_t count, time_unit unit,
                                         counting counted)
{
    using namespace std::chrono;
    auto const clamped = [](year_month_day one) {
        return one.ok() ? one : year_month_day{one.year() / one.month() / last};
    };
    date reached = day;
    switch (unit) {
    case time_unit::years:
        reached = clamped(day + years{count});
        break;
    case time_unit::months:
        reached = clamped(day + months{count});
        break;
    case time_unit::days:
        reached = sys_days{day} + days{count};
        break;
    }
    switch (counted) {
    case counting::day:
        break;
    case counting::month:
        reached = reached.year() / reached.month() / 1;
        break;
    case counting::july:
        reached = reached.year() / July / 1;
        break;
    case counting::year:
        reached = reached.year() / January / 1;
        break;
    }
    return reached;
}

/// The last day whose anniversary is reached on `as_of`, in days since 1970-01-01; one before
/// 0001-01-01 if there is none.
///
/// `day_reached` never falls as the day rises, so one threshold says it all and a binary search
/// finds it.
///
/// Complexity: 22 steps.
[[nodiscard]] std::int32_t last_day_reached(std::int64_t count, time_unit unit, counting counted,
                                            date as_of);

} // namespace finsam
