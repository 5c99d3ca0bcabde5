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

void reader::wrong_type(node const& at, place const& here, std::string_view expected)
{
    complain(diagnostic_code::wrong_type, at.offset, here,
             subject(here) + " must be " + std::string(expected) + ", not "
                 + std::string(kind_name(at.kind)));
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
    if (!value && wanted == presence::required)
        needs_.push_back({{key}, in_backticks(key) + " is missing", {}});
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
                                std::string hint)
{
    known_.insert(known_.end(), keys.begin(), keys.end());
    needs_.push_back({{keys.begin(), keys.end()}, std::move(message), std::move(hint)});
}

void expected_keys::report()
{
    std::vector<std::string_view> absent;
    std::ranges::copy_if(known_, std::back_inserter(absent),
                         [&](auto key) { return !find(object_, key); });
    std::vector<std::string> meant;
    for (auto const& [key, offset, value] : object_.members) {
        if (std::ranges::find(known_, key) != known_.end()
            || std::ranges::find(refused_, key) != refused_.end())
            continue;
        // What is not there yet is a better guess than what is.
        auto const missing = detail::suggestion(key, absent);
        auto const hint = missing.empty() ? detail::hint_for(key, known_, "keys")
                                          : "did you mean `" + missing + "`?";
        in_.complain(diagnostic_code::unknown_key, offset, here_.member(key),
                     "unknown key " + in_backticks(key), hint);
        if (!missing.empty())
            meant.push_back(missing);
    }
    for (auto& [keys, message, hint] : needs_) {
        for (auto const key : keys)
            in_.broken.push_back(to_pointer(here_.member(key)));
        auto const is_meant = [&](auto key) {
            return std::ranges::find(meant, key) != meant.end();
        };
        if (std::ranges::none_of(keys, is_meant))
            in_.complain(diagnostic_code::missing_key, object_.offset, here_, std::move(message),
                         std::move(hint));
    }
}

} // namespace finsam::io
