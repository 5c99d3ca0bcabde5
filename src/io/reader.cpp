// SPDX-License-Identifier: BSL-1.0
#include "io/reader.hpp"

#include <finsam/detail/suggest.hpp>

#include <algorithm>
#include <utility>

namespace finsam::io {

void reader::complain(diagnostic_code code, std::size_t offset, place const& here,
                      std::string message, std::string hint)
{
    auto const [line, column] = position_of(source, offset);
    found.push_back({.code = code,
                     .file = std::string(source.name),
                     .line = line,
                     .column = column,
                     .pointer = to_pointer(here),
                     .message = std::move(message),
                     .hint = std::move(hint)});
    // Of an object with a missing key only the key is broken; the caller knows which.
    if (code != diagnostic_code::missing_key)
        broken.push_back(found.back().pointer);
}

void reader::bad_value(node const& at, place const& here, std::string message, std::string hint)
{
    complain(diagnostic_code::bad_value, at.offset, here, std::move(message), std::move(hint));
}

void reader::wrong_type(node const& at, place const& here, expected const& wanted)
{
    complain(diagnostic_code::wrong_type, at.offset, here,
             subject(here) + " must be " + std::string(wanted.what) + ", not "
                 + std::string(kind_name(at.kind)),
             std::string(wanted.how));
}

bool is_object(reader& in, node const& at, place const& here)
{
    if (at.kind == json_kind::object)
        return true;
    in.wrong_type(at, here, wanted::object);
    return false;
}

std::vector<node> const& items_of(reader& in, node const& at, place const& here)
{
    if (at.kind != json_kind::array)
        in.wrong_type(at, here, wanted::list);
    return at.items;
}

std::string subject(place const& here)
{
    if (!here.above)
        return "the document";
    if (!here.is_item)
        return in_backticks(here.key);
    auto const* list = here.above;
    while (list->is_item)
        list = list->above;
    return list->above ? "an item of " + in_backticks(list->key) : "an item";
}

std::string_view kind_name(json_kind kind)
{
    switch (kind) {
    case json_kind::null:
        return "`null`";
    case json_kind::boolean:
        return "`true` or `false`";
    case json_kind::number:
        return "a number";
    case json_kind::string:
        return "text";
    case json_kind::array:
        return "a list";
    case json_kind::object:
        return "an object";
    }
    return {};
}

expected_keys::expected_keys(reader& in, node const& object, place const& here)
    : in_(in)
    , object_(object)
    , here_(here)
{}

node const* expected_keys::take(std::string_view key, presence wanted, std::string_view why_refused)
{
    auto const* value = find(object_, key);
    if (wanted == presence::refused) {
        if (value)
            refuse(key, in_backticks(key) + " cannot stand here", std::string(why_refused));
        return nullptr;
    }
    known_.push_back(key);
    if (wanted == presence::required)
        required_.push_back(key);
    if (!value && wanted == presence::required)
        needs_.push_back({.keys = {key}, .message = in_backticks(key) + " is missing"});
    return value;
}

void expected_keys::refuse(std::string_view key, std::string message, std::string hint)
{
    auto const one = std::ranges::find(object_.members, key, &entry::key);
    in_.complain(diagnostic_code::unknown_key, one->offset, here_.member(one->key),
                 std::move(message), std::move(hint));
    refused_.push_back(one->key);
}

void expected_keys::need_one_of(std::span<std::string_view const> keys, std::string message,
                                std::string hint, stand_in instead)
{
    known_.insert(known_.end(), keys.begin(), keys.end());
    needs_.push_back({{keys.begin(), keys.end()}, std::move(message), std::move(hint), instead});
}

expected_keys::need* expected_keys::stood_in_for(std::string_view key)
{
    if (!detail::suggestion(key, known_).empty())
        return nullptr;
    auto const found = std::ranges::find_if(needs_, [](need const& one) {
        return one.instead == stand_in::unknown_key && !one.is_met;
    });
    return found == needs_.end() ? nullptr : &*found;
}

std::string expected_keys::hint_of(need const& one) const
{
    if (!one.hint.empty())
        return one.hint;
    return required_.size() == 1 ? "it is the only key that is required here"
                                 : "required here are " + detail::listed(required_);
}

void expected_keys::report(std::span<explained_key const> explained)
{
    auto const explanation_of = [&](std::string_view key) {
        auto const found = std::ranges::find(explained, key, &explained_key::key);
        return found == explained.end() ? nullptr : &*found;
    };

    std::vector<std::string_view> absent;
    std::ranges::copy_if(known_, std::back_inserter(absent),
                         [&](auto key) { return !find(object_, key); });
    std::vector<entry const*> unknown;
    for (auto const& one : object_.members)
        if (std::ranges::find(known_, one.key) == known_.end()
            && std::ranges::find(refused_, one.key) == refused_.end())
            unknown.push_back(&one);

    // What is not there yet is a better guess than what is. A misspelt key meets its need before
    // one that resembles nothing may stand for it.
    std::vector<std::string> meant;
    for (auto const* one : unknown) {
        auto const* const why = explanation_of(one->key);
        auto const& missing = meant.emplace_back(why ? std::string(why->instead)
                                                     : detail::suggestion(one->key, absent));
        for (auto& wanted : needs_)
            if (std::ranges::find(wanted.keys, missing) != wanted.keys.end())
                wanted.is_met = true;
    }
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        auto const& key = unknown[i]->key;
        auto hint = detail::hint_for(key, known_, "keys");
        if (auto const* const why = explanation_of(key)) {
            hint = why->hint;
        } else if (!meant[i].empty()) {
            hint = "did you mean `" + meant[i] + "`?";
        } else if (auto* const wanted = stood_in_for(key)) {
            hint = wanted->hint;
            wanted->is_met = true;
        }
        in_.complain(diagnostic_code::unknown_key, unknown[i]->offset, here_.member(key),
                     "unknown key " + in_backticks(key), std::move(hint));
    }
    for (auto& wanted : needs_) {
        for (auto const key : wanted.keys)
            in_.broken.push_back(to_pointer(here_.member(key)));
        if (!wanted.is_met)
            in_.complain(diagnostic_code::missing_key, object_.offset, here_,
                         std::move(wanted.message), hint_of(wanted));
    }
}

} // namespace finsam::io
