// SPDX-License-Identifier: BSL-1.0
#include "rules/value_set.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/rules/schema.hpp>

#include <cstdint>
#include <limits>

namespace finsam::checking {

namespace {

std::int64_t last_position(fact_declaration const& fact)
{
    return static_cast<std::int64_t>(fact.values.size()) - 1;
}

} // namespace

value_set every_value(fact_declaration const& fact)
{
    using namespace std::chrono;
    switch (fact.kind) {
    case fact_kind::boolean:
        return number_set{.ranges = {{0, 1}}};
    case fact_kind::integer:
        return number_set{.ranges = {{std::numeric_limits<std::int32_t>::min(),
                                      std::numeric_limits<std::int32_t>::max()}},
                          .none = true};
    case fact_kind::date:
        return number_set{.ranges = {{detail::to_days(year{1} / January / 1),
                                      detail::to_days(year{9999} / December / 31)}},
                          .none = true};
    case fact_kind::choice:
        return number_set{.ranges = {{0, last_position(fact)}}, .none = !fact.ordered};
    case fact_kind::code:
        // The one code that is never none is who is responsible for the person.
        return code_set{.all_but = true, .none = fact.name != reserved_keys[1]};
    case fact_kind::set:
        return member_sets{.required = member_sets::members(fact.values.size()),
                           .forbidden = member_sets::members(fact.values.size()),
                           .most = static_cast<std::int64_t>(fact.values.size())};
    }
    return {};
}

bool is_empty(value_set const& one)
{
    return std::visit([](auto const& some) { return is_empty(some); }, one);
}

std::size_t size_of(value_set const& one)
{
    return std::visit([](auto const& some) { return size_of(some); }, one);
}

value_set intersect(value_set const& a, value_set const& b)
{
    return std::visit(
        [&]<class T>(T const& some) -> value_set { return intersect(some, std::get<T>(b)); }, a);
}

value_set unite(value_set const& a, value_set const& b)
{
    return std::visit(
        [&]<class T>(T const& some) -> value_set { return unite(some, std::get<T>(b)); }, a);
}

} // namespace finsam::checking
