// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>
#include <finsam/model/fact_declaration.hpp>

#include <boost/dynamic_bitset.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <variant>
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
};

/// Codes: those listed, or all but those.
struct code_set
{
    std::set<std::string> codes{};
    bool all_but = false;
    bool none = false;
};

/// Sets of values: what each must hold, may not hold, and how many.
struct member_sets
{
    using members = boost::dynamic_bitset<>;

    members required{};
    members forbidden{};
    std::vector<members> some_of{};    ///< at least one of each
    std::vector<members> not_all_of{}; ///< not all of each
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool impossible = false;
};

/// The values that a fact may have for something to be so (möjliga värden).
///
/// Never too few; where sets are joined, sometimes too many.
using value_set = std::variant<number_set, code_set, member_sets>;

/// Everything that may be recorded about the fact, none included where it may be.
[[nodiscard]] value_set every_value(fact_declaration const& fact);

[[nodiscard]] bool is_empty(value_set const& one);

/// The values in both.
///
/// Precondition: both are about one fact; for `unite` too.
[[nodiscard]] value_set intersect(value_set const& a, value_set const& b);

/// The values in either.
[[nodiscard]] value_set unite(value_set const& a, value_set const& b);

} // namespace finsam::checking
