// SPDX-License-Identifier: BSL-1.0
#include "rules/leaf_values.hpp"

#include "rules/constants.hpp"
#include "rules/threshold.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace finsam::checking {

namespace {

using range = std::pair<std::int64_t, std::int64_t>;

constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
constexpr auto highest = std::numeric_limits<std::int64_t>::max();

std::vector<range> numbers_of(fact_declaration const& fact, constant const& value)
{
    std::vector<range> all;
    if (auto const* numbers = std::get_if<std::vector<amount>>(&value))
        for (auto const& one : *numbers)
            all.emplace_back(std::get<std::int64_t>(one), std::get<std::int64_t>(one));
    else if (auto const* words = std::get_if<std::vector<std::string>>(&value))
        for (auto const& one : *words)
            all.emplace_back(position_of(fact, one), position_of(fact, one));
    else
        all.emplace_back(number_of(fact, value), number_of(fact, value));
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}

/// Everything between and beside the ranges.
std::vector<range> gaps_of(std::vector<range> const& ranges)
{
    std::vector<range> gaps;
    auto next = lowest;
    for (auto const& [low, high] : ranges) {
        if (low > next)
            gaps.emplace_back(next, low - 1);
        if (high == highest)
            return gaps;
        next = high + 1;
    }
    gaps.emplace_back(next, highest);
    return gaps;
}

time_after comparable(anniversary const& time)
{
    auto const count = std::get<std::int64_t>(time.count);
    // A year is twelve months to the day: both end in the same month, and where the day does not
    // exist there, on its last.
    return time.unit == time_unit::years ? time_after{count * 12, time_unit::months, time.counted}
                                         : time_after{count, time.unit, time.counted};
}

std::int64_t last_reached(anniversary const& time, date day)
{
    return last_day_reached(std::get<std::int64_t>(time.count), time.unit, time.counted, day);
}

number_set numbers(leaf const& asked, fact_declaration const& fact, bool wanted, days_in_a_row days)
{
    auto const& value = asked.value;
    auto const plain = [&](std::vector<range> yes) {
        return number_set{.ranges = wanted ? std::move(yes) : gaps_of(yes), .none = !wanted};
    };
    switch (asked.compare) {
    case comparator::is:
    case comparator::one_of:
        return plain(numbers_of(fact, value));
    case comparator::at_least:
    case comparator::on_or_after:
        return plain({{number_of(fact, value), highest}});
    case comparator::more_than:
    case comparator::after:
        return plain({{number_of(fact, value) + 1, highest}});
    case comparator::at_most:
    case comparator::on_or_before:
        return plain({{lowest, number_of(fact, value)}});
    case comparator::less_than:
    case comparator::before:
        return plain({{lowest, number_of(fact, value) - 1}});
    case comparator::is_none:
        return std::get<bool>(value) == wanted ? number_set{.none = true}
                                               : number_set{.ranges = {{lowest, highest}}};
    case comparator::reached:
    case comparator::not_reached: {
        auto const& time = std::get<anniversary>(value);
        number_set found{.none = !wanted};
        if ((asked.compare == comparator::reached) == wanted) {
            found.ranges = {{lowest, last_reached(time, days.last)}};
            found.reached = {comparable(time)};
        } else {
            found.ranges = {{last_reached(time, days.first) + 1, highest}};
            found.not_reached = {comparable(time)};
        }
        return found;
    }
    case comparator::contains:
    case comparator::contains_any:
    case comparator::contains_all:
    case comparator::count_at_least:
        BOOST_ASSERT(false); // they fit sets only
        break;
    }
    return {};
}

code_set codes(leaf const& asked, bool wanted)
{
    auto const& value = asked.value;
    if (asked.compare == comparator::is_none)
        return std::get<bool>(value) == wanted ? code_set{.none = true} : code_set{.all_but = true};
    code_set found{.all_but = !wanted, .none = !wanted};
    if (auto const* several = std::get_if<std::vector<std::string>>(&value))
        found.codes.insert(several->begin(), several->end());
    else
        found.codes.insert(std::get<std::string>(value));
    return found;
}

member_sets sets(leaf const& asked, fact_declaration const& fact, bool wanted)
{
    auto found = std::get<member_sets>(every_value(fact));
    auto const& value = asked.value;
    if (asked.compare == comparator::count_at_least) {
        auto const count = number_of(fact, value);
        (wanted ? found.least : found.most) = wanted ? count : count - 1;
        found.impossible = found.least > found.most;
        return found;
    }
    member_sets::members named(fact.values.size());
    for (auto const& [position, same] : numbers_of(fact, value))
        named.set(static_cast<std::size_t>(position));
    if (asked.compare == comparator::contains_all)
        wanted ? void(found.required = named) : found.not_all_of.push_back(named);
    else
        wanted ? found.some_of.push_back(named) : void(found.forbidden = named);
    return std::get<member_sets>(intersect(found, every_value(fact)));
}

value_set values(leaf const& asked, fact_declaration const& fact, bool wanted, days_in_a_row days)
{
    switch (fact.kind) {
    case fact_kind::code:
        return intersect(codes(asked, wanted), every_value(fact));
    case fact_kind::set:
        return sets(asked, fact, wanted);
    case fact_kind::boolean:
    case fact_kind::integer:
    case fact_kind::date:
    case fact_kind::choice:
        break;
    }
    return intersect(numbers(asked, fact, wanted, days), every_value(fact));
}

} // namespace

value_set values_for_yes(leaf const& asked, fact_declaration const& fact, days_in_a_row days)
{
    return values(asked, fact, true, days);
}

value_set values_for_no(leaf const& asked, fact_declaration const& fact, days_in_a_row days)
{
    return values(asked, fact, false, days);
}

bool is_always_met(leaf const& asked, fact_declaration const& fact, date day)
{
    auto refusing = values_for_no(asked, fact, {day, day});
    if (std::holds_alternative<member_sets>(refusing))
        return is_empty(refusing);
    auto const may_be_none = std::visit(
        [](auto const& all) {
            if constexpr (requires { all.none; })
                return all.none;
            else
                return false;
        },
        every_value(fact));
    if (asked.compare == comparator::is_none && may_be_none)
        return false;
    std::visit(
        [](auto& some) {
            if constexpr (requires { some.none; })
                some.none = false;
        },
        refusing);
    return is_empty(refusing);
}

} // namespace finsam::checking
