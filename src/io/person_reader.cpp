// SPDX-License-Identifier: BSL-1.0
#include "io/person_reader.hpp"

#include <finsam/detail/suggest.hpp>

#include "io/personal_number.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <utility>

namespace finsam::io {

person_reader::person_reader(plan const& agreed)
    : plan_(agreed)
    , schema_(schema_of(agreed))
    , holders_(holders_of(agreed))
    , keys_(std::begin(reserved_keys), std::end(reserved_keys))
{
    for (std::size_t i = 0; i < schema_.columns.size(); ++i) {
        columns_.emplace(schema_.columns[i].name, i);
        if (i >= built_in_columns)
            keys_.push_back(schema_.columns[i].name);
    }
    for (auto const& one : agreed.interventions)
        interventions_.push_back(one.id);
}

std::optional<std::size_t> person_reader::column_of(std::string_view key) const
{
    auto const found = columns_.find(key);
    if (found == columns_.end())
        return {};
    return found->second;
}

bool person_reader::is_known(reader& in, std::string_view key, std::size_t offset,
                             place const& here) const
{
    if (column_of(key) || std::ranges::find(reserved_keys, key) != std::end(reserved_keys))
        return true;
    if (is_personal_number(key))
        in.complain(diagnostic_code::personal_number, offset, here,
                    "a personal identity number stands where the name of a fact should",
                    "people are told apart by pseudonyms under `id`");
    else
        in.complain(diagnostic_code::unknown_key, offset, here.member(key),
                    "unknown key " + in_backticks(key), detail::hint_for(key, keys_, "keys"));
    return false;
}

namespace {

void read_id(reader& in, node const& at, place const& here, person& out)
{
    if (at.kind != json_kind::string)
        return in.wrong_type(
            at, here,
            {wanted::text.what, at.kind == json_kind::null ? hint_for_id : wanted::text.how});
    if (is_personal_number(at.text))
        return in.complain(diagnostic_code::personal_number, at.offset, here,
                           "`id` is a personal identity number or a coordination number",
                           "use a pseudonym");
    if (auto const length = count_characters(at.text); length < 1 || length > longest_person_id)
        return in.bad_value(at, here, "`id` must have 1 to 64 characters",
                            std::string(hint_for_id));
    out.id = at.text;
}

} // namespace

person person_reader::read(reader& in, node const& object, place const& here,
                           bool id_required) const
{
    person someone;
    std::vector<std::string> consents;
    someone.facts.resize(schema_.columns.size());
    if (object.kind != json_kind::object) {
        in.wrong_type(object, here, wanted::person);
        return someone;
    }
    for (auto const& [key, offset, value] : object.members) {
        auto const there = here.member(key);
        if (auto const column = column_of(key))
            someone.facts[*column] = read_cell(in, value, there, schema_.columns[*column]);
        else if (key == "id")
            read_id(in, value, there, someone);
        else if (key == "consents")
            consents = read_consents(in, value, there);
        else if (key == "preferences")
            read_wishes(in, value, there, someone);
        else if (key == "placed")
            read_placed(in, value, there, someone);
        else
            is_known(in, key, offset, here);
    }
    if (id_required && !find(object, "id"))
        in.complain(diagnostic_code::missing_key, object.offset, here, "`id` is missing",
                    std::string(hint_for_id));
    auto const* placed = find(object, "placed");
    if (placed && placed->kind == json_kind::string && !find(object, "municipality"))
        in.complain(diagnostic_code::missing_key, object.offset, here, "`municipality` is missing",
                    "who is placed somewhere needs one");
    withhold(schema_, consents, someone);
    return someone;
}

void person_reader::read_wishes(reader& in, node const& at, place const& here, person& out) const
{
    if (at.kind != json_kind::array)
        return in.wrong_type(at, here, or_nothing(at, wanted::list));
    auto& wishes = out.preferences.emplace();
    for (std::size_t i = 0; i < at.items.size(); ++i) {
        auto const there = here.item(i);
        auto const wish = intervention_named(in, at.items[i], there);
        if (!wish)
            continue;
        if (std::ranges::find(wishes, *wish) != wishes.end())
            in.complain(diagnostic_code::duplicate_id, at.items[i].offset, there,
                        subject(there) + " stands there twice", "leave one of them out");
        else
            wishes.push_back(*wish);
    }
}

std::vector<std::string> person_reader::read_consents(reader& in, node const& at,
                                                      place const& here) const
{
    std::vector<std::string> consents;
    if (at.kind != json_kind::array) {
        in.wrong_type(at, here, or_nothing(at, wanted::list));
        return consents;
    }
    for (std::size_t i = 0; i < at.items.size(); ++i) {
        auto const& item = at.items[i];
        auto const there = here.item(i);
        if (item.kind != json_kind::string)
            in.wrong_type(item, there, wanted::text);
        else if (std::ranges::find(holders_, item.text) == holders_.end())
            in.complain(diagnostic_code::dangling_id, item.offset, there,
                        subject(there) + " is neither a party nor another organisation of the plan",
                        detail::hint_for(item.text, holders_, "holders of facts"));
        else
            consents.push_back(item.text);
    }
    return consents;
}

void person_reader::read_placed(reader& in, node const& at, place const& here,
                                person& someone) const
{
    someone.placed = intervention_named(in, at, here);
    if (someone.placed
        && plan_.interventions[*someone.placed].kind == intervention_kind::structural)
        in.bad_value(at, here, subject(here) + " is a structural intervention",
                     "nobody has a place in one");
}

std::optional<std::uint32_t> person_reader::intervention_named(reader& in, node const& at,
                                                               place const& here) const
{
    if (at.kind != json_kind::string) {
        in.wrong_type(at, here, or_nothing(at, wanted::text));
        return {};
    }
    auto const found = std::ranges::find(interventions_, at.text);
    if (found == interventions_.end()) {
        in.complain(diagnostic_code::dangling_id, at.offset, here,
                    subject(here) + " is no intervention of the plan",
                    detail::hint_for(at.text, interventions_, "interventions"));
        return {};
    }
    return static_cast<std::uint32_t>(found - interventions_.begin());
}

} // namespace finsam::io
