// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/suggest.hpp>

#include "rules/checking.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace finsam::checking {

using enum diagnostic_code;

bool is_code(std::string_view word, std::size_t digits)
{
    return word.size() == digits
           && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

void check_text(state& in, text const& words, std::string_view pointer)
{
    if (!words.sv && !words.en)
        in.tell(bad_value, pointer, "the text is in no language", "give `sv`, `en` or both");
}

void check_text(state& in, std::optional<text> const& words, std::string_view pointer)
{
    if (words)
        check_text(in, *words, pointer);
}

bool check_date(state& in, date day, std::string_view pointer)
{
    if (day.ok() && int(day.year()) >= 1 && int(day.year()) <= 9999)
        return true;
    in.tell(bad_value, pointer, "there is no such day",
            "days are those of the calendar from `0001-01-01` to `9999-12-31`");
    return false;
}

void check_period(state& in, std::optional<period> const& when, std::string_view pointer)
{
    if (!when)
        return;
    auto const from = under(pointer, "from"), to = under(pointer, "to");
    bool const begins = check_date(in, when->from, from);
    if (!when->to || !check_date(in, *when->to, to) || !begins)
        return;
    if (*when->to <= when->from && !in.told.cover(from))
        in.tell(bad_value, to, backticked(*when->to) + " is not after " + backticked(when->from),
                "`to` is the first day on which it is no longer in force");
}

void check_at_least(state& in, std::int64_t number, std::int64_t least, std::string_view pointer,
                    std::string hint)
{
    if (number < least)
        in.tell(bad_value, pointer, backticked(number) + " is less than " + backticked(least),
                std::move(hint));
}

void check_header(state& in)
{
    auto const& [name, area] = in.agreed.association;
    check_text(in, name, "/association/name");
    if (area.empty())
        in.tell(bad_value, "/association/area", "the area has no municipality",
                "name at least one, by its four digits");
    std::set<std::string_view> before;
    for (std::size_t i = 0; i < area.size(); ++i) {
        auto const pointer = under("/association/area", i);
        if (!is_code(area[i], 4))
            in.tell(bad_value, pointer, backticked(area[i]) + " is not the code of a municipality",
                    "a code is four digits");
        else if (!before.insert(area[i]).second)
            in.tell(duplicate_id, pointer, backticked(area[i]) + " is in the area already",
                    "leave one of them out");
    }
    check_period(in, in.agreed.period, "/period");
}

void check_members(state& in)
{
    auto const& members = in.agreed.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto const& [id, party, name, code] = members[i];
        auto const pointer = under("/members", i);
        check_text(in, name, under(pointer, "name"));
        if (in.told.touch(under(pointer, "party")))
            continue;

        bool const is_region = party == party::region;
        if (!is_region && party != party::municipality) {
            if (code)
                in.tell(unknown_key, under(pointer, "code"), "`code` cannot stand here",
                        "only a region or a municipality has a code");
        } else if (!code) {
            in.tell_missing<member>(pointer, "code", "`code` is missing",
                                    is_region ? "a region has the two digits of its county"
                                              : "a municipality has a code of four digits");
        } else if (!is_code(*code, is_region ? 2 : 4)) {
            in.tell(bad_value, under(pointer, "code"),
                    backticked(*code) + " is not the code of a "
                        + (is_region ? "region" : "municipality"),
                    is_region ? "a region has the two digits of its county"
                              : "a municipality has four digits");
        }
    }
    for (std::size_t i = 0; i < in.agreed.others.size(); ++i)
        check_text(in, in.agreed.others[i].name, under("/others", i, "name"));
    for (std::size_t i = 0; i < in.agreed.contributions.size(); ++i)
        check_at_least(in, in.agreed.contributions[i].amount, 0,
                       under("/contributions", i, "amount"),
                       "what a member pays is `0` SEK or more");
}

void check_facts(state& in)
{
    for (std::size_t i = 0; i < in.agreed.facts.size(); ++i) {
        auto const& fact = in.agreed.facts[i];
        auto const pointer = under("/facts", i);
        check_text(in, fact.label, under(pointer, "label"));
        if (in.told.touch(under(pointer, "kind")))
            continue;

        auto const values = under(pointer, "values");
        if (fact.ordered && fact.kind != fact_kind::choice)
            in.tell(unknown_key, under(pointer, "ordered"), "`ordered` cannot stand here",
                    "only a choice can be ordered");
        if (fact.kind != fact_kind::choice && fact.kind != fact_kind::set) {
            if (!fact.values.empty())
                in.tell(unknown_key, values, "`values` cannot stand here",
                        "only a choice or a set has values");
            continue;
        }
        if (fact.values.empty() && !in.told.hide<fact_declaration>(pointer, "values"))
            in.tell(bad_value, values, backticked(fact.name) + " has no values",
                    "list at least one");
        if (fact.kind == fact_kind::set && fact.values.size() > most_values_of_a_set)
            in.tell(bad_value, values,
                    backticked(fact.name) + " has " + backticked(std::int64_t(fact.values.size()))
                        + " values",
                    "a set has at most 64");
        std::set<std::string_view> before;
        for (std::size_t j = 0; j < fact.values.size(); ++j)
            if (!before.insert(fact.values[j]).second)
                in.tell(bad_value, under(values, j),
                        backticked(fact.values[j]) + " is among the values already",
                        "leave one of them out");
    }
}

void check_parameters(state& in)
{
    for (std::size_t i = 0; i < in.agreed.parameters.size(); ++i) {
        auto const& [id, label, values] = in.agreed.parameters[i];
        auto const pointer = under("/parameters", i, "values");
        check_text(in, label, under("/parameters", i, "label"));
        if (values.empty())
            in.tell(bad_value, pointer, backticked(id) + " has no value", "give at least one");

        // The last day that can be relied on; one mistaken day is not counted against its
        // neighbours.
        std::optional<date> last;
        for (std::size_t j = 0; j < values.size(); ++j) {
            auto const from = under(pointer, j, "from");
            if (!check_date(in, values[j].from, from) || in.told.cover(from))
                continue;
            if (last && values[j].from <= *last)
                in.tell(bad_value, from,
                        backticked(values[j].from) + " is not after " + backticked(*last),
                        "values stand in the order of their days, one a day");
            else
                last = values[j].from;
        }
    }
}

} // namespace finsam::checking
