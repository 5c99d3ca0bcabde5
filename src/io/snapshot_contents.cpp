// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>

#include "io/snapshot_piece.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string_view>

namespace finsam::io {
namespace {

// These loops have no branches, so that the compiler works on many rows at once: they run over
// all people of a country.

using plane_words = std::array<std::uint64_t, piece_rows / 64>;

constexpr std::size_t longest_id = 64; // characters

/// A plane as words, also one that is not stored.
class words_of
{
public:
    words_of(piece const& from, plane_at at)
        : same_(at == plane_at::all_one ? ~std::uint64_t{0} : 0)
        , words_(at == plane_at::all_one || at == plane_at::all_zero ? nullptr : from.plane(at))
    {}

    /// Calls with the position and the value of each word.
    template<class Look>
    void each(std::size_t words, Look look) const
    {
        if (words_ != nullptr)
            for (std::size_t i = 0; i < words; ++i)
                look(i, words_[i]);
        else
            for (std::size_t i = 0; i < words; ++i)
                look(i, same_);
    }

private:
    std::uint64_t same_;
    std::uint64_t const* words_;
};

/// The numbers that a fact can have.
struct number_range
{
    std::int64_t low, high;
};

number_range range_of(fact_declaration const& about, plane_column const& column)
{
    using std::chrono::day, std::chrono::month, std::chrono::year;
    constexpr auto first = detail::to_days(year::min() / month{1} / day{1});
    constexpr auto last = detail::to_days(year::max() / month{12} / day{31});
    auto const among = [](std::size_t values) {
        return number_range{0, static_cast<std::int64_t>(values) - 1};
    };
    switch (about.kind) {
    case fact_kind::boolean:
        return among(2);
    case fact_kind::integer:
        return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::max()};
    case fact_kind::date:
        return {first, last};
    case fact_kind::choice:
        return among(about.values.size());
    case fact_kind::code:
        return among(column.codes.size()); // what the planes have is a position among these
    case fact_kind::set:
        break;
    }
    return {0, 0};
}

/// Whether nobody is further from the base than `most`, which is not negative.
///
/// A number is compared bit by bit from the lowest: what is decided by a higher bit forgets what
/// the lower ones said.
bool at_most(piece const& one, std::vector<plane_at> const& planes, std::uint64_t most)
{
    if (planes.empty() || most >= (std::uint64_t{1} << planes.size()) - 1)
        return true;
    auto const words = one.plane_words();
    plane_words more{};
    for (std::size_t k = 0; k < planes.size(); ++k) {
        auto const keep = (most >> k & 1) != 0 ? ~std::uint64_t{0} : 0;
        words_of(one, planes[k]).each(words, [&](std::size_t i, std::uint64_t bits) {
            more[i] = (bits & more[i]) | (~keep & (bits | more[i]));
        });
    }
    std::uint64_t somebody = 0;
    for (std::size_t i = 0; i < words; ++i)
        somebody |= more[i];
    return somebody == 0;
}

/// Whether a plane is stored although all its bits are the same, which evaluation counts on never
/// to be so for those of states.
bool is_stored_in_vain(piece const& one, plane_at at)
{
    if (at == plane_at::all_zero || at == plane_at::all_one)
        return false;
    bool zero = true, full = true;
    for (std::size_t row = 0; row < one.rows && (zero || full); ++row)
        (one.bit(at, row) ? zero : full) = false;
    return zero || full;
}

bool check_column(piece const& one, plane_column& column, fact_declaration const& about)
{
    if (is_stored_in_vain(one, column.recorded) || is_stored_in_vain(one, column.other))
        return false;
    auto const words = one.plane_words();
    plane_words valid;
    words_of(one, column.recorded).each(words, [&](std::size_t i, std::uint64_t bits) {
        valid[i] = bits;
    });
    std::uint64_t nones = 0, withheld = 0, values = 0, beside = 0;
    words_of(one, column.other).each(words, [&](std::size_t i, std::uint64_t bits) {
        nones |= bits & ~valid[i];
        withheld |= bits & valid[i];
        valid[i] &= ~bits;
        values |= valid[i];
    });
    column.some_none = nones != 0;
    column.some_withheld = withheld != 0;

    // Where there is no value nothing may stand, or it could be told from the planes.
    for (auto const at : column.planes)
        words_of(one, at).each(
            words, [&](std::size_t i, std::uint64_t bits) { beside |= bits & ~valid[i]; });
    if (beside != 0)
        return false;
    if (about.kind == fact_kind::set || values == 0)
        return true;
    auto const [low, high] = range_of(about, column);
    return low <= column.base && column.base <= high
           && at_most(one, column.planes, static_cast<std::uint64_t>(high - column.base));
}

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
