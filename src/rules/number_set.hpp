// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace finsam::checking {

/// A time after a date.
///
/// Units: months or days; a year is twelve months.
struct time_after
{
    std::int64_t count = 0;
    time_unit unit{};
    counting counted{};

    friend bool operator==(time_after const&, time_after const&) = default;
};

/// Numbers, days, or positions among the values of a choice.
///
/// `reached` and `not_reached` say of the day what holds on every reference date, so that two that
/// exclude each other are seen to do so without looking at each date.
struct number_set
{
    /// Both ends included; ascending, with gaps between.
    std::vector<std::pair<std::int64_t, std::int64_t>> ranges{};
    std::vector<time_after> reached{};
    std::vector<time_after> not_reached{};
    bool none = false;

    friend bool operator==(number_set const&, number_set const&) = default;
};

/// About how long looking at it takes: ranges and times.
[[nodiscard]] inline std::size_t size_of(number_set const& one)
{
    return 1 + one.ranges.size() + 4 * (one.reached.size() + one.not_reached.size());
}

/// Whether nothing is in it; what is in both; what is in either.
[[nodiscard]] bool is_empty(number_set const& one);
[[nodiscard]] number_set intersect(number_set const& a, number_set const& b);
[[nodiscard]] number_set unite(number_set const& a, number_set const& b);

} // namespace finsam::checking
