// SPDX-License-Identifier: BSL-1.0
#include "io/criterion_schema.hpp"

#include "io/criterion_notes.hpp"
#include "io/described_schema.hpp"
#include "io/plan_notes.hpp"
#include "io/rule_notes.hpp"
#include "rules/kinds.hpp"

#include <bitset>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace finsam::io {

namespace {

/// Which alternatives of `constant` can stand somewhere.
using alternatives = std::bitset<std::variant_size_v<constant>>;

template<class T>
bool includes(alternatives const& given)
{
    return given.test(constant(std::in_place_type<T>).index());
}

/// What the comparator can be given, whatever the fact.
alternatives given_to(comparator compare)
{
    constant const specimens[] = {bool{},
                                  amount{},
                                  date{},
                                  anniversary{},
                                  std::string{},
                                  std::vector<std::string>{},
                                  std::vector<amount>{}};
    static_assert(std::size(specimens) == alternatives{}.size());
    alternatives given;
    for (auto const kind : detail::names_of<fact_kind>())
        for (bool const ordered : {false, true}) {
            checking::asked const fact{.kind = *detail::value_named<fact_kind>(kind),
                                       .ordered = ordered};
            for (auto const& one : specimens)
                if (checking::fits(fact, compare) && checking::meets(fact, compare, one))
                    given.set(one.index());
        }
    return given;
}

/// A number, beside values of the other types.
void add_number(laid_out& out, checking::limits allowed, std::vector<std::string_view> types = {})
{
    types.insert(types.end(), {"integer", "object"});
    out.add("type", list_of(types));
    add_limits(out, allowed);
    add_object<parameter_reference>(out);
}

laid_out number_about(std::string_view about, checking::limits allowed)
{
    auto out = described(about);
    add_number(out, allowed);
    return out;
}

laid_out list_items(laid_out items)
{
    auto out = laid_out::object();
    out.add("items", std::move(items));
    return out;
}

/// A list of texts or a list of numbers, not mixed.
void add_list(laid_out& out, alternatives const& given, checking::limits allowed)
{
    auto word = laid_out::object(), number = laid_out::object();
    add_type(word, "string");
    add_number(number, allowed);
    add_type(out, "array");
    add_count(out, "minItems", 1);
    if (!includes<std::vector<amount>>(given))
        return out.add("items", std::move(word));
    auto words = laid_out::object();
    words.add("contains", word);
    out.add("if", std::move(words));
    out.add("then", list_items(std::move(word)));
    out.add("else", list_items(std::move(number)));
}

void add_constant(laid_out& out, comparator compare)
{
    auto const given = given_to(compare);
    auto const allowed = checking::limits_of(compare);
    if (includes<date>(given))
        return add_reference(out, "date");
    if (includes<anniversary>(given))
        return add_reference(out, "anniversary");
    if (includes<std::vector<std::string>>(given))
        return add_list(out, given, allowed);
    std::vector<std::string_view> types;
    if (includes<bool>(given))
        types.push_back("boolean");
    if (includes<std::string>(given))
        types.push_back("string");
    if (includes<amount>(given))
        return add_number(out, allowed, std::move(types));
    add_type(out, types.front());
}

void add_criteria(laid_out& out)
{
    auto items = laid_out::object();
    add_type(out, "array");
    add_reference(items, "criterion");
    out.add("items", std::move(items));
}

void add_counted_group(laid_out& out)
{
    object_keys keys;
    keys.add("count", presence::required,
             number_about(about_key(counted_group_notes, "count"), checking::limits_of_count));
    auto of = described(about_key(counted_group_notes, "of"));
    add_criteria(of);
    keys.add("of", presence::required, std::move(of));
    add_type(out, "object");
    keys.add_to(out);
}

/// The value of one key of a criterion.
void add_part(laid_out& out, key_note const& note)
{
    if (note.key == detail::name_of(quantifier::at_least_of))
        add_counted_group(out);
    else if (detail::value_named<quantifier>(note.key))
        add_criteria(out);
    else if (auto const compare = detail::value_named<comparator>(note.key))
        add_constant(out, *compare);
    else if (note.key == "label")
        add_reference(out, notes_of<text>::name);
    else if (note.key == "cite")
        add_reference(out, notes_of<citation>::name);
    else
        add_words(out, note.words);
}

void define_anniversary(laid_out& definitions)
{
    object_keys keys;
    for (auto const& note : anniversary_notes) {
        auto value = described(note.about);
        if (auto const unit = detail::value_named<time_unit>(note.key))
            add_number(value, checking::limits_of(*unit));
        else
            add_choice(value, detail::names_of<counting>());
        keys.add(note.key, presence::optional, std::move(value));
    }
    auto out = described(about_anniversary);
    add_type(out, "object");
    keys.add_to(out);
    add_one_of(out, detail::names_of<time_unit>());
    definitions.add("anniversary", std::move(out));
}

} // namespace

void define_criterion(laid_out& definitions)
{
    object_keys keys;
    for (auto const& note : criterion_notes) {
        auto value = described(note.about);
        add_part(value, note);
        keys.add(note.key, presence::optional, std::move(value));
    }
    auto out = described(about_criterion);
    add_type(out, "object");
    keys.add_to(out);
    add_one_of(out, criterion_forms);

    // A fact has one comparator, and a comparator a fact.
    auto if_there = laid_out::object(), with_fact = laid_out::object(),
         with_it = laid_out::object();
    add_one_of(with_fact, detail::names_of<comparator>());
    if_there.add("fact", std::move(with_fact));
    out.add("dependentSchemas", std::move(if_there));
    for (auto const name : detail::names_of<comparator>())
        with_it.add(name, list_of(std::initializer_list<std::string_view>{"fact"}));
    out.add("dependentRequired", std::move(with_it));
    definitions.add("criterion", std::move(out));
    define_anniversary(definitions);
}

} // namespace finsam::io
