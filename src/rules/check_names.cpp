// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/schema.hpp>

#include "rules/checking.hpp"

#include <algorithm>

namespace finsam::checking {

namespace {

bool is_id(std::string_view word)
{
    auto const is_first = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !word.empty() && word.size() <= 64 && is_first(word.front())
           && std::ranges::all_of(word,
                                  [&](char c) { return is_first(c) || c == '_' || c == '-'; });
}

void tell_id(state& in, std::string_view word, std::string const& pointer)
{
    in.tell(diagnostic_code::bad_value, pointer, backticked(word) + " cannot be an id",
            "an id has 1 to 64 of `a`-`z`, `0`-`9`, `_`, `-` and begins with a letter or a digit");
}

/// Enters the names of a list; several with one name are allowed for versions of a rule only.
template<class T>
void enter(state& in, registry& names, std::vector<T> const& list, std::string_view list_key,
           std::string_view name_key, std::string T::*name, std::size_t first_place = 0,
           bool may_repeat = false)
{
    auto const where = under("", list_key);
    if (in.told.cover(where) || (list.empty() && in.told.hide<plan>("", list_key)))
        names.incomplete = true;
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto const pointer = under(where, i, name_key);
        auto const& word = list[i].*name;
        bool is_doubtful = true;
        if (in.told.touch(pointer)) {
            names.incomplete = true;
            if (word.empty())
                continue;
        } else if (!is_id(word)) {
            tell_id(in, word, pointer);
        } else if (names.find(word) && !may_repeat) {
            // Members and other organisations share their ids, and the members come first.
            auto const before = *names.place_of(word);
            auto const first = before < first_place ? under("/members", before)
                                                    : under(where, before - first_place);
            in.tell(diagnostic_code::duplicate_id, pointer,
                    "another " + std::string(names.one) + " is named " + backticked(word),
                    "choose another " + std::string(name_key) + " than that of "
                        + backticked(first));
        } else {
            is_doubtful = false;
        }
        names.add(word, first_place + i, is_doubtful);
    }
}

void enter_facts(state& in)
{
    auto& names = in.facts;
    names.add("municipality", municipality_column);
    names.add("waiting_since", waiting_since_column);
    names.add("completed", completed_column);
    for (std::size_t i = 0; i < in.agreed.facts.size(); ++i) {
        auto const& word = in.agreed.facts[i].name;
        if (std::ranges::find(reserved_keys, word) == std::end(reserved_keys))
            continue;
        in.tell(diagnostic_code::bad_value, under("/facts", i, "name"),
                backticked(word) + " is a reserved key of a person",
                names.find(word) ? "it is always in the vocabulary and is not listed"
                                 : "choose another name");
    }
    enter(in, names, in.agreed.facts, "facts", "name", &fact_declaration::name, built_in_columns);
}

} // namespace

void check_names(state& in)
{
    auto const& agreed = in.agreed;
    if (!is_id(agreed.id))
        tell_id(in, agreed.id, "/id");
    for (std::size_t i = 0; i < agreed.others.size(); ++i)
        if (auto const& id = agreed.others[i].id; detail::value_named<party>(id))
            in.tell(diagnostic_code::bad_value, under("/others", i, "id"),
                    backticked(id) + " is the name of a party", "choose another id");
    enter(in, in.members, agreed.members, "members", "id", &member::id);
    in.own_members.take_names_of(in.members);
    enter(in, in.members, agreed.others, "others", "id", &other_organisation::id,
          agreed.members.size());
    enter_facts(in);
    enter(in, in.parameters, agreed.parameters, "parameters", "id", &parameter::id);
    enter(in, in.rules, agreed.rules, "rules", "id", &rule::id, 0, true);
    enter(in, in.needs_groups, agreed.needs_groups, "needs_groups", "id", &needs_group::id);
    enter(in, in.declarations, agreed.declarations, "declarations", "id", &declaration::id);
    enter(in, in.interventions, agreed.interventions, "interventions", "id", &intervention::id);
    enter(in, in.mandates, agreed.mandates, "mandates", "id", &mandate::id);
}

} // namespace finsam::checking
