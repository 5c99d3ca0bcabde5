// SPDX-License-Identifier: BSL-1.0
#include "rules/threshold.hpp"

#include <finsam/detail/calendar.hpp>

namespace finsam {

std::int32_t last_day_reached(std::int64_t count, time_unit unit, counting counted, date as_of)
{
    using namespace std::chrono;
    auto low = detail::to_days(year{1} / January / 1) - 1;       // nothing or reached
    auto high = detail::to_days(year{9999} / December / 31) + 1; // not reached or past the calendar
    while (high - low > 1) {
        auto const middle = low + (high - low) / 2;
        if (day_reached(detail::from_days(middle), count, unit, counted) <= as_of)
            low = middle;
        else
            high = middle;
    }
    return low;
}

} // namespace finsam
