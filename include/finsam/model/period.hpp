// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/describe/class.hpp>

#include <chrono>
#include <optional>

namespace finsam {

/// A day of the calendar (datum).
using date = std::chrono::year_month_day;

/// The time in which something is in force, half-open: `to` is the first day after it (period).
///
/// Without `to` it has no end.
struct period
{
    date from{};
    std::optional<date> to{};

    friend bool operator==(period const&, period const&) = default;
};
BOOST_DESCRIBE_STRUCT(period, (), (from, to))

/// Whether the day lies in the period.
[[nodiscard]] inline bool contains(period const& when, date day)
{
    return when.from <= day && (!when.to || day < *when.to);
}

/// Whether something with this period, or with none of its own, is in force on the day.
[[nodiscard]] inline bool in_force(std::optional<period> const& when, date day)
{
    return !when || contains(*when, day);
}

/// Whether the two periods share a day.
[[nodiscard]] inline bool overlap(period const& a, period const& b)
{
    return (!a.to || b.from < *a.to) && (!b.to || a.from < *b.to);
}

} // namespace finsam
