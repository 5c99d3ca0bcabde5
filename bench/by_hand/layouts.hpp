// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "stores.hpp"

namespace by_hand {

/// The columns of twenty.plan.json by somebody who has seen what is in them: dates fit in sixteen
/// bits from 1900 on, numbers in three to seven.
inline constexpr layout layouts[28] = {
    {1, 3, 0},          // municipality
    {2, 16, first_day}, // waiting_since
    {1, 1, 0},          // completed: rules ask for the first value alone
    {1, 1, 0},          // in_work
    {1, 1, 0},          // wants_work
    {1, 1, 0},          // own_housing
    {1, 1, 0},          // driving_licence
    {1, 1, 0},          // disability_code
    {1, 1, 0},          // registered
    {1, 1, 0},          // care_contact
    {1, 1, 0},          // case_worker
    {2, 16, first_day}, // birth_date
    {2, 16, first_day}, // residence_since
    {2, 16, first_day}, // sick_since
    {2, 16, first_day}, // unemployed_since
    {2, 16, first_day}, // assistance_since
    {1, 7, 0},          // benefit_percent
    {1, 4, 0},          // assistance_months
    {1, 3, 0},          // children
    {1, 6, 0},          // hours_wanted
    {1, 3, 0},          // schooling
    {1, 3, 0},          // swedish
    {1, 3, 0},          // benefit
    {1, 3, 0},          // programme
    {1, 3, 0},          // language
    {1, 8, 0},          // barriers
    {1, 4, 0},          // support_from
    {1, 5, 0},          // district: the ones that rules name
};

} // namespace by_hand
