// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>
#include <finsam/model/fact_declaration.hpp>
#include <finsam/model/period.hpp>

#include "rules/value_set.hpp"

namespace finsam::checking {

/// Days in a row, both included.
struct days_in_a_row
{
    date first{};
    date last{};
};

/// The values for which a leaf is yes, or those for which it is no, on some of the days.
///
/// A recorded fact is a value or none: nothing is unknown here. Exact for a single day.
///
/// Precondition: the leaf fits the fact, and parameters have been replaced by their numbers.
[[nodiscard]] value_set values_for_yes(leaf const& asked, fact_declaration const& fact,
                                       days_in_a_row days);
[[nodiscard]] value_set values_for_no(leaf const& asked, fact_declaration const& fact,
                                      days_in_a_row days);

/// Whether every value meets the leaf, none aside, on the day.
///
/// `is_none` of something that may be none is not meant: it asks whether there is a value at all.
[[nodiscard]] bool is_always_met(leaf const& asked, fact_declaration const& fact, date day);

} // namespace finsam::checking
