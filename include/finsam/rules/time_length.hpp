// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include <chrono>
#include <cstdint>
#include <utility>

namespace finsam {

/// A number of years, months or days, written out or by a parameter's name (tidslängd).
///
/// Example: `years{30}`, `in_years(parameter_named("young-until"))`.
struct time_length
{
    amount count;
    time_unit unit = time_unit::years;

    time_length(std::chrono::years n)
        : count{std::int64_t{n.count()}}
        , unit{time_unit::years}
    {}
    time_length(std::chrono::months n)
        : count{std::int64_t{n.count()}}
        , unit{time_unit::months}
    {}
    time_length(std::chrono::days n)
        : count{std::int64_t{n.count()}}
        , unit{time_unit::days}
    {}
    time_length(parameter_reference n, time_unit in)
        : count{std::move(n)}
        , unit{in}
    {}
};

[[nodiscard]] inline time_length in_years(parameter_reference n)
{
    return {std::move(n), time_unit::years};
}
[[nodiscard]] inline time_length in_months(parameter_reference n)
{
    return {std::move(n), time_unit::months};
}
[[nodiscard]] inline time_length in_days(parameter_reference n)
{
    return {std::move(n), time_unit::days};
}

} // namespace finsam
