// SPDX-License-Identifier: BSL-1.0
#include "rules/check_leaf.hpp"

#include <finsam/detail/suggest.hpp>
#include <finsam/rules/schema.hpp>

#include "rules/kinds.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

using words = std::vector<std::string>;
using amounts = std::vector<amount>;

/// The fact, unless its declaration cannot be relied on.
std::optional<asked> ask(state const& in, std::size_t number)
{
    auto const& places = in.facts.places[number];
    auto const name = in.facts.names[number];
    if (places.size() > 1)
        return {};
    auto const place = places.front();
    static_assert(std::size(built_in_facts) == built_in_columns);
    if (place < built_in_columns)
        return built_in_facts[place];

    auto const pointer = under("/facts", place - built_in_columns);
    if (in.told.touch(under(pointer, "kind")) || in.told.hide<fact_declaration>(pointer, "values")
        || in.told.hide<fact_declaration>(pointer, "ordered"))
        return {};
    auto const& fact = in.agreed.facts[place - built_in_columns];
    return asked{name, fact.kind, fact.ordered, &fact.values};
}

/// Of a list.
std::optional<std::size_t> length_of(constant const& given)
{
    if (auto const* some_words = std::get_if<words>(&given))
        return some_words->size();
    if (auto const* some_numbers = std::get_if<amounts>(&given))
        return some_numbers->size();
    return {};
}

/// Whether comparator and constant fit the fact; tells the first thing that does not, or each item
/// of a list.
bool check_kind(state& in, asked const& fact, leaf const& one, std::string const& pointer)
{
    auto const length = length_of(one.value);
    bool const is_fitting = fits(fact, one.compare);
    if (is_fitting && length == 0) {
        in.tell(bad_value, pointer,
                "the list of " + backticked(detail::name_of(one.compare)) + " is empty",
                "name at least one value");
        return false;
    }
    if (is_fitting && length && takes_list(one.compare) && !meets(fact, one.compare, one.value)) {
        for (std::size_t i = 0; i < *length; ++i) {
            auto told = misfit_of_item(fact, one.compare);
            in.tell(wrong_kind, under(pointer, i), std::move(told.message), std::move(told.hint));
        }
        return false;
    }
    auto told = misfit_of(fact, one.compare, one.value);
    if (told)
        in.tell(wrong_kind, pointer, std::move(told->message), std::move(told->hint));
    return !told;
}

void check_word(state& in, asked const& fact, std::string const& word, std::string const& pointer)
{
    if (fact.kind == fact_kind::code) {
        auto const characters = std::ranges::count_if(
            word, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
        if (characters < 1 || characters > std::ptrdiff_t{longest_code})
            in.tell(bad_value, pointer, backticked(word) + " cannot be a code",
                    "a code has 1 to 32 characters");
    } else if (!fact.values) {
        in.resolve(in.interventions, word, pointer);
    } else if (std::ranges::find(*fact.values, word) == fact.values->end()) {
        in.tell(bad_value, pointer,
                backticked(word) + " is not a value of " + backticked(fact.name),
                detail::hint_for(word, *fact.values, "values"));
    }
}

/// The constant by itself. Where it does not fit the fact, only the parameters that it names count.
struct constant_check
{
    state& in;
    body& out;
    leaf const& one;
    asked const* fact; ///< null where the constant does not fit
    std::string const& pointer;

    void number(amount const& value, std::string const& at, limits allowed) const
    {
        if (fact)
            check_number(in, out, value, at, allowed);
        else if (std::holds_alternative<parameter_reference>(value))
            check_number(in, out, value, at, {});
    }

    void operator()(bool) const {}
    void operator()(amount const& value) const { number(value, pointer, limits_of(one.compare)); }
    void operator()(date day) const
    {
        if (fact)
            check_date(in, day, pointer);
    }
    void operator()(anniversary const& value) const
    {
        number(value.count, under(pointer, detail::name_of(value.unit)), limits_of(value.unit));
    }
    void operator()(std::string const& word) const
    {
        if (fact)
            check_word(in, *fact, word, pointer);
    }
    void operator()(words const& some) const
    {
        if (!fact)
            return;
        for (std::size_t i = 0; i < some.size(); ++i)
            check_word(in, *fact, some[i], under(pointer, i));
    }
    void operator()(amounts const& some) const
    {
        for (std::size_t i = 0; i < some.size(); ++i)
            number(some[i], under(pointer, i), limits_of(one.compare));
    }
};

} // namespace

void check_number(state& in, body& out, amount const& number, std::string const& pointer,
                  limits allowed)
{
    if (auto const* named = std::get_if<parameter_reference>(&number)) {
        auto at = under(pointer, "parameter");
        in.resolve(in.parameters, named->parameter, at);
        out.parameters.push_back({named->parameter, std::move(at), allowed});
        return;
    }
    if (auto const value = std::get<std::int64_t>(number);
        value < allowed.least || value > allowed.most)
        in.tell(bad_value, pointer, backticked(value) + " cannot stand here", in_words(allowed));
}

void check_leaf(state& in, body& out, leaf const& one, std::string const& at)
{
    auto const number = in.resolve(in.facts, one.fact, under(at, "fact"));
    if (number && one.fact.starts_with("work_capacity"))
        out.tests_work_capacity = true;

    auto const pointer = under(at, detail::name_of(one.compare));
    auto const fact = number ? ask(in, *number) : std::nullopt;
    // What has been told of some items of a list says nothing of the others.
    std::string_view const of_items = length_of(one.value) ? detail::name_of(one.compare) : "";
    bool const is_told =
        in.told.cover(pointer) || in.told.touch_beside(at, {"label", "cite", of_items});
    bool const fitting = fact && !is_told && check_kind(in, *fact, one, pointer);
    std::visit(constant_check{in, out, one, fitting ? &*fact : nullptr, pointer}, one.value);
}

} // namespace finsam::checking
