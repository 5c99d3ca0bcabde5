// SPDX-License-Identifier: BSL-1.0
#include "rules/told_places.hpp"

#include <finsam/detail/suggest.hpp>

#include <algorithm>
#include <utility>

namespace finsam::checking {

void told_places::add(std::string pointer)
{
    places_.insert(std::move(pointer));
}

bool told_places::cover(std::string_view pointer) const
{
    if (places_.empty())
        return false;
    for (auto end = pointer.size();; end = pointer.rfind('/', end - 1)) {
        if (places_.contains(pointer.substr(0, end)))
            return true;
        if (end == 0)
            return false;
    }
}

bool told_places::touch(std::string_view pointer) const
{
    return cover(pointer) || touch_beside(pointer, {});
}

bool told_places::touch_beside(std::string_view object,
                               std::initializer_list<std::string_view> keys) const
{
    if (cover(object))
        return true;
    auto const start = under(object, "");
    for (auto at = places_.lower_bound(start); at != places_.end() && at->starts_with(start);
         ++at) {
        auto const below = std::string_view{*at}.substr(start.size());
        auto const key = below.substr(0, below.find('/'));
        if (std::ranges::find(keys, key) == keys.end())
            return true;
    }
    return false;
}

bool told_places::hide(std::string_view object, std::string_view key,
                       std::span<std::string_view const> keys) const
{
    if (touch(under(object, key)))
        return true;
    auto const start = under(object, "");
    for (auto at = places_.lower_bound(start); at != places_.end() && at->starts_with(start);
         ++at) {
        auto const word = std::string_view{*at}.substr(start.size());
        if (word.find('/') != word.npos || std::ranges::find(keys, word) != keys.end())
            continue;
        if (auto const meant = detail::suggestion(word, keys); meant.empty() || meant == key)
            return true;
    }
    return false;
}

} // namespace finsam::checking
