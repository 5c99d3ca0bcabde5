// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>

#include "io/described_reader.hpp"
#include "io/key_notes.hpp"
#include "io/schema_parts.hpp"
#include "io/shape.hpp"
#include "io/value_schema.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace finsam::io {

// The schema of described types, walked as described_reader.hpp walks them: what the type of a
// member and its `shape` say to the reader, they say here; `notes_of` says the rest.

/// Which keys must, may or must not be there.
template<detail::described_struct T>
[[nodiscard]] std::map<std::string_view, presence> presences_in(T const& so_far)
{
    std::map<std::string_view, presence> all;
    detail::for_each_member<T>([&](std::string_view key, auto pointer) {
        all[key] = presence_of<std::remove_cvref_t<decltype(so_far.*pointer)>>(so_far, key);
    });
    return all;
}

/// Calls `visit(key, name, value)` for each value that has a name and that a member can have;
/// `value` is a T with it.
template<detail::described_struct T, class Visit>
void for_each_kind(Visit visit)
{
    detail::for_each_member<T>([&](std::string_view key, auto pointer) {
        using type = std::remove_cvref_t<decltype(std::declval<T>().*pointer)>;
        if constexpr (detail::enumerated<type>)
            for (auto const name : detail::names_of<type>()) {
                T value{};
                value.*pointer = *detail::value_named<type>(name);
                visit(key, name, value);
            }
    });
}

/// The keys that must be there for one kind of thing and not for another.
template<detail::described_struct T>
[[nodiscard]] std::set<std::string_view> varying_keys()
{
    std::set<std::string_view> varying;
    auto const first = presences_in(T{});
    for_each_kind<T>([&](std::string_view, std::string_view, T const& value) {
        for (auto const& [key, wanted] : presences_in(value))
            if (wanted != first.at(key))
                varying.insert(key);
    });
    return varying;
}

/// What holds for one kind of thing alone: which keys it has, has not, and what they can be.
template<detail::described_struct T>
[[nodiscard]] laid_out demands_of(T const& kind, std::set<std::string_view> const& varying)
{
    auto properties = laid_out::object(), required = laid_out::list();
    detail::for_each_member<T>([&](std::string_view key, auto pointer) {
        using type = std::remove_cvref_t<decltype(kind.*pointer)>;
        if (varying.contains(key)) {
            auto const wanted = presence_of<type>(kind, key);
            if (wanted == presence::refused)
                return properties.add(key, impossible());
            if (wanted == presence::required)
                required.add(laid_out::text(key));
        }
        if constexpr (requires { notes_of<T>::narrowed(kind, key); }) {
            if (auto const note = notes_of<T>::narrowed(kind, key)) {
                auto value = laid_out::object();
                add_value<type>(value, *note);
                properties.add(key, std::move(value));
            }
        }
    });
    auto out = laid_out::object();
    if (!properties.empty())
        out.add("properties", std::move(properties));
    if (!required.empty())
        out.add("required", std::move(required));
    if constexpr (has_rule_or_when<T>)
        if (varying.contains("rule")
            && presence_of<std::optional<std::string>>(kind, "rule") != presence::refused)
            add_one_of(out, rule_and_when);
    return out;
}

/// Kinds of things with the same demands.
struct demanding_kinds
{
    std::string_view key;
    std::vector<std::string_view> names;
    laid_out demands;
};

template<detail::described_struct T>
[[nodiscard]] std::vector<demanding_kinds>
demands_by_kind(std::set<std::string_view> const& varying)
{
    std::vector<demanding_kinds> all;
    for_each_kind<T>([&](std::string_view key, std::string_view name, T const& kind) {
        auto demands = demands_of(kind, varying);
        if (demands.empty())
            return;
        for (auto& [its_key, names, its_demands] : all)
            if (its_key == key && its_demands == demands)
                return names.push_back(name);
        all.push_back({key, {name}, std::move(demands)});
    });
    return all;
}

/// The described members as keys of an object.
template<detail::described_struct T>
void add_members(object_keys& out)
{
    auto const varying = varying_keys<T>();
    detail::for_each_member<T>([&](std::string_view key, auto pointer) {
        using type = std::remove_cvref_t<decltype(std::declval<T>().*pointer)>;
        auto const& note = note_of<T>(key);
        auto value = described(note.about);
        add_value<type>(value, note);
        out.add(key, varying.contains(key) ? presence::optional : presence_of<type>(T{}, key),
                std::move(value));
    });
}

/// What the keys demand of one another.
template<detail::described_struct T>
void add_conditions(laid_out& out)
{
    auto const varying = varying_keys<T>();
    if constexpr (has_rule_or_when<T>)
        if (!varying.contains("rule"))
            add_one_of(out, rule_and_when);

    auto conditions = laid_out::list();
    for (auto const& [key, names, demands] : demands_by_kind<T>(varying))
        conditions.add(condition(key, names, demands));
    if (!conditions.empty())
        out.add("allOf", std::move(conditions));
}

/// The keywords of an object that is a T.
template<detail::described_struct T>
void add_object(laid_out& out)
{
    object_keys keys;
    add_members<T>(keys);
    keys.add_to(out);
    add_conditions<T>(out);
}

/// The definition of T.
template<detail::described_struct T>
void define(laid_out& definitions)
{
    auto out = described(notes_of<T>::about);
    add_type(out, "object");
    add_object<T>(out);
    definitions.add(notes_of<T>::name, std::move(out));
}

} // namespace finsam::io
