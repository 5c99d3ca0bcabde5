// SPDX-License-Identifier: BSL-1.0
#include "io/read_csv.hpp"

#include "io/personal_number.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace finsam::io {

namespace {

node value_of(json_kind kind, std::size_t offset, std::string text = {})
{
    node value;
    value.kind = kind;
    value.offset = offset;
    value.text = std::move(text);
    return value;
}

/// `a;b` as a list of texts, `[]` as the empty one.
node list_of(csv_field const& field)
{
    auto list = value_of(json_kind::array, field.offset);
    if (field.text == "[]")
        return list;
    for (std::size_t from = 0;;) {
        auto const to = std::min(field.text.find(';', from), field.text.size());
        list.items.push_back(value_of(json_kind::string,
                                      field.offset + (field.quoted ? 1 : 0) + from,
                                      field.text.substr(from, to - from)));
        if (to == field.text.size())
            return list;
        from = to + 1;
    }
}

bool is_whole_number(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    if (text.empty() || (text.size() > 1 && text[0] == '0'))
        return false;
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Nothing if the field is not what its column holds.
std::optional<node> value_of(reader& in, csv_field const& field, place const& here,
                             std::string_view name, person_reader const& people)
{
    if (field.text == "null")
        return value_of(json_kind::null, field.offset);
    auto const column = people.column_of(name);
    if (!column)
        return name == "consents" || name == "preferences"
                   ? list_of(field)
                   : value_of(json_kind::string, field.offset, field.text);
    switch (people.vocabulary().columns[*column].kind) {
    case fact_kind::boolean: {
        auto truth = value_of(json_kind::boolean, field.offset);
        truth.truth = field.text == "true";
        if (truth.truth || field.text == "false")
            return truth;
        in.complain(diagnostic_code::bad_value, field.offset, here,
                    subject(here) + " must be `true` or `false`",
                    "an empty field is not on record");
        return {};
    }
    case fact_kind::integer:
        if (is_whole_number(field.text))
            return value_of(json_kind::number, field.offset, field.text);
        in.complain(diagnostic_code::bad_value, field.offset, here,
                    subject(here) + " must be a whole number", "an empty field is not on record");
        return {};
    case fact_kind::set:
        return list_of(field);
    case fact_kind::date:
    case fact_kind::choice:
    case fact_kind::code:
        return value_of(json_kind::string, field.offset, field.text);
    }
    return {};
}

/// Whether one of what stands between semicolons or tabs is a personal number.
bool has_personal_number(std::string_view text)
{
    while (!text.empty()) {
        auto const length = std::min(text.find_first_of(";\t"), text.size());
        if (is_personal_number(text.substr(0, length)))
            return true;
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return false;
}

/// A header row that other marks than commas separate.
void tell_separators(reader& in, std::string_view names, std::size_t offset)
{
    std::string const hint = "columns are separated by commas";
    if (has_personal_number(names))
        in.complain(diagnostic_code::personal_number, offset, place(),
                    "a personal identity number stands where names of facts should", hint);
    else
        in.complain(diagnostic_code::unknown_key, offset, place().member(names),
                    "unknown key " + in_backticks(names), hint);
}

} // namespace

csv_header read_header(reader& in, csv_row const& row, person_reader const& people)
{
    csv_header header;
    place const here;
    std::set<std::string_view> seen;
    bool const is_separated_otherwise =
        row.fields.size() == 1 && row.fields[0].text.find_first_of(";\t") != std::string::npos;
    for (auto const& [name, offset, quoted] : row.fields) {
        header.names.emplace_back();
        bool const again = !seen.insert(name).second && !name.empty() && !is_personal_number(name);
        if (again)
            in.complain(diagnostic_code::duplicate_key, offset, here.member(name),
                        in_backticks(name) + " stands twice in the header row",
                        "leave one of them out");
        else if (is_separated_otherwise)
            tell_separators(in, name, offset);
        else if (people.is_known(in, name, offset, here))
            header.names.back() = name;
    }
    header.has_id = std::ranges::find(header.names, "id") != header.names.end();
    if (!header.has_id && !is_separated_otherwise)
        in.complain(diagnostic_code::missing_key, row.offset, here,
                    "the header row has no column `id`", std::string(hint_for_id));
    return header;
}

node to_object(reader& in, csv_row const& row, csv_header const& header,
               person_reader const& people)
{
    auto person = value_of(json_kind::object, row.offset);
    place const here;
    for (std::size_t i = 0; i < row.fields.size(); ++i) {
        auto const& field = row.fields[i];
        auto const& name = header.names[i];
        // An empty field is not on record.
        if (name.empty() || field.text.empty())
            continue;
        if (auto value = value_of(in, field, here.member(name), name, people))
            person.members.push_back({name, field.offset, std::move(*value)});
    }
    return person;
}

} // namespace finsam::io
