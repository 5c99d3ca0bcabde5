// SPDX-License-Identifier: BSL-1.0
#include "io/described_reader.hpp"

#include <finsam/detail/calendar.hpp>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace finsam::io {

void read(reader& in, node const& at, place const& here, std::string& out)
{
    if (at.kind != json_kind::string)
        return in.wrong_type(at, here, wanted::text);
    out = at.text;
}

void read(reader& in, node const& at, place const& here, bool& out)
{
    if (at.kind != json_kind::boolean)
        return in.wrong_type(at, here, wanted::truth);
    out = at.truth;
}

void read(reader& in, node const& at, place const& here, std::int64_t& out)
{
    if (at.kind != json_kind::number)
        return in.wrong_type(at, here, wanted::number);
    auto const& digits = at.text;
    if (digits.find_first_of(".eE") != std::string::npos)
        return in.complain(diagnostic_code::wrong_type, at.offset, here,
                           subject(here) + " must be a whole number",
                           std::string(checking::how_whole));
    // What does not fit 64 bits is refused, never rounded.
    auto const end = digits.data() + digits.size();
    if (std::from_chars(digits.data(), end, out).ec != std::errc{})
        in.bad_value(at, here, in_backticks(digits) + " is too large a number",
                     "whole numbers go from -9223372036854775808 to 9223372036854775807");
}

void read(reader& in, node const& at, place const& here, date& out)
{
    if (at.kind != json_kind::string)
        return in.wrong_type(at, here, wanted::day);
    if (auto const day = detail::parse_date(at.text))
        out = *day;
    else
        in.bad_value(at, here, in_backticks(at.text) + " is not a date of the calendar",
                     "dates are written YYYY-MM-DD");
}

void read(reader& in, node const& at, place const& here, text& out)
{
    if (at.kind == json_kind::string) {
        out = same_text(at.text);
        return;
    }
    if (at.kind != json_kind::object)
        return in.wrong_type(at, here, wanted::words);
    expected_keys keys(in, at, here);
    read_members(in, at, here, keys, out);
    constexpr std::string_view languages[] = {"sv", "en"};
    if (!find(at, "sv") && !find(at, "en")) {
        keys.need_one_of(languages, subject(here) + " has no words", "give `sv`, `en` or both",
                         stand_in::unknown_key);
        in.broken.push_back(to_pointer(here));
    }
    keys.report();
}

void read(reader& in, node const& at, place const& here, citation& out)
{
    if (at.kind == json_kind::string) {
        out.source = at.text;
        return;
    }
    if (at.kind != json_kind::object)
        return in.wrong_type(at, here, wanted::cited);
    expected_keys keys(in, at, here);
    read_members(in, at, here, keys, out);
    keys.report();
}

void read(reader& in, node const& at, place const& here, amount& out)
{
    if (at.kind == json_kind::number)
        return read(in, at, here, out.emplace<std::int64_t>());
    if (at.kind == json_kind::object)
        return read(in, at, here, out.emplace<parameter_reference>());
    in.wrong_type(at, here, wanted::amount);
}

std::string_view second_of_rule_and_when(node const& object)
{
    std::string_view first;
    for (auto const& [key, offset, value] : object.members) {
        if (std::ranges::find(rule_and_when, key) == std::end(rule_and_when))
            continue;
        if (!first.empty())
            return key;
        first = key;
    }
    return {};
}

} // namespace finsam::io
