// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/detail/suggest.hpp>
#include <finsam/engine/member_map.hpp>

#include <algorithm>

namespace finsam {
namespace {

/// The JSON Pointer of a column's declaration; the ones always there have none.
std::string pointer_of(std::size_t column)
{
    return column < built_in_columns ? "" : "/facts/" + std::to_string(column - built_in_columns);
}

/// A reserved key that is no fact, and whether the member's type can be it.
struct wish
{
    bool fits = false;
    std::string_view must_be;
};

std::optional<wish> wish_of(member_fact const& member)
{
    if (member.name == "id")
        return wish{member.can_be_id, "a std::string"};
    if (member.name == "consents")
        return wish{member.can_be_consents, "a set or list of parties or of std::string"};
    if (member.name == "preferences")
        return wish{member.can_be_preferences, "a list of std::string or a std::optional of one"};
    if (member.name == "placed")
        return wish{member.can_be_placed, "a std::optional of std::string"};
    return {};
}

} // namespace

result<member_map> fit_members(engine const& compiled, std::vector<member_fact> const& members)
{
    auto const& columns = compiled.facts().columns;
    diagnostics found;
    member_map map;
    std::vector<std::string_view> names, nearly;
    std::vector<bool> given(columns.size());
    for (auto const& column : columns)
        names.emplace_back(column.name);

    for (auto const& member : members) {
        auto& column = map.columns.emplace_back();
        auto& positions = map.values.emplace_back();
        auto const name = "`" + std::string(member.name) + "`";
        if (auto const wish = wish_of(member)) {
            if (!wish->fits)
                add(found, {.code = diagnostic_code::wrong_kind,
                            .message = "the type's member " + name + " cannot hold what it says",
                            .hint = "it must be " + std::string(wish->must_be)});
            continue;
        }
        column = find_column(compiled.facts(), member.name);
        if (!column) {
            auto const meant = detail::suggestion(member.name, names);
            for (auto const known : names)
                if (known == meant)
                    nearly.push_back(known);
            add(found, {.code = diagnostic_code::dangling_id,
                        .message = "the type's member " + name + " is no fact of the plan",
                        .hint = detail::hint_for(member.name, names, "facts")});
            continue;
        }
        given[*column] = true;
        auto const& about = columns[*column];
        if (about.kind != member.kind) {
            add(found,
                {.code = diagnostic_code::wrong_kind,
                 .pointer = pointer_of(*column),
                 .message = "the type's member " + name
                            + (member.kind ? " is of kind `"
                                                 + std::string(detail::name_of(*member.kind)) + "`"
                                           : " cannot hold a fact"),
                 .hint = "the plan's fact is of kind `" + std::string(detail::name_of(about.kind))
                         + "`"});
            continue;
        }
        for (auto const& value : member.values) {
            auto const known = std::find(about.values.begin(), about.values.end(), value);
            if (known == about.values.end())
                add(found, {.code = diagnostic_code::bad_value,
                            .pointer = pointer_of(*column),
                            .message = "the type's member " + name + " can be `" + value
                                       + "`, which the plan's fact cannot",
                            .hint = detail::hint_for(value, about.values, "values")});
            positions.push_back(static_cast<std::size_t>(known - about.values.begin()));
        }
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        auto const asked =
            std::any_of(compiled.lowered().tests.begin(), compiled.lowered().tests.end(),
                        [i](test const& one) { return one.column == i; });
        auto const misspelt =
            std::find(nearly.begin(), nearly.end(), columns[i].name) != nearly.end();
        if (asked && !given[i] && !misspelt)
            add(found, {.code = diagnostic_code::missing_key,
                        .pointer = pointer_of(i),
                        .message = "the type has no member for the fact `" + columns[i].name + "`",
                        .hint = "give it one; empty means not on record"});
    }
    if (found.errors > 0)
        return found;
    return map;
}

} // namespace finsam
