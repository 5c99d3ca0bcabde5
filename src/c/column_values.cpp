// SPDX-License-Identifier: BSL-1.0
#include "c/column_values.hpp"

#include <finsam/detail/calendar.hpp>

#include "c/guarded.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace finsam::c {
namespace {

/// The numbers that stand for values, both ends among them; none if `last` is before `first`.
struct number_range
{
    std::int64_t first = 0;
    std::int64_t last = 0;
};

/// Precondition: the fact is no set.
number_range numbers_of(fact_declaration const& about, std::size_t codes)
{
    using namespace std::chrono;
    switch (about.kind) {
    case fact_kind::boolean:
        return {0, 1};
    case fact_kind::choice:
        return {0, static_cast<std::int64_t>(about.values.size()) - 1};
    case fact_kind::code:
        return {0, static_cast<std::int64_t>(codes) - 1};
    case fact_kind::date: // as the format has them: of others nothing could be told
        return {detail::to_days(year{1} / January / 1),
                detail::to_days(year{9999} / December / 31)};
    case fact_kind::integer:
    case fact_kind::set:
        break;
    }
    return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
}

/// What is wrong with a number that is none of the fact's values. It is not repeated itself, as
/// when people are read.
std::string refusal_of(fact_declaration const& about)
{
    return "`" + about.name
           + (about.kind == fact_kind::date ? "` is not a date of the calendar"
                                            : "` has a number that is none of its values");
}

std::string hint_for(fact_kind kind)
{
    switch (kind) {
    case fact_kind::boolean:
        return "0 is false and 1 is true";
    case fact_kind::choice:
        return "they are counted from 0 in the order of the plan";
    case fact_kind::code:
        return "they are counted from 0 in the order of `codes`";
    case fact_kind::date:
        return "dates go from 0001-01-01 to 9999-12-31, in days since 1970-01-01";
    case fact_kind::set:
        return "bit i is for value i, counted from 0 in the order of the plan";
    case fact_kind::integer:
        break;
    }
    return {};
}

} // namespace

decltype(own_column::values) read_values(finsam_column const& given, std::string const& name)
{
    auto const read = [&]<class Number>(Number const* first) {
        return std::span<Number const>{
            given.value_count == 0 ? nullptr : given_numbers(first, name + "/values"),
            given.value_count};
    };
    if (given.value_size == sizeof(std::uint8_t))
        return read(static_cast<std::uint8_t const*>(given.values));
    if (given.value_size == sizeof(std::int32_t))
        return read(static_cast<std::int32_t const*>(given.values));
    if (given.value_size == sizeof(std::uint64_t))
        return read(static_cast<std::uint64_t const*>(given.values));
    throw wrong_use{"/" + name + "/value_size",
                    "no value has " + std::to_string(given.value_size) + " bytes",
                    "it is 1, 4 or 8"};
}

void check_values(fact_declaration const& about, own_column const& given,
                  std::string const& pointer, mistakes& found)
{
    auto const check = [&](auto const& values, auto const& is_value) {
        for (std::size_t i = 0; i < values.size(); ++i)
            if ((given.states.empty() || given.states[i] == fact_state::value)
                && !is_value(values[i]))
                found.complain(diagnostic_code::bad_value, pointer + "/values/" + std::to_string(i),
                               refusal_of(about), hint_for(about.kind));
    };
    if (auto const* const words = std::get_if<std::span<std::uint64_t const>>(&given.values)) {
        if (auto const count = about.values.size(); about.kind == fact_kind::set && count < 64)
            check(*words, [&](std::uint64_t members) { return members >> count == 0; });
        return;
    }
    if (about.kind == fact_kind::set)
        return;
    auto const [first, last] = numbers_of(about, given.codes.size());
    auto const is_value = [first = first, last = last](std::int64_t number) {
        return number >= first && number <= last;
    };
    if (auto const* const bytes = std::get_if<std::span<std::uint8_t const>>(&given.values))
        check(*bytes, is_value);
    else
        check(std::get<std::span<std::int32_t const>>(given.values), is_value);
}

} // namespace finsam::c
