// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "rails.hpp"

#include <bit>
#include <cstdint>
#include <optional>

namespace by_hand {

/// One person as somebody's own struct would be: a value or nothing for each fact, and whether it
/// is known that there is none.
struct row
{
    std::optional<std::int32_t> facts[28];
    bool none[28];
};

/// One person at a time, all rules inlined in one loop.
struct row_leaves
{
    row const& from;

    template<int C>
    rails<unsigned> of(bool met) const
    {
        return {static_cast<unsigned>(from.facts[C].has_value() && met),
                static_cast<unsigned>(from.none[C] || (from.facts[C].has_value() && !met))};
    }
    template<int C>
    std::int32_t number() const
    {
        return from.facts[C].value_or(0);
    }
    template<int C, long Low, long High>
    auto in_range() const
    {
        return of<C>(Low <= number<C>() && number<C>() <= High);
    }
    template<int C, long... Numbers>
    auto among() const
    {
        return of<C>(((number<C>() == Numbers) || ...));
    }
    template<int C, unsigned Members>
    auto contains_any() const
    {
        return of<C>((static_cast<unsigned>(number<C>()) & Members) != 0);
    }
    template<int C, unsigned Members>
    auto contains_all() const
    {
        return of<C>((static_cast<unsigned>(number<C>()) & Members) == Members);
    }
    template<int C, int K>
    auto count_at_least() const
    {
        return of<C>(std::popcount(static_cast<unsigned>(number<C>())) >= K);
    }
    template<int C>
    auto is_none() const
    {
        return rails<unsigned>{from.none[C], from.facts[C].has_value()};
    }
    template<int C>
    auto is_some() const
    {
        return not_of(is_none<C>());
    }
};

} // namespace by_hand
