// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/staging.hpp>

#include "detail/slice.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace finsam {
namespace {

constexpr std::size_t group_rows = 64;
constexpr std::size_t most_words = piece_rows / 64;

/// The planes of a piece in the making, one after the other.
class plane_stack
{
public:
    plane_stack(std::vector<std::uint64_t>& scratch, std::size_t rows)
        : words_(scratch)
        , plane_words_(piece::words_a_plane(rows))
        , groups_((rows + group_rows - 1) / group_rows)
        , last_(rows % 64 == 0 ? ~std::uint64_t{0} : (std::uint64_t{1} << rows % 64) - 1)
    {}

    [[nodiscard]] std::size_t plane_words() const { return plane_words_; }
    [[nodiscard]] std::size_t groups() const { return groups_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// The rows of a group that there are.
    [[nodiscard]] std::uint64_t rows_of(std::size_t group) const
    {
        return group + 1 == groups_ ? last_ : ~std::uint64_t{0};
    }

    /// Room for some planes on top, to be written by whoever asks and then kept or not.
    std::uint64_t* room(std::size_t planes)
    {
        if (auto const needed = (size_ + planes) * plane_words_; words_.size() < needed)
            words_.resize(needed);
        return words_.data() + size_ * plane_words_;
    }

    /// Keeps one plane of the room asked for last, unless all its bits are the same.
    ///
    /// Precondition: called for the planes of the room in their order.
    plane_at keep(std::uint64_t* plane)
    {
        std::fill(plane + groups_, plane + plane_words_, 0);
        bool zero = true, one = true;
        for (std::size_t group = 0; group < groups_; ++group) {
            zero = zero && plane[group] == 0;
            one = one && plane[group] == rows_of(group);
        }
        if (zero || one)
            return zero ? plane_at::all_zero : plane_at::all_one;
        auto* const to = words_.data() + size_ * plane_words_;
        if (to != plane)
            std::memmove(to, plane, plane_words_ * 8);
        return static_cast<plane_at>(size_++);
    }

    void copy_to(void* memory) const
    {
        if (size_ != 0)
            std::memcpy(memory, words_.data(), size_ * plane_words_ * 8);
    }

private:
    std::vector<std::uint64_t>& words_;
    std::size_t plane_words_;
    std::size_t groups_;
    std::uint64_t last_;
    std::size_t size_ = 0;
};

struct range
{
    std::int32_t low = std::numeric_limits<std::int32_t>::max();
    std::int32_t high = std::numeric_limits<std::int32_t>::min();
};

/// The smallest and largest number among those of 64 that have one.
void widen(range& all, std::int32_t const* numbers, unsigned char const* states,
           std::uint64_t valid)
{
    if (valid == 0)
        return;
    auto low = all.low, high = all.high;
    for (std::size_t i = 0; i < group_rows; ++i) {
        bool const counts = states[i] == static_cast<unsigned char>(fact_state::value);
        auto const a = counts ? numbers[i] : std::numeric_limits<std::int32_t>::max();
        auto const b = counts ? numbers[i] : std::numeric_limits<std::int32_t>::min();
        low = a < low ? a : low;
        high = b > high ? b : high;
    }
    all = {low, high};
}

} // namespace

/// The position of each row's code among `codes`, which are the distinct ones in ascending order.
std::vector<std::int32_t> staging::positions(std::size_t column, std::uint64_t const* valid,
                                             std::vector<std::int32_t>& codes) const
{
    std::vector<std::int32_t> all((rows_ + group_rows - 1) / group_rows * group_rows);
    for (std::size_t row = 0; row < rows_; ++row)
        if ((valid[row / 64] >> row % 64 & 1) != 0) {
            all[row] = number(row, column);
            if (codes.empty() || codes.back() != all[row])
                codes.push_back(all[row]);
        }
    std::ranges::sort(codes);
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    if (codes.empty())
        return all;
    // Few codes far apart are looked up, others found by their place in a table.
    auto const lowest = codes.front();
    auto const span = static_cast<std::size_t>(std::int64_t{codes.back()} - lowest) + 1;
    if (span > 4 * piece_rows) {
        for (std::size_t row = 0; row < rows_; ++row)
            if ((valid[row / 64] >> row % 64 & 1) != 0)
                all[row] = static_cast<std::int32_t>(std::ranges::lower_bound(codes, all[row])
                                                     - codes.begin());
        return all;
    }
    std::vector<std::int32_t> table(span);
    for (std::size_t i = 0; i < codes.size(); ++i)
        table[static_cast<std::size_t>(codes[i] - lowest)] = static_cast<std::int32_t>(i);
    for (std::size_t row = 0; row < rows_; ++row)
        if ((valid[row / 64] >> row % 64 & 1) != 0)
            all[row] = table[static_cast<std::size_t>(all[row] - lowest)];
    return all;
}

piece staging::slice(std::vector<std::uint64_t>& scratch) const
{
    piece made;
    made.rows = rows_;
    made.columns.resize(columns_.size());
    plane_stack stack(scratch, rows_);
    auto const stride = stack.plane_words();
    auto const groups = stack.groups();
    auto const group = [&](std::size_t i) {
        return reinterpret_cast<unsigned char const*>(groups_.data()) + i * group_bytes_;
    };

    for (std::size_t c = 0; c < columns_.size(); ++c) {
        auto const& from = columns_[c];
        auto& to = made.columns[c];
        std::uint64_t valid[most_words];
        {
            static_assert(static_cast<int>(fact_state::none) == 1
                          && static_cast<int>(fact_state::value) == 2
                          && static_cast<int>(fact_state::withheld) == 3);
            auto* const room = stack.room(2);
            auto* const other = room;
            auto* const recorded = room + stride;
            std::uint64_t nones = 0, withheld = 0;
            for (std::size_t i = 0; i < groups; ++i) {
                detail::slice_bytes(group(i) + from.states, 2, room + i, stride);
                // Rows past the last may have been begun and dropped.
                other[i] &= stack.rows_of(i);
                recorded[i] &= stack.rows_of(i);
                valid[i] = recorded[i] & ~other[i];
                nones |= other[i] & ~recorded[i];
                withheld |= other[i] & recorded[i];
            }
            to.some_none = nones != 0;
            to.some_withheld = withheld != 0;
            to.other = stack.keep(other);
            to.recorded = stack.keep(recorded);
        }
        auto const mask = [&](std::uint64_t* plane) {
            for (std::size_t i = 0; i < groups; ++i)
                plane[i] &= valid[i];
        };

        if (from.kind == fact_kind::set) {
            to.planes.resize(from.values, plane_at::all_zero);
            for (std::size_t eight = 0; eight < (from.values + 7) / 8; ++eight) {
                auto const seen = from.seen[eight / 8] >> eight % 8 * 8 & 0xFF;
                if (seen == 0)
                    continue;
                auto* const room = stack.room(8);
                for (std::size_t i = 0; i < groups; ++i)
                    detail::slice_bytes(group(i) + from.offset + eight * group_rows, 8, room + i,
                                        stride);
                for (std::size_t k = 0; k < 8 && eight * 8 + k < from.values; ++k) {
                    mask(room + k * stride);
                    to.planes[eight * 8 + k] = stack.keep(room + k * stride);
                }
            }
            continue;
        }

        std::vector<std::int32_t> found;
        range all;
        if (from.kind == fact_kind::code) {
            found = positions(c, valid, to.codes);
            all = {0, static_cast<std::int32_t>(to.codes.size()) - 1};
        } else if (from.bytes == 4) {
            for (std::size_t i = 0; i < groups; ++i)
                widen(all, reinterpret_cast<std::int32_t const*>(group(i) + from.offset),
                      group(i) + from.states, valid[i]);
        } else {
            unsigned seen = 0; // the bits that somebody's number has
            for (std::size_t i = 0; i < groups; ++i)
                for (std::size_t k = 0; k < group_rows; ++k)
                    seen |=
                        group(i)[from.states + k] == static_cast<unsigned char>(fact_state::value)
                            ? group(i)[from.offset + k]
                            : 0u;
            all = {0, static_cast<std::int32_t>(seen)};
        }
        if (all.high <= all.low) {
            to.base = all.high < all.low ? 0 : all.low;
            continue;
        }
        to.base = all.low;
        auto const bits = static_cast<unsigned>(std::bit_width(
            static_cast<std::uint32_t>(all.high) - static_cast<std::uint32_t>(all.low)));
        auto* const room = stack.room(bits);
        for (std::size_t i = 0; i < groups; ++i) {
            if (from.bytes == 1)
                detail::slice_bytes(group(i) + from.offset, bits, room + i, stride);
            else
                detail::slice_numbers(
                    from.kind == fact_kind::code
                        ? found.data() + i * group_rows
                        : reinterpret_cast<std::int32_t const*>(group(i) + from.offset),
                    all.low, bits, room + i, stride);
        }
        for (unsigned k = 0; k < bits; ++k) {
            mask(room + k * stride);
            to.planes.push_back(stack.keep(room + k * stride));
        }
    }

    made.planes = stack.size();
    made.wishes = wishes_.size();
    made.id_bytes = ids_.size();
    made.some_wishes = some_wishes_;
    made.some_placed = some_placed_;
    auto const at = made.parts();
    made.memory = plane_memory(at.size);
    auto* const memory = reinterpret_cast<char*>(made.memory.own());
    stack.copy_to(memory);
    // The gaps between the parts are zero, so that equal people have equal memory.
    std::memset(memory + at.id_ends, 0, at.size - at.id_ends);
    auto const put = [&](std::size_t offset, auto const& values) {
        if (!values.empty())
            std::memcpy(memory + offset, values.data(), values.size() * sizeof(values[0]));
    };
    put(at.id_ends, id_ends_);
    if (some_wishes_) {
        put(at.wish_ends, wish_ends_);
        put(at.have_wishes, have_wishes_);
        put(at.wishes, wishes_);
    }
    if (some_placed_)
        put(at.placed, placed_);
    put(at.ids, ids_);
    return made;
}

} // namespace finsam
