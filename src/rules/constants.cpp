// SPDX-License-Identifier: BSL-1.0
#include "rules/constants.hpp"

#include <finsam/detail/calendar.hpp>

#include <boost/assert.hpp>

#include <algorithm>

namespace finsam {

std::int64_t position_of(fact_declaration const& fact, std::string_view value)
{
    auto const found = std::ranges::find(fact.values, value);
    BOOST_ASSERT(found != fact.values.end());
    return found - fact.values.begin();
}

std::int64_t number_of(fact_declaration const& fact, constant const& value)
{
    if (auto const* truth = std::get_if<bool>(&value))
        return *truth ? 1 : 0;
    if (auto const* number = std::get_if<amount>(&value))
        return std::get<std::int64_t>(*number);
    if (auto const* day = std::get_if<date>(&value))
        return detail::to_days(*day);
    return position_of(fact, std::get<std::string>(value));
}

} // namespace finsam
