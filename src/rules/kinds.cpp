// SPDX-License-Identifier: BSL-1.0
#include "rules/kinds.hpp"

#include <finsam/detail/described.hpp>
#include <finsam/detail/suggest.hpp>

#include "rules/expected.hpp"

#include <iterator>
#include <utility>
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

namespace {

/// The types that constants have in documents.
enum class shape_of_constant
{
    truth,
    number,
    word,
    numbers,
    words,
    day,
    time
};

/// Precondition: the comparator fits the fact.
shape_of_constant shape_needed(asked const& fact, comparator compare)
{
    using enum comparator;
    using enum shape_of_constant;
    switch (compare) {
    case is:
        if (fact.kind == fact_kind::boolean)
            return truth;
        return fact.kind == fact_kind::integer ? number : word;
    case one_of:
        return fact.kind == fact_kind::integer ? numbers : words;
    case at_least:
    case more_than:
    case at_most:
    case less_than:
        return fact.kind == fact_kind::integer ? number : word;
    case contains:
        return word;
    case contains_any:
    case contains_all:
        return words;
    case count_at_least:
        return number;
    case on_or_before:
    case before:
    case on_or_after:
    case after:
        return day;
    case reached:
    case not_reached:
        return time;
    case is_none:
        return truth;
    }
    return {};
}

shape_of_constant shape_of(constant const& given)
{
    using enum shape_of_constant;
    constexpr shape_of_constant shapes[] = {truth, number, day, time, word, words, numbers};
    static_assert(std::size(shapes) == std::variant_size_v<constant>);
    return shapes[given.index()];
}

/// "a whole number", and how it is written.
misfit need_of(asked const& fact, shape_of_constant shape)
{
    auto const one_value = [&]() -> misfit {
        if (fact.kind == fact_kind::code)
            return {"text", std::string(wanted::text.how)};
        return {"one of its values", fact.values && !fact.values->empty()
                                         ? "the values are " + detail::listed(*fact.values)
                                         : std::string(wanted::text.how)};
    };
    using enum shape_of_constant;
    switch (shape) {
    case truth:
        return {"`true` or `false`", std::string(wanted::truth.how)};
    case number:
        return {"a whole number", std::string(wanted::number.how)};
    case word:
        return one_value();
    case numbers:
        return {"a list of whole numbers", "write their digits between `[` and `]`"};
    case words:
        return {fact.kind == fact_kind::code ? "a list of texts" : "a list of its values",
                one_value().hint};
    case day:
        return {"a date", std::string(wanted::day.how)};
    case time:
        return {"a number of years, months or days", std::string(wanted::anniversary.how)};
    }
    return {};
}

std::string named(asked const& fact, comparator compare)
{
    return detail::in_backticks(detail::name_of(compare)) + " of " + detail::in_backticks(fact.name)
           + ", " + std::string(kind_in_words(fact));
}

} // namespace

bool meets(asked const& fact, comparator compare, constant const& given)
{
    return shape_of(given) == shape_needed(fact, compare);
}

std::optional<misfit> misfit_of(asked const& fact, comparator compare, constant const& given)
{
    if (!fits(fact, compare))
        return misfit{detail::in_backticks(detail::name_of(compare)) + " does not fit "
                          + detail::in_backticks(fact.name) + ", "
                          + std::string(kind_in_words(fact)),
                      "it can be compared by " + comparators_in_words(fact)};
    if (meets(fact, compare, given))
        return {};
    auto [what, how] = need_of(fact, shape_needed(fact, compare));
    return misfit{named(fact, compare) + ", needs " + what, std::move(how)};
}

misfit misfit_of_item(asked const& fact, comparator compare)
{
    bool const is_number = shape_needed(fact, compare) == shape_of_constant::numbers;
    auto [what, how] =
        need_of(fact, is_number ? shape_of_constant::number : shape_of_constant::word);
    return {"an item of " + named(fact, compare) + ", needs to be " + what, std::move(how)};
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
