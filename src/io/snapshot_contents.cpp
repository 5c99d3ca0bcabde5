// SPDX-License-Identifier: BSL-1.0
#include "io/snapshot_columns.hpp"
#include "io/snapshot_piece.hpp"
#include "io/utf8.hpp"

#include <span>
#include <string_view>

namespace finsam::io {
namespace {

// Here too the loops have no branches, see `check_column`.

constexpr std::size_t longest_id = 64; // characters

template<class T>
std::span<T const> part(piece const& one, std::size_t offset, std::size_t count)
{
    auto const* const bytes = reinterpret_cast<char const*>(one.memory.words());
    return {reinterpret_cast<T const*>(bytes + offset), count};
}

/// Numbers are below 2^31, and so is what they may be subtracted from: then the highest bit of a
/// difference says that it is below zero. That is all a loop needs to collect.
bool says_wrong(std::uint32_t collected)
{
    return collected >> 31 != 0;
}

/// Each stands at least `shortest` and at most `longest` after the one before, and the last at
/// `all`.
///
/// Precondition: longest < 2^31.
bool ends_right(std::span<std::uint32_t const> ends, std::uint32_t shortest, std::uint32_t longest,
                std::size_t all)
{
    auto wrong = ends[0] | (ends[0] - shortest) | (longest - ends[0]);
    for (std::size_t i = 1; i < ends.size(); ++i) {
        auto const length = ends[i] - ends[i - 1];
        wrong |= ends[i] | length | (length - shortest) | (longest - length);
    }
    return !says_wrong(wrong) && ends.back() == all;
}

bool check_ids(piece const& one)
{
    auto const at = one.parts();
    auto const ends = part<std::uint32_t>(one, at.id_ends, one.rows);
    auto const text = part<unsigned char>(one, at.ids, one.id_bytes);
    unsigned char all = 0;
    for (auto const byte : text)
        all |= byte;
    if (all < 0x80) // as nearly always; then a character is a byte
        return ends_right(ends, 1, longest_id, one.id_bytes);
    if (!ends_right(ends, 1, longest_id * 4, one.id_bytes))
        return false;
    for (std::size_t row = 0; row < one.rows; ++row)
        if (auto const id = one.id(row);
            first_bad_utf8(id) != std::string_view::npos || count_characters(id) > longest_id)
            return false;
    return true;
}

bool check_wishes(piece const& one, std::uint32_t interventions)
{
    if (!one.some_wishes)
        return true;
    auto const at = one.parts();
    std::uint32_t wrong = 0;
    for (auto const wish : part<std::uint32_t>(one, at.wishes, one.wishes))
        wrong |= wish | (interventions - 1 - wish);
    // No list is longer than all of them together.
    return (one.wishes == 0 || (interventions != 0 && !says_wrong(wrong)))
           && ends_right(part<std::uint32_t>(one, at.wish_ends, one.rows), 0,
                         static_cast<std::uint32_t>(one.wishes), one.wishes);
}

bool check_places(piece const& one, piece_limits const& limits)
{
    if (!one.some_placed)
        return true;
    auto const placed = part<std::uint32_t>(one, one.parts().placed, one.rows);
    static_assert(not_placed + 1 == 0);
    std::uint32_t wrong = 0;
    for (auto const place : placed)
        wrong |= (place + 1) | (limits.interventions - (place + 1));
    for (auto const nobodys : limits.structural)
        for (auto const place : placed)
            wrong |= place == nobodys ? ~std::uint32_t{0} : 0;
    return !says_wrong(wrong);
}

} // namespace

bool check_contents(piece& one, piece_limits const& limits)
{
    for (std::size_t c = 0; c < one.columns.size(); ++c)
        if (!check_column(one, one.columns[c], limits.vocabulary.columns[c]))
            return false;
    return check_ids(one) && check_wishes(one, limits.interventions) && check_places(one, limits);
}

} // namespace finsam::io
