// SPDX-License-Identifier: BSL-1.0
#include "io/person_schema.hpp"

#include <finsam/io/json_schema.hpp>
#include <finsam/rules/schema.hpp>

#include "io/key_notes.hpp"
#include "io/person_reader.hpp"
#include "io/schema_parts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace finsam::io {

namespace {

constexpr key_note person_notes[] = {
    {.key = "id",
     .about = "A pseudonym, different for each person, never a personal identity number (id)."},
    {.key = "municipality",
     .about = "The code of the municipality that is responsible for the person (kommun)."},
    {.key = "waiting_since", .about = "Since when the person waits (väntat sedan)."},
    {.key = "consents",
     .about = "To whose disclosure the person has consented: parties and ids of `others` "
              "(samtycken). Left out: to none."},
    {.key = "preferences",
     .about = "Ids of interventions, the most wanted first (önskemål). Left out: all in the order "
              "of the plan."},
    {.key = "placed",
     .about = "Id of the individual intervention in which the person has a place (placerad)."},
    {.key = "completed",
     .about = "Ids of the interventions that the person has completed (genomförda). Left out: not "
              "on record."},
};
static_assert(std::ranges::equal(reserved_keys, person_notes, {}, {}, &key_note::key));

std::string_view about(std::string_view key)
{
    return std::ranges::find(person_notes, key, &key_note::key)->about;
}

void add_types(laid_out& out, std::string_view type, bool or_none)
{
    if (!or_none)
        return add_type(out, type);
    out.add("type", list_of(std::initializer_list<std::string_view>{type, "null"}));
}

void add_characters(laid_out& out, std::size_t most)
{
    add_count(out, "minLength", 1);
    add_count(out, "maxLength", most);
}

/// A list of different things.
void add_distinct(laid_out& out, laid_out items)
{
    add_type(out, "array");
    out.add("uniqueItems", laid_out::bare("true"));
    out.add("items", std::move(items));
}

laid_out one_of_ids(known_ids const& ids)
{
    auto out = laid_out::object();
    add_id(out, ids);
    return out;
}

void add_choice_or_none(laid_out& out, fact_declaration const& column)
{
    auto values = list_of(column.values);
    if (may_be_none(column))
        values.add(laid_out::bare("null"));
    out.add("enum", std::move(values));
}

/// What a fact can be: a value, or null where there may be none.
void add_fact(laid_out& out, fact_declaration const& column)
{
    bool const or_none = may_be_none(column);
    switch (column.kind) {
    case fact_kind::boolean:
        return add_type(out, "boolean");
    case fact_kind::integer:
        add_types(out, "integer", or_none);
        return add_limits(out, checking::signed_32_bit);
    case fact_kind::date:
        return add_reference(out, "date_or_none");
    case fact_kind::choice:
        return add_choice_or_none(out, column);
    case fact_kind::set:
        return add_distinct(out, one_of_ids(column.values));
    case fact_kind::code:
        add_types(out, "string", or_none);
        return add_characters(out, checking::longest_code);
    }
}

/// What any fact of any plan can be.
laid_out any_fact()
{
    auto out = described("A fact of the plan (uppgift). `null`: it is known that there is none.");
    out.add("type", list_of(std::initializer_list<std::string_view>{"boolean", "integer", "string",
                                                                    "array", "null"}));
    add_limits(out, checking::signed_32_bit);
    auto words = laid_out::object();
    add_type(words, "string");
    out.add("uniqueItems", laid_out::bare("true"));
    add_count(out, "maxItems", checking::most_values_of_a_set);
    out.add("items", std::move(words));
    return out;
}

/// "Sick since (sjukskriven sedan); held by `social_insurance_agency`".
std::string about_fact(fact_declaration const& column)
{
    auto const label = column.label.value_or(text{});
    std::string told(in_language(label, language::en));
    if (label.sv && label.en && label.sv != label.en)
        told += " (" + *label.sv + ')';
    if (column.holder)
        told += (told.empty() ? "" : "; ") + std::string("held by `") + *column.holder
                + "`, used with the person's consent";
    return told;
}

known_ids holders_of(plan const* agreed)
{
    if (agreed == nullptr)
        return {};
    return finsam::holders_of(*agreed);
}

known_ids interventions_of(plan const* agreed)
{
    if (agreed == nullptr)
        return {};
    return schema_of(*agreed).columns[completed_column].values;
}

} // namespace

void add_id(laid_out& out, known_ids const& ids)
{
    if (!ids)
        return add_words(out, wording::id);
    // An empty "enum" is not allowed.
    if (ids->empty())
        return out.add("not", laid_out::object());
    add_choice(out, *ids);
}

known_ids individual_interventions(plan const* agreed)
{
    if (agreed == nullptr)
        return {};
    std::vector<std::string> ids;
    for (auto const& one : agreed->interventions)
        if (one.kind == intervention_kind::individual)
            ids.push_back(one.id);
    return ids;
}

void add_person(laid_out& out, plan const* agreed, presence of_id)
{
    auto const vocabulary = schema_of(agreed != nullptr ? *agreed : plan{});
    object_keys keys;
    auto const add = [&](std::string_view key, presence wanted, auto const& fill) {
        auto value = described(about(key));
        fill(value);
        keys.add(key, wanted, std::move(value));
    };
    auto const optional = presence::optional;
    add("id", of_id, [](laid_out& value) {
        add_type(value, "string");
        add_characters(value, longest_person_id);
    });
    for (auto const column : {municipality_column, waiting_since_column})
        add(vocabulary.columns[column].name, optional,
            [&](laid_out& value) { add_fact(value, vocabulary.columns[column]); });
    add("consents", optional, [&](laid_out& value) {
        add_type(value, "array");
        value.add("items", one_of_ids(holders_of(agreed)));
    });
    add("preferences", optional,
        [&](laid_out& value) { add_distinct(value, one_of_ids(interventions_of(agreed))); });
    add("placed", optional,
        [&](laid_out& value) { add_id(value, individual_interventions(agreed)); });
    add("completed", optional,
        [&](laid_out& value) { add_distinct(value, one_of_ids(interventions_of(agreed))); });
    for (auto i = built_in_columns; i < vocabulary.columns.size(); ++i) {
        auto const& column = vocabulary.columns[i];
        auto value = described(about_fact(column));
        add_fact(value, column);
        keys.add(column.name, optional, std::move(value));
    }

    add_type(out, "object");
    keys.add_to(out, agreed != nullptr ? impossible() : any_fact());
    if (agreed == nullptr)
        out.add("propertyNames", one_of_ids({}));
    auto needed = laid_out::object();
    needed.add("placed", list_of(std::initializer_list<std::string_view>{"municipality"}));
    out.add("dependentRequired", std::move(needed));
}

void define_for_person(laid_out& definitions, plan const* agreed)
{
    if (agreed == nullptr)
        define_id(definitions);
    define_date_or_none(definitions);
}

} // namespace finsam::io

namespace finsam {

namespace {

std::string people_schema(plan const* agreed)
{
    auto out = io::schema_document(
        "finsam person",
        "One line of a people file: what is on record about one person (person). A fact that is "
        "left out is not on record.");
    io::add_person(out, agreed, io::presence::required);
    auto definitions = io::laid_out::object();
    io::define_for_person(definitions, agreed);
    out.add("$defs", std::move(definitions));
    return out.print();
}

} // namespace

std::string people_json_schema()
{
    return people_schema(nullptr);
}

std::string people_json_schema(plan const& agreed)
{
    return people_schema(&agreed);
}

} // namespace finsam
