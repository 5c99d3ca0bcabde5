// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/suggest.hpp>
#include <finsam/rules/schema.hpp>

#include "rules/checking.hpp"

#include <algorithm>
#include <array>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

constexpr std::array<std::string_view, 2> criteria_keys = {"rule", "when"};
constexpr std::array<std::string_view, 3> criteria_lists = {"rules", "needs_groups",
                                                            "interventions"};

std::string_view next_step(std::string_view& pointer)
{
    pointer.remove_prefix(1);
    auto const step = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(step.size());
    return step;
}

/// Whether the key is one of these or, unknown, may be a misspelling of one.
bool may_mean(std::string_view key, std::span<std::string_view const> known,
              std::span<std::string_view const> wanted)
{
    if (std::ranges::find(known, key) == known.end()) {
        auto const meant = detail::suggestion(key, known);
        return meant.empty() || std::ranges::find(wanted, meant) != wanted.end();
    }
    return std::ranges::find(wanted, key) != wanted.end();
}

void tell_unused(state& in, registry const& names, std::size_t number, std::string const& pointer,
                 std::string_view name_key, std::string_view use)
{
    if (names.used[number] || in.told.touch(under(pointer, name_key)))
        return;
    in.tell(unused, pointer,
            "nothing uses " + std::string(names.one) + " " + backticked(names.names[number]),
            std::string(use) + ", or leave it out");
}

} // namespace

bool hides_uses(std::string_view pointer)
{
    if (pointer.empty())
        return true;
    auto const list = next_step(pointer);
    if (list == "format" || !may_mean(list, keys_of<plan>(), criteria_lists))
        return false;
    if (pointer.empty())
        return true;
    next_step(pointer); // the position
    if (pointer.empty())
        return true;
    auto const key = next_step(pointer);
    auto const keys = list == "rules"          ? keys_of<rule>()
                      : list == "needs_groups" ? keys_of<needs_group>()
                                               : keys_of<intervention>();
    return may_mean(key, keys, criteria_keys);
}

void check_unused(state& in)
{
    // What a missing rule or version would use is not known.
    if (in.uses_are_hidden || in.rules.used_unrecognisably)
        return;
    if (!in.facts.used_unrecognisably)
        for (std::size_t i = 0; i < in.facts.names.size(); ++i)
            if (auto const& places = in.facts.places[i];
                places.size() == 1 && places.front() >= built_in_columns)
                tell_unused(in, in.facts, i, under("/facts", places.front() - built_in_columns),
                            "name", "ask about it in a criterion");
    if (!in.parameters.used_unrecognisably)
        for (std::size_t i = 0; i < in.parameters.names.size(); ++i)
            if (auto const& places = in.parameters.places[i]; places.size() == 1)
                tell_unused(in, in.parameters, i, under("/parameters", places.front()), "id",
                            "name it where a number stands");
    for (std::size_t i = 0; i < in.rules.names.size(); ++i)
        tell_unused(in, in.rules, i, under("/rules", in.rules.places[i].front()), "id",
                    "name it in a needs group, an intervention or another rule");
}

} // namespace finsam::checking
