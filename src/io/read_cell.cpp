// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/detail/suggest.hpp>

#include "io/person_reader.hpp"
#include "io/utf8.hpp"
#include "rules/limits.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace finsam::io {

// What a person's record says is not repeated in any message: it may be sensitive or withheld.

namespace {

constexpr std::string_view completed = "completed";

cell number(std::int32_t value)
{
    return {.state = fact_state::value, .number = value};
}

cell read_boolean(reader& in, node const& at, place const& here)
{
    if (at.kind == json_kind::boolean)
        return number(at.truth ? 1 : 0);
    in.wrong_type(at, here, or_nothing(at, wanted::truth));
    return {};
}

cell read_integer(reader& in, node const& at, place const& here)
{
    std::int32_t value = 0;
    auto const end = at.text.data() + at.text.size();
    if (at.kind != json_kind::number)
        in.wrong_type(at, here, wanted::number);
    else if (at.text.find_first_of(".eE") != std::string::npos)
        in.complain(diagnostic_code::wrong_type, at.offset, here,
                    subject(here) + " must be a whole number", std::string(checking::how_whole));
    else if (std::from_chars(at.text.data(), end, value).ec != std::errc{})
        in.bad_value(at, here, subject(here) + " is too large a number",
                     "whole numbers go from -2147483648 to 2147483647");
    return number(value);
}

cell read_date(reader& in, node const& at, place const& here)
{
    if (at.kind != json_kind::string) {
        in.wrong_type(at, here, wanted::day);
        return {};
    }
    auto const day = detail::parse_date(at.text);
    if (!day)
        in.bad_value(at, here, subject(here) + " is not a date of the calendar",
                     "dates are written YYYY-MM-DD");
    return day ? number(detail::to_days(*day)) : cell{};
}

cell read_code(reader& in, node const& at, place const& here)
{
    if (at.kind != json_kind::string) {
        in.wrong_type(at, here, or_nothing(at, wanted::text));
        return {};
    }
    if (auto const length = count_characters(at.text);
        length < 1 || length > checking::longest_code)
        in.bad_value(at, here, subject(here) + " must have 1 to 32 characters",
                     "write the code alone, and leave it out where it is not on record");
    return {.state = fact_state::value, .code = at.text};
}

/// The position among the values.
std::optional<std::size_t> read_value(reader& in, node const& at, place const& here,
                                      fact_declaration const& column)
{
    if (at.kind != json_kind::string) {
        in.wrong_type(at, here, or_nothing(at, wanted::text));
        return {};
    }
    auto const found = std::ranges::find(column.values, at.text);
    if (found != column.values.end())
        return static_cast<std::size_t>(found - column.values.begin());
    // No "did you mean" either: it would as good as repeat what was written.
    auto const all = detail::listed(column.values);
    if (column.name == completed)
        in.complain(diagnostic_code::dangling_id, at.offset, here,
                    subject(here) + " is no intervention of the plan",
                    all.empty() ? "there are none" : "the interventions are " + all);
    else
        in.bad_value(at, here, subject(here) + " is not among its values", "the values are " + all);
    return {};
}

cell read_choice(reader& in, node const& at, place const& here, fact_declaration const& column)
{
    auto const position = read_value(in, at, here, column);
    return position ? number(static_cast<std::int32_t>(*position)) : cell{};
}

cell read_set(reader& in, node const& at, place const& here, fact_declaration const& column)
{
    if (at.kind != json_kind::array) {
        in.wrong_type(at, here, or_nothing(at, wanted::list));
        return {};
    }
    cell all{.state = fact_state::value};
    all.members.resize((column.values.size() + 63) / 64);
    for (std::size_t i = 0; i < at.items.size(); ++i) {
        auto const there = here.item(i);
        auto const position = read_value(in, at.items[i], there, column);
        if (!position)
            continue;
        auto& word = all.members[*position / 64];
        auto const bit = std::uint64_t{1} << *position % 64;
        if (word & bit)
            in.bad_value(at.items[i], there, subject(there) + " stands there twice",
                         "leave one of them out");
        word |= bit;
    }
    return all;
}

} // namespace

bool may_be_none(fact_declaration const& column)
{
    switch (column.kind) {
    case fact_kind::boolean:
    case fact_kind::set:
        return false;
    case fact_kind::choice:
        return !column.ordered;
    case fact_kind::integer:
    case fact_kind::date:
        return true;
    case fact_kind::code:
        return column.name != "municipality";
    }
    return false;
}

cell read_cell(reader& in, node const& at, place const& here, fact_declaration const& column)
{
    if (at.kind == json_kind::null && may_be_none(column))
        return {.state = fact_state::none};
    switch (column.kind) {
    case fact_kind::boolean:
        return read_boolean(in, at, here);
    case fact_kind::integer:
        return read_integer(in, at, here);
    case fact_kind::date:
        return read_date(in, at, here);
    case fact_kind::choice:
        return read_choice(in, at, here, column);
    case fact_kind::set:
        return read_set(in, at, here, column);
    case fact_kind::code:
        return read_code(in, at, here);
    }
    return {};
}

} // namespace finsam::io
