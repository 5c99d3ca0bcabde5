// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/json_schema.hpp>

#include "io/association_notes.hpp"
#include "io/criterion_schema.hpp"
#include "io/described_schema.hpp"
#include "io/intervention_notes.hpp"
#include "io/plan_notes.hpp"
#include "io/rule_notes.hpp"
#include "io/schema_parts.hpp"

#include <utility>

namespace finsam {

namespace {

/// What a document may also write as a plain text, in place of the object.
template<class T>
void define_text_or(io::laid_out& definitions, std::size_t fewest_keys = 0)
{
    auto out = io::described(io::notes_of<T>::about);
    out.add("type", io::list_of(std::initializer_list<std::string_view>{"string", "object"}));
    io::add_object<T>(out);
    if (fewest_keys > 0)
        io::add_count(out, "minProperties", fewest_keys);
    definitions.add(io::notes_of<T>::name, std::move(out));
}

template<class... T>
void define_each(io::laid_out& definitions)
{
    (io::define<T>(definitions), ...);
}

} // namespace

std::string plan_json_schema()
{
    io::object_keys keys;
    auto format = io::described("The format that the plan is written in (format).");
    format.add("const", io::laid_out::text(io::plan_format));
    keys.add("format", io::presence::required, std::move(format));
    io::add_members<plan>(keys);

    auto definitions = io::laid_out::object();
    define_each<association, period, member, other_organisation, contribution, fact_declaration,
                parameter, dated_value, rule, needs_group, declaration, commitment, intervention,
                responsibility, pool, reserve, mandate, matching_terms>(definitions);
    io::define_criterion(definitions);
    define_text_or<text>(definitions, 1);
    define_text_or<citation>(definitions);
    io::define_id(definitions);
    io::define_date(definitions);

    auto out = io::schema_document("finsam plan", io::notes_of<plan>::about);
    io::add_type(out, "object");
    keys.add_to(out);
    out.add("$defs", std::move(definitions));
    return out.print();
}

} // namespace finsam
