// SPDX-License-Identifier: BSL-1.0
#include "rules/registry.hpp"

#include <finsam/detail/suggest.hpp>

#include <utility>

namespace finsam::checking {

void registry::add(std::string_view name, std::size_t place, bool is_doubtful)
{
    auto const [at, is_new] = index.try_emplace(name, names.size());
    if (is_new) {
        names.push_back(name);
        places.emplace_back();
        used.push_back(false);
        doubtful.push_back(false);
    }
    if (is_doubtful)
        incomplete = doubtful[at->second] = true;
    places[at->second].push_back(place);
}

void registry::take_names_of(registry const& other)
{
    auto mine = other;
    mine.one = one;
    mine.many = many;
    *this = std::move(mine);
}

std::optional<std::size_t> registry::find(std::string_view name) const
{
    auto const at = index.find(name);
    if (at == index.end())
        return {};
    return at->second;
}

std::optional<std::size_t> registry::place_of(std::string_view name) const
{
    auto const at = index.find(name);
    if (at == index.end())
        return {};
    return places[at->second].front();
}

std::string_view registry::meant_by(std::string_view word)
{
    // A word is compared with every name, so in a long list full of mistakes no more is guessed.
    constexpr std::size_t most_comparisons = 1'000'000;
    if (guesses_.size() * names.size() > most_comparisons)
        return {};
    auto const [at, is_new] = guesses_.try_emplace(std::string(word));
    if (is_new)
        if (auto const name = find(detail::suggestion(word, names)))
            at->second = names[*name];
    return at->second;
}

bool registry::may_be_missing(std::string_view word, std::string_view meant) const
{
    if (!incomplete)
        return false;
    auto const name = find(meant);
    if (!name || doubtful[*name] || word.size() < 4)
        return true;
    auto const letters = [](std::string_view text) {
        std::string kept{text};
        std::erase_if(kept, [](char c) { return c >= '0' && c <= '9'; });
        return kept;
    };
    return letters(word) == letters(meant) || detail::edit_distance(word, meant) > 1;
}

} // namespace finsam::checking
