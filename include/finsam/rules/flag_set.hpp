// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace finsam {

/// Some values of a described enum, a bit each (flaggmängd): a set fact without an allocation.
///
/// Shape: at most 64 values, by their place among those described.
template<detail::described_enum E>
class flag_set
{
    static_assert(detail::names_of<E>().size() <= 64,
                  "a flag set holds an enum of at most 64 values");

public:
    constexpr flag_set() = default;
    constexpr flag_set(std::initializer_list<E> values)
    {
        for (auto const value : values)
            insert(value);
    }

    constexpr void insert(E value) { bits_ |= bit(value); }
    constexpr void erase(E value) { bits_ &= ~bit(value); }
    [[nodiscard]] constexpr bool contains(E value) const { return (bits_ & bit(value)) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const noexcept
    {
        return static_cast<std::size_t>(std::popcount(bits_));
    }
    /// The bit of the value described first is the lowest.
    [[nodiscard]] constexpr std::uint64_t bits() const noexcept { return bits_; }

    friend constexpr bool operator==(flag_set const&, flag_set const&) = default;

private:
    /// No bit for a value that is not described.
    [[nodiscard]] static constexpr std::uint64_t bit(E value)
    {
        auto const place = detail::position_of(value);
        return place < detail::names_of<E>().size() ? std::uint64_t{1} << place : 0;
    }

    std::uint64_t bits_ = 0;
};

} // namespace finsam
