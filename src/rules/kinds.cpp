// SPDX-License-Identifier: BSL-1.0
#include "rules/kinds.hpp"

#include <finsam/detail/described.hpp>
#include <finsam/detail/suggest.hpp>

#include <cstdint>
#include <variant>

namespace finsam::checking {

bool fits(asked const& fact, comparator compare)
{
    using enum comparator;
    auto const kind = fact.kind;
    bool const is_number = kind == fact_kind::integer;
    bool const is_word = kind == fact_kind::choice || kind == fact_kind::code;
    switch (compare) {
    case is:
        return is_number || is_word || kind == fact_kind::boolean;
    case one_of:
        return is_number || is_word;
    case at_least:
    case more_than:
    case at_most:
    case less_than:
        return is_number || fact.ordered;
    case contains:
    case contains_any:
    case contains_all:
    case count_at_least:
        return kind == fact_kind::set;
    case on_or_before:
    case before:
    case on_or_after:
    case after:
    case reached:
    case not_reached:
        return kind == fact_kind::date;
    case is_none:
        return kind != fact_kind::boolean && kind != fact_kind::set;
    }
    return false;
}

std::string_view kind_in_words(asked const& fact)
{
    switch (fact.kind) {
    case fact_kind::boolean:
        return "a boolean";
    case fact_kind::integer:
        return "an integer";
    case fact_kind::date:
        return "a date";
    case fact_kind::choice:
        return fact.ordered ? "an ordered choice" : "a choice";
    case fact_kind::set:
        return "a set";
    case fact_kind::code:
        return "a code";
    }
    return {};
}

need needed(asked const& fact, comparator compare, constant const& given)
{
    using enum comparator;
    need const truth{std::holds_alternative<bool>(given), "`true` or `false`"};
    need const number{std::holds_alternative<amount>(given), "a whole number"};
    need const word{std::holds_alternative<std::string>(given),
                    fact.kind == fact_kind::code ? "text" : "one of its values"};
    need const some_words{std::holds_alternative<std::vector<std::string>>(given),
                          fact.kind == fact_kind::code ? "a list of texts"
                                                       : "a list of its values"};
    switch (compare) {
    case is:
        if (fact.kind == fact_kind::boolean)
            return truth;
        return fact.kind == fact_kind::integer ? number : word;
    case one_of:
        if (fact.kind == fact_kind::integer)
            return {std::holds_alternative<std::vector<amount>>(given), "a list of whole numbers"};
        return some_words;
    case at_least:
    case more_than:
    case at_most:
    case less_than:
        return fact.kind == fact_kind::integer ? number : word;
    case contains:
        return word;
    case contains_any:
    case contains_all:
        return some_words;
    case count_at_least:
        return number;
    case on_or_before:
    case before:
    case on_or_after:
    case after:
        return {std::holds_alternative<date>(given), "a date"};
    case reached:
    case not_reached:
        return {std::holds_alternative<anniversary>(given), "a number of years, months or days"};
    case is_none:
        return truth;
    }
    return {};
}

std::string comparators_in_words(asked const& fact)
{
    std::vector<std::string_view> names;
    for (auto const name : detail::names_of<comparator>())
        if (fits(fact, *detail::value_named<comparator>(name)))
            names.push_back(name);
    return detail::listed(names);
}

} // namespace finsam::checking
