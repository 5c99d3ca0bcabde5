// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::io {

/// Bytes after a text that whoever looks at it eight or sixteen at a time may touch, not use.
inline constexpr std::size_t readable_after = 32;

/// The numbers of words known beforehand: keys, values, ids (ordlista).
///
/// Made to be asked tens of times a line: a word is told apart by its first and last eight bytes
/// and its length, without a loop over its letters.
class word_table
{
public:
    word_table()
        : word_table(std::vector<std::string_view>{})
    {}
    /// Each word has its position as number, the first one if it is there twice. A word that a JSON
    /// text must write otherwise than it is, with an escape, has none; nor has `null`, which is not
    /// the word it seems in CSV.
    explicit word_table(std::vector<std::string_view> const& words);

    /// The number of the word, or -1.
    ///
    /// Precondition: `readable_after` bytes after the word's first may be read.
    [[nodiscard]] std::int32_t find(char const* word, std::size_t length) const noexcept
    {
        auto const [head, tail] = ends_of(word, length);
        for (auto at = place(head, tail, length);; at = (at + 1) & mask_) {
            auto const& one = slots_[at];
            if (one.number < 0)
                return -1;
            if (one.head == head && one.tail == tail && one.length == length
                && (length <= 16
                    || std::memcmp(text_.data() + one.text + 8, word + 8, length - 16) == 0))
                return one.number;
        }
    }

private:
    struct slot
    {
        std::uint64_t head = 0, tail = 0;
        std::uint32_t length = 0, text = 0;
        std::int32_t number = -1;
    };
    struct both_ends
    {
        std::uint64_t head, tail;
    };

    static std::uint64_t eight(char const* from) noexcept
    {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, from, sizeof bytes);
        return bytes;
    }

    /// Masks of the first bytes of eight.
    static constexpr auto first_bytes = [] {
        std::array<std::uint64_t, 9> masks{};
        for (std::size_t i = 1; i < masks.size(); ++i)
            masks[i] = std::endian::native == std::endian::little
                           ? ~std::uint64_t{0} >> (64 - 8 * i)
                           : ~std::uint64_t{0} << (64 - 8 * i);
        return masks;
    }();

    static both_ends ends_of(char const* word, std::size_t length) noexcept
    {
        // Without a branch: which word is shorter than eight bytes cannot be foreseen.
        auto const own = first_bytes[std::min<std::size_t>(length, 8)];
        auto const last = std::max<std::size_t>(length, 8) - 8;
        return {eight(word) & own, eight(word + last) & own};
    }

    [[nodiscard]] std::size_t place(std::uint64_t head, std::uint64_t tail,
                                    std::size_t length) const noexcept
    {
        auto const mixed = (head ^ std::rotl(tail, 29) ^ length) * 0x9E3779B97F4A7C15;
        return static_cast<std::size_t>(mixed >> 32) & mask_;
    }

    std::vector<slot> slots_;
    std::size_t mask_ = 0;
    std::string text_;
};

} // namespace finsam::io
