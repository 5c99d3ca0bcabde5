// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/truth.hpp>
#include <finsam/io/json_schema.hpp>
#include <finsam/rules/schema.hpp>

#include "io/person_schema.hpp"
#include "io/schema_parts.hpp"

#include <utility>

// The keys are those that testing/case_reader.cpp reads; tests/schema/ holds the two together.

namespace finsam {

namespace {

using io::laid_out;
using io::object_keys;
using io::presence;

laid_out referring(std::string_view about, std::string_view definition)
{
    auto out = io::described(about);
    io::add_reference(out, definition);
    return out;
}

laid_out of_type(std::string_view about, std::string_view type)
{
    auto out = io::described(about);
    io::add_type(out, type);
    return out;
}

laid_out list_about(std::string_view about, laid_out items)
{
    auto out = of_type(about, "array");
    out.add("items", std::move(items));
    return out;
}

/// An object with an answer under each id that it names.
laid_out answers_about(std::string_view about, io::known_ids const& ids, std::string_view answer)
{
    auto out = of_type(about, "object");
    if (!ids) {
        auto name = laid_out::object();
        io::add_id(name, ids);
        out.add("propertyNames", std::move(name));
        out.add("additionalProperties", referring({}, answer));
        return out;
    }
    object_keys keys;
    for (auto const& id : *ids)
        keys.add(id, presence::optional, referring({}, answer));
    keys.add_to(out);
    return out;
}

io::known_ids needs_groups_of(plan const* agreed)
{
    if (agreed == nullptr)
        return {};
    std::vector<std::string> ids;
    for (auto const& one : agreed->needs_groups)
        ids.push_back(one.id);
    return ids;
}

io::known_ids facts_of(plan const* agreed)
{
    if (agreed == nullptr)
        return {};
    std::vector<std::string> names;
    for (auto const& one : schema_of(*agreed).columns)
        names.push_back(one.name);
    return names;
}

void define_answers(laid_out& definitions, plan const* agreed)
{
    auto answer = io::described("yes (ja), no (nej) or unknown (okänt).");
    io::add_choice(answer, detail::names_of<truth>());
    definitions.add("answer", std::move(answer));

    auto fact = laid_out::object();
    io::add_id(fact, facts_of(agreed));
    auto pointer = laid_out::object();
    io::add_type(pointer, "string");
    object_keys keys;
    keys.add("answer", presence::required, referring("The answer (svar).", "answer"));
    keys.add(
        "missing", presence::optional,
        list_about("The facts that would settle an unknown answer, in any order (saknas).", fact));
    keys.add(
        "withheld", presence::optional,
        list_about("Those for which consent is missing, in any order (samtycke saknas).", fact));
    keys.add("reasons", presence::optional,
             list_about(
                 "The places in the plan that decided it, as JSON Pointers, in their order (skäl).",
                 std::move(pointer)));
    auto details = laid_out::object();
    io::add_type(details, "object");
    keys.add_to(details);

    auto either = laid_out::list();
    either.add(referring({}, "answer"));
    either.add(std::move(details));
    auto explained = io::described("The answer, or an object that says more of it (svar).");
    explained.add("anyOf", std::move(either));
    definitions.add("explained_answer", std::move(explained));
}

void define_expected(laid_out& definitions, plan const* agreed)
{
    object_keys keys;
    keys.add("interventions", presence::optional,
             answers_about("The answers about interventions, by their ids (insatser).",
                           io::individual_interventions(agreed), "explained_answer"));
    keys.add("needs_groups", presence::optional,
             answers_about("The answers about needs groups, by their ids (behovsgrupper).",
                           needs_groups_of(agreed), "answer"));
    auto tier = io::described(
        "The person's turn: the smallest priority among the needs groups that are yes; `null` in "
        "none (turordning).");
    tier.add("type", io::list_of(std::initializer_list<std::string_view>{"integer", "null"}));
    io::add_limits(tier, {});
    keys.add("tier", presence::optional, std::move(tier));

    auto out = of_type("What the plan must answer; what is left out is not looked at.", "object");
    keys.add_to(out);
    io::add_count(out, "minProperties", 1);
    definitions.add("expected", std::move(out));
}

void define_case(laid_out& definitions, plan const* agreed)
{
    object_keys keys;
    keys.add("name", presence::required, of_type("What the case shows (namn).", "string"));
    keys.add("person", presence::required,
             referring("What is on record about the person (person).", "person"));
    keys.add("expect", presence::required, referring("What must come of it (väntat).", "expected"));
    auto out = of_type("One case (fall).", "object");
    keys.add_to(out);
    definitions.add("case", std::move(out));

    auto person = io::described("A person as in a people file; `id` may be left out (person).");
    io::add_person(person, agreed, presence::optional);
    definitions.add("person", std::move(person));
    define_expected(definitions, agreed);
    define_answers(definitions, agreed);
}

std::string cases_schema(plan const* agreed)
{
    object_keys keys;
    keys.add("plan", presence::required,
             of_type("The plan's file, relative to this one (plan).", "string"));
    keys.add("as_of", presence::required,
             referring("The day that the answers are about (dag).", "date"));
    keys.add("cases", presence::required, list_about("The cases (fall).", referring({}, "case")));

    auto definitions = laid_out::object();
    define_case(definitions, agreed);
    io::define_for_person(definitions, agreed);
    io::define_date(definitions);

    auto out =
        io::schema_document("finsam cases", "What a plan must answer about given people (fall).");
    io::add_type(out, "object");
    keys.add_to(out);
    out.add("$defs", std::move(definitions));
    return out.print();
}

} // namespace

std::string cases_json_schema()
{
    return cases_schema(nullptr);
}

std::string cases_json_schema(plan const& agreed)
{
    return cases_schema(&agreed);
}

} // namespace finsam
