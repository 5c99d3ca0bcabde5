// SPDX-License-Identifier: BSL-1.0
#include "rules/ways.hpp"

#include <algorithm>
#include <utility>

namespace finsam::checking {

ways only(std::size_t column, value_set values)
{
    if (is_empty(values))
        return {.all = {}, .conflict = column};
    return {.all = {box{{column, std::move(values)}}}};
}

bool joiner::includes(box const& whole, box const& part)
{
    return std::ranges::all_of(whole, [&](auto const& one) {
        auto const narrower = part.find(one.first);
        if (narrower == part.end())
            return false;
        steps_ += size_of(one.second) + size_of(narrower->second);
        return intersect(narrower->second, one.second) == narrower->second;
    });
}

void joiner::add(ways& to, box one)
{
    auto const room = keeps_apart() ? most : 1;
    if (room > 1
        && std::ranges::any_of(to.all, [&](box const& other) { return includes(other, one); }))
        return;
    if (to.all.size() < room) {
        to.all.push_back(std::move(one));
        return;
    }
    // What is demanded in either way.
    auto& last = to.all.back();
    std::erase_if(last, [&](auto const& fact) { return !one.contains(fact.first); });
    for (auto& [column, values] : last) {
        auto const& others = one.at(column);
        steps_ += size_of(values) + size_of(others);
        values = unite(values, others);
    }
}

std::optional<std::size_t> joiner::narrow(box& narrowed, box const& by)
{
    for (auto const& [column, values] : by) {
        steps_ += size_of(values);
        auto const [known, is_new] = narrowed.emplace(column, values);
        if (is_new)
            continue;
        steps_ += size_of(known->second);
        known->second = intersect(known->second, values);
        if (is_empty(known->second))
            return column;
    }
    return {};
}

ways joiner::both_of(ways a, ways const& b)
{
    auto made = ways::none();
    for (auto& one : a.all)
        for (auto const& other : b.all) {
            bool const is_last = &other == &b.all.back();
            if (!is_last)
                for (auto const& [column, values] : one)
                    steps_ += size_of(values);
            auto both = is_last ? std::move(one) : one;
            if (auto const conflict = narrow(both, other))
                made.conflict = conflict;
            else
                add(made, std::move(both));
        }
    return made;
}

ways joiner::all_of(std::vector<ways> several)
{
    auto const impossible = std::ranges::find_if(several, &ways::impossible);
    if (impossible != several.end())
        return std::move(*impossible);
    // What can be in one way only narrows the others.
    std::ranges::stable_partition(several, [](ways const& one) { return one.all.size() == 1; });
    ways made;
    for (auto const& one : several) {
        made = both_of(std::move(made), one);
        if (made.impossible())
            break;
    }
    return made;
}

ways joiner::any_of(std::vector<ways> const& several)
{
    auto made = ways::none();
    for (auto const& one : several) {
        if (one.impossible())
            made.conflict = one.conflict;
        for (auto const& way : one.all)
            add(made, way);
    }
    return made;
}

ways joiner::at_least(std::int64_t wanted, std::vector<ways> several)
{
    if (wanted <= 0)
        return {};
    auto const count = static_cast<std::int64_t>(several.size());
    if (wanted >= count)
        return wanted == count ? all_of(std::move(several)) : ways::none();
    if (!keeps_apart())
        return any_of(several);
    // So many of those looked at, by how many.
    std::vector<ways> made(static_cast<std::size_t>(wanted) + 1, ways::none());
    made[0] = {};
    for (auto const& one : several)
        for (auto held = made.size() - 1; held > 0; --held)
            for (auto& way : both_of(made[held - 1], one).all)
                add(made[held], std::move(way));
    return std::move(made.back());
}

} // namespace finsam::checking
