// SPDX-License-Identifier: BSL-1.0
#include "io/schema_parts.hpp"

#include <finsam/model/party.hpp>
#include <finsam/rules/schema.hpp>

#include <string>

namespace finsam::io {

namespace {

void add_pattern(laid_out& out, std::string_view pattern)
{
    add_type(out, "string");
    out.add("pattern", laid_out::text(pattern));
}

/// Every day of the calendar from 0001-01-01 to 9999-12-31 and nothing else. In two parts, so that
/// an editor shows a short pattern for what is in another form.
void add_day(laid_out& out)
{
    out.add("pattern", laid_out::text("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"));
    // Two digits that no 4 divides: of the year, or of the century of a year that ends in 00.
    std::string const odd = "([13579][01345789]|[02468][1235679])";
    auto missing = laid_out::object();
    add_type(missing, "string");
    missing.add("pattern", laid_out::text("^0000|-02-3[01]$|-(0[469]|11)-31$|^([0-9]{2}" + odd + "|"
                                          + odd + "00)-02-29$"));
    out.add("not", std::move(missing));
}

} // namespace

void add_reference(laid_out& out, std::string_view definition)
{
    out.add("$ref", laid_out::text("#/$defs/" + std::string(definition)));
}

void add_type(laid_out& out, std::string_view type)
{
    out.add("type", laid_out::text(type));
}

void add_words(laid_out& out, wording words)
{
    constexpr auto parties = detail::names_of<party>();
    auto none_of = laid_out::object();
    switch (words) {
    case wording::free:
        return add_type(out, "string");
    case wording::id:
        return add_reference(out, "id");
    case wording::fact_name:
        add_reference(out, "id");
        add_choice(none_of, reserved_keys);
        return out.add("not", std::move(none_of));
    case wording::other_id:
        add_reference(out, "id");
        add_choice(none_of, parties);
        return out.add("not", std::move(none_of));
    case wording::holder:
        add_reference(out, "id");
        return out.add("examples", list_of(parties));
    case wording::municipality_code:
        return add_pattern(out, "^[0-9]{4}$");
    case wording::region_code:
        return add_pattern(out, "^[0-9]{2}$");
    case wording::either_code:
        return add_pattern(out, "^[0-9]{2}([0-9]{2})?$");
    case wording::seed:
        return add_pattern(out, "^[0-9A-Fa-f]{32}$");
    }
}

void add_limits(laid_out& out, checking::limits allowed)
{
    out.add("minimum", laid_out::bare(std::to_string(allowed.least)));
    out.add("maximum", laid_out::bare(std::to_string(allowed.most)));
}

void add_whole_number(laid_out& out, checking::limits allowed)
{
    add_type(out, "integer");
    add_limits(out, allowed);
}

void add_count(laid_out& out, std::string_view keyword, std::size_t count)
{
    out.add(keyword, laid_out::bare(std::to_string(count)));
}

laid_out described(std::string_view about)
{
    auto out = laid_out::object();
    if (!about.empty())
        out.add("description", laid_out::text(about));
    return out;
}

laid_out impossible()
{
    return laid_out::bare("false");
}

laid_out with_key(std::string_view key)
{
    auto out = laid_out::object();
    out.add("required", list_of(std::initializer_list<std::string_view>{key}));
    return out;
}

laid_out condition(std::string_view key, std::vector<std::string_view> const& values,
                   laid_out demands)
{
    auto value = laid_out::object(), properties = laid_out::object(), out = laid_out::object();
    add_choice(value, values);
    properties.add(key, std::move(value));
    auto given = with_key(key);
    given.add("properties", std::move(properties));
    out.add("if", std::move(given));
    out.add("then", std::move(demands));
    return out;
}

void object_keys::add(std::string_view key, presence wanted, laid_out value)
{
    properties_.add(key, std::move(value));
    if (wanted == presence::required)
        required_.add(laid_out::text(key));
}

void object_keys::add_to(laid_out& out, laid_out others) const
{
    out.add("properties", properties_);
    if (!required_.empty())
        out.add("required", required_);
    out.add("additionalProperties", std::move(others));
}

laid_out schema_document(std::string_view title, std::string_view about)
{
    auto out = laid_out::object();
    out.add("$schema", laid_out::text("https://json-schema.org/draft/2020-12/schema"));
    out.add("title", laid_out::text(title));
    out.add("description", laid_out::text(about));
    return out;
}

void define_id(laid_out& definitions)
{
    auto id = described("1 to 64 of a-z, 0-9, _ and -, first a letter or a digit (id).");
    add_pattern(id, "^[a-z0-9][a-z0-9_-]{0,63}$");
    definitions.add("id", std::move(id));
}

void define_date(laid_out& definitions)
{
    auto day = described("A day of the calendar, YYYY-MM-DD (datum).");
    add_type(day, "string");
    add_day(day);
    definitions.add("date", std::move(day));
}

void define_date_or_none(laid_out& definitions)
{
    auto day =
        described("A day of the calendar, YYYY-MM-DD, or `null` when there is none (datum).");
    day.add("type", list_of(std::initializer_list<std::string_view>{"string", "null"}));
    add_day(day);
    definitions.add("date_or_none", std::move(day));
}

} // namespace finsam::io
