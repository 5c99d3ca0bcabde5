// SPDX-License-Identifier: BSL-1.0
#include "io/described_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace finsam::io {

namespace {

/// A constant that its comparator cannot take; null stands nowhere in a rule.
void misfit(reader& in, node const& at, place const& here, expected const& wanted)
{
    if (at.kind == json_kind::null)
        return in.wrong_type(at, here, wanted);
    in.complain(diagnostic_code::wrong_kind, at.offset, here,
                subject(here) + " takes " + std::string(wanted.what) + ", not "
                    + std::string(kind_name(at.kind)),
                std::string(wanted.how));
}

/// Whether the value may be a number: written out, or an object that is or should be a reference.
bool may_be_number(node const& at)
{
    if (at.kind == json_kind::number)
        return true;
    return at.kind == json_kind::object
           && (at.members.empty() || std::ranges::any_of(at.members, [](entry const& one) {
                   return detail::edit_distance(one.key, "parameter") < 4;
               }));
}

/// Whether the list is of numbers: the fact says, or if it is not known, the first item.
bool is_of_numbers(node const& at, comparator compare, checking::asked const* fact)
{
    if (compare != comparator::one_of)
        return false; // what sets contain are words
    if (fact && checking::fits(*fact, compare))
        return fact->kind == fact_kind::integer;
    return !at.items.empty() && may_be_number(at.items.front());
}

void misfit_of_item(reader& in, node const& at, place const& here, comparator compare,
                    checking::asked const* fact, expected const& wanted)
{
    if (!fact || at.kind == json_kind::null || !checking::fits(*fact, compare))
        return misfit(in, at, here, wanted);
    auto told = checking::misfit_of_item(*fact, compare);
    in.complain(diagnostic_code::wrong_kind, at.offset, here, std::move(told.message),
                std::move(told.hint));
}

void read_list(reader& in, node const& at, place const& here, comparator compare,
               checking::asked const* fact, constant& out)
{
    if (at.kind != json_kind::array)
        return misfit(in, at, here, wanted::list);
    // An item that cannot be read keeps its seat, so that positions are those of the document.
    if (is_of_numbers(at, compare, fact)) {
        auto& numbers = out.emplace<std::vector<amount>>();
        for (auto const& item : at.items) {
            auto const there = here.item(numbers.size());
            auto& next = numbers.emplace_back();
            if (may_be_number(item))
                read(in, item, there, next);
            else
                misfit_of_item(in, item, there, compare, fact, wanted::only_numbers);
        }
        return;
    }
    auto& words = out.emplace<std::vector<std::string>>();
    for (auto const& item : at.items) {
        auto const there = here.item(words.size());
        auto& next = words.emplace_back();
        if (item.kind == json_kind::string)
            next = item.text;
        else
            misfit_of_item(in, item, there, compare, fact,
                           compare == comparator::one_of ? wanted::words_or_numbers : wanted::text);
    }
}

void read_anniversary(reader& in, node const& at, place const& here, anniversary& out)
{
    if (at.kind != json_kind::object)
        return misfit(in, at, here, wanted::anniversary);
    constexpr auto units = detail::names_of<time_unit>();
    expected_keys keys(in, at, here);
    std::optional<time_unit> unit;
    for (auto const& [key, offset, value] : at.members) {
        auto const named = detail::value_named<time_unit>(key);
        if (!named)
            continue;
        keys.take(key, presence::optional);
        auto const there = here.member(key);
        if (unit) {
            in.complain(diagnostic_code::wrong_kind, value.offset, there,
                        in_backticks(key) + " is a second unit", "a time has one");
            continue;
        }
        unit = out.unit = *named;
        read(in, value, there, out.count);
    }
    if (!unit) {
        keys.need_one_of(units, "no unit is here", "give `years`, `months` or `days`",
                         stand_in::unknown_key);
        in.broken.push_back(to_pointer(here));
    }
    if (auto const* counted = keys.take("counted", presence::optional))
        read(in, *counted, here.member("counted"), out.counted);
    keys.report();
}

void read_number(reader& in, node const& at, place const& here, constant& out)
{
    if (may_be_number(at))
        read(in, at, here, out.emplace<amount>());
    else
        misfit(in, at, here, wanted::number);
}

void read_word(reader& in, node const& at, place const& here, constant& out)
{
    if (at.kind == json_kind::string)
        out = at.text;
    else
        misfit(in, at, here, wanted::text);
}

void read_truth(reader& in, node const& at, place const& here, constant& out)
{
    if (at.kind == json_kind::boolean)
        out = at.truth;
    else
        misfit(in, at, here, wanted::truth);
}

} // namespace

void read_constant(reader& in, node const& at, place const& here, comparator compare,
                   checking::asked const* fact, constant& out)
{
    switch (compare) {
    case comparator::is:
        if (at.kind == json_kind::boolean)
            return read_truth(in, at, here, out);
        [[fallthrough]];
    case comparator::at_least:
    case comparator::more_than:
    case comparator::at_most:
    case comparator::less_than:
        if (at.kind == json_kind::string)
            return read_word(in, at, here, out);
        if (may_be_number(at))
            return read_number(in, at, here, out);
        return misfit(in, at, here,
                      compare == comparator::is ? wanted::any_constant : wanted::word_or_number);
    case comparator::one_of:
    case comparator::contains_any:
    case comparator::contains_all:
        return read_list(in, at, here, compare, fact, out);
    case comparator::contains:
        return read_word(in, at, here, out);
    case comparator::count_at_least:
        return read_number(in, at, here, out);
    case comparator::on_or_before:
    case comparator::before:
    case comparator::on_or_after:
    case comparator::after:
        if (at.kind != json_kind::string)
            return misfit(in, at, here, wanted::day);
        return read(in, at, here, out.emplace<date>());
    case comparator::reached:
    case comparator::not_reached:
        return read_anniversary(in, at, here, out.emplace<anniversary>());
    case comparator::is_none:
        return read_truth(in, at, here, out);
    }
}

} // namespace finsam::io
