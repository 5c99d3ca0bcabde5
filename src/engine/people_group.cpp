// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/people.hpp>

#include "read_piece.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <array>

// One fact of 64 people at a time, read back from pieces.

namespace finsam {
namespace {

/// The word of a plane in which the row's bit is.
std::uint64_t word_in(piece const& from, plane_at at, std::size_t row)
{
    if (at == plane_at::all_zero || at == plane_at::all_one)
        return at == plane_at::all_one ? ~std::uint64_t{0} : 0;
    return from.plane(at)[row / 64];
}

/// Adds the bits of a word to bytes, eight of them a word, as bit k.
void spread(std::uint64_t bits, std::size_t k, std::array<std::uint64_t, 8>& bytes)
{
    for (std::size_t i = 0; i < 8; ++i) {
        // A byte that keeps its own bit of eight or none; then 1 or 0.
        auto const apart = (bits >> i * 8 & 0xFF) * 0x0101010101010101 & 0x8040201008040201;
        bytes[i] |= ((apart + 0x7F7F7F7F7F7F7F7F) >> 7 & 0x0101010101010101) << k;
    }
}

void group_in(piece const& from, std::size_t row, std::size_t index, std::span<fact_state> states,
              std::span<std::int32_t> numbers)
{
    auto const& column = from.columns[index];
    std::array<std::uint64_t, 8> bytes{};
    auto const recorded = word_in(from, column.recorded, row);
    spread(recorded, 1, bytes);
    spread(recorded ^ word_in(from, column.known, row), 0, bytes);
    for (std::size_t i = 0; i < 64; ++i)
        states[i] = static_cast<fact_state>(bytes[i / 8] >> i % 8 * 8 & 0xFF);

    std::array<std::uint32_t, 64> distance{};
    for (std::size_t k = 0; k < column.planes.size(); k += 8) {
        bytes = {};
        for (auto plane = k; plane < std::min(k + 8, column.planes.size()); ++plane)
            spread(word_in(from, column.planes[plane], row), plane - k, bytes);
        for (std::size_t i = 0; i < 64; ++i)
            distance[i] |= static_cast<std::uint32_t>(bytes[i / 8] >> i % 8 * 8 & 0xFF) << k;
    }
    for (std::size_t i = 0; i < 64; ++i)
        numbers[i] =
            column.codes.empty()
                ? static_cast<std::int32_t>(static_cast<std::uint32_t>(column.base) + distance[i])
                : column.codes[distance[i]];
}

} // namespace

void people::group(std::size_t first, std::size_t index, std::span<fact_state> states,
                   std::span<std::int32_t> numbers) const
{
    BOOST_ASSERT(first % 64 == 0 && states.size() >= 64 && numbers.size() >= 64);
    BOOST_ASSERT(schema_.columns[index].kind != fact_kind::set);
    if (first < full_) {
        group_in(pieces_[first / piece_rows], first % piece_rows, index, states, numbers);
        return;
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(64, size() - first); ++i) {
        states[i] = tail_.state(first - full_ + i, index);
        numbers[i] = tail_.number(first - full_ + i, index);
    }
}

} // namespace finsam
