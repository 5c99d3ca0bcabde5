// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/calendar.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/engine/truth.hpp>
#include <finsam/model/plan.hpp>

#include <algorithm>
#include <bit>
#include <string>
#include <vector>

/// The meaning of rules written down a second time, word by word from the specification and with no
/// thought of speed: what the engine is compared with.
namespace finsam::testing_support {

/// The anniversary, by counting: years and months on the calendar's own numbers, the month's last
/// day where the day does not exist.
inline int anniversary_day(date day, std::int64_t count, time_unit unit, counting counted)
{
    auto year = int(day.year());
    auto month = static_cast<int>(unsigned(day.month()));
    auto first = static_cast<int>(unsigned(day.day()));
    if (unit == time_unit::days) {
        auto const later = detail::from_days(detail::to_days(day) + static_cast<int>(count));
        year = int(later.year());
        month = static_cast<int>(unsigned(later.month()));
        first = static_cast<int>(unsigned(later.day()));
    } else {
        auto const ahead = static_cast<int>(unit == time_unit::years ? 12 * count : count);
        auto const all = year * 12 + (month - 1) + ahead;
        year = all / 12;
        month = all % 12 + 1;
    }
    switch (counted) {
    case counting::day:
        break;
    case counting::month:
        first = 1;
        break;
    case counting::july:
        month = 7;
        first = 1;
        break;
    case counting::year:
        month = 1;
        first = 1;
        break;
    }
    auto const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    int const days[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return year * 10000 + month * 100 + std::min(first, days[month - 1]);
}

inline int as_number(date day)
{
    return int(day.year()) * 10000 + static_cast<int>(unsigned(day.month())) * 100
           + static_cast<int>(unsigned(day.day()));
}

struct definitions
{
    plan const& agreed;
    schema const& vocabulary;
    date as_of;
    person const& someone;

    [[nodiscard]] truth answer(criterion const& one) const
    {
        if (auto const* named = std::get_if<rule_reference>(&one.form))
            return answer(find_rule(agreed, named->rule, as_of)->when);
        if (auto const* about = std::get_if<leaf>(&one.form))
            return answer(*about);
        auto const& several = std::get<group>(one.form);
        int yes = 0, unknown = 0;
        for (auto const& child : several.of) {
            auto const given = answer(child);
            yes += given == truth::yes;
            unknown += given == truth::unknown;
        }
        auto const all = static_cast<int>(several.of.size());
        auto const most = [&](int needed) {
            return yes >= needed             ? truth::yes
                   : yes + unknown >= needed ? truth::unknown
                                             : truth::no;
        };
        switch (several.quantifier) {
        case quantifier::all_of:
            return most(all);
        case quantifier::any_of:
            return most(1);
        case quantifier::none_of:
            return yes > 0 ? truth::no : unknown > 0 ? truth::unknown : truth::yes;
        case quantifier::at_least_of:
            return most(static_cast<int>(number(several.count)));
        }
        return truth::unknown;
    }

    [[nodiscard]] truth answer(leaf const& asked) const
    {
        auto const column = *find_column(vocabulary, asked.fact);
        auto const& fact = someone.facts[column];
        if (fact.state == fact_state::unknown || fact.state == fact_state::withheld)
            return truth::unknown;
        auto const is = [](bool met) { return met ? truth::yes : truth::no; };
        if (asked.compare == comparator::is_none)
            return is((fact.state == fact_state::none) == std::get<bool>(asked.value));
        if (fact.state == fact_state::none)
            return truth::no;
        return is(holds(asked, fact, vocabulary.columns[column]));
    }

    [[nodiscard]] truth eligible(intervention const& one) const
    {
        auto const& home = someone.facts[municipality_column];
        auto answer = truth::unknown;
        if (home.state == fact_state::value) {
            bool served = false, named = false, rest = false;
            for (auto const& places : one.places) {
                if (!places.municipalities)
                    rest = true;
                else if (std::count(places.municipalities->begin(), places.municipalities->end(),
                                    home.code)
                         > 0)
                    named = true;
            }
            auto const& area = agreed.association.area;
            auto const inside = std::count(area.begin(), area.end(), home.code) > 0;
            served = named || (rest && inside);
            answer = served ? truth::yes : truth::no;
        }
        if (!one.requires_completed.empty()) {
            auto const& done = someone.facts[completed_column];
            auto met = truth::unknown;
            if (done.state == fact_state::value) {
                met = truth::yes;
                for (auto const& id : one.requires_completed)
                    if (!has(done, vocabulary.columns[completed_column], id))
                        met = truth::no;
            }
            answer = answer && met;
        }
        return answer
               && (one.rule ? this->answer(find_rule(agreed, *one.rule, as_of)->when)
                            : this->answer(*one.when));
    }

private:
    [[nodiscard]] std::int64_t number(amount const& one) const
    {
        if (auto const* plain = std::get_if<std::int64_t>(&one))
            return *plain;
        for (auto const& known : agreed.parameters)
            if (known.id == std::get<parameter_reference>(one).parameter)
                return value_on(known, as_of)->value;
        return 0;
    }

    static bool has(cell const& fact, fact_declaration const& column, std::string const& value)
    {
        for (std::size_t i = 0; i < column.values.size(); ++i)
            if (column.values[i] == value && (fact.members[i / 64] >> i % 64 & 1) != 0)
                return true;
        return false;
    }

    [[nodiscard]] bool holds(leaf const& asked, cell const& fact,
                             fact_declaration const& column) const
    {
        using enum comparator;
        if (column.kind == fact_kind::boolean)
            return (fact.number != 0) == std::get<bool>(asked.value);
        if (column.kind == fact_kind::set) {
            if (asked.compare == contains)
                return has(fact, column, std::get<std::string>(asked.value));
            if (asked.compare == count_at_least)
                return std::popcount(fact.members.at(0)) >= number(std::get<amount>(asked.value));
            auto const& wanted = std::get<std::vector<std::string>>(asked.value);
            auto const held = std::count_if(wanted.begin(), wanted.end(), [&](auto const& one) {
                return has(fact, column, one);
            });
            return asked.compare == contains_any
                       ? held > 0
                       : held == static_cast<std::ptrdiff_t>(wanted.size());
        }
        if (column.kind == fact_kind::date) {
            auto const day = detail::from_days(fact.number);
            if (auto const* time = std::get_if<anniversary>(&asked.value)) {
                auto const reached =
                    anniversary_day(day, number(time->count), time->unit, time->counted)
                    <= as_number(as_of);
                return reached == (asked.compare == comparator::reached);
            }
            auto const limit = std::get<date>(asked.value);
            return asked.compare == on_or_before  ? day <= limit
                   : asked.compare == before      ? day < limit
                   : asked.compare == on_or_after ? day >= limit
                                                  : day > limit;
        }
        if (column.kind == fact_kind::code
            || (column.kind == fact_kind::choice && !column.ordered)) {
            auto const& value = column.kind == fact_kind::code
                                    ? fact.code
                                    : column.values[static_cast<std::size_t>(fact.number)];
            if (asked.compare == is)
                return value == std::get<std::string>(asked.value);
            auto const& wanted = std::get<std::vector<std::string>>(asked.value);
            return std::count(wanted.begin(), wanted.end(), value) > 0;
        }
        std::vector<std::int64_t> limits;
        auto const place = [&](std::string const& name) {
            return std::find(column.values.begin(), column.values.end(), name)
                   - column.values.begin();
        };
        if (auto const* one = std::get_if<amount>(&asked.value))
            limits = {number(*one)};
        if (auto const* all = std::get_if<std::vector<amount>>(&asked.value))
            for (auto const& one : *all)
                limits.push_back(number(one));
        if (auto const* one = std::get_if<std::string>(&asked.value))
            limits = {place(*one)};
        if (auto const* all = std::get_if<std::vector<std::string>>(&asked.value))
            for (auto const& one : *all)
                limits.push_back(place(one));
        auto const value = std::int64_t{fact.number};
        switch (asked.compare) {
        case is:
            return value == limits[0];
        case one_of:
            return std::count(limits.begin(), limits.end(), value) > 0;
        case at_least:
            return value >= limits[0];
        case more_than:
            return value > limits[0];
        case at_most:
            return value <= limits[0];
        case less_than:
            return value < limits[0];
        default:
            return false;
        }
    }
};

} // namespace finsam::testing_support
