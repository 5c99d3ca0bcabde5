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
        std::uint64_t some = 0, lacking = 0;
        for (std::size_t group = 0; group + 1 < groups_; ++group) {
            some |= plane[group];
            lacking |= ~plane[group];
        }
        if (groups_ != 0) {
            some |= plane[groups_ - 1];
            lacking |= plane[groups_ - 1] ^ last_;
        }
        if (some == 0 || lacking == 0)
            return some == 0 ? plane_at::all_zero : plane_at::all_one;
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

/// The smallest and largest number among those of 64 that have one. Nothing branches on whether
/// they have, so that the compiler can look at several at once.
void widen(range& all, std::int32_t const* numbers, unsigned char const* states,
           std::uint64_t valid)
{
    if (valid == 0)
        return;
    auto low = all.low, high = all.high;
    for (std::size_t i = 0; i < group_rows; ++i) {
        auto const counts =
            -static_cast<std::int32_t>(states[i] == static_cast<unsigned char>(fact_state::value));
        auto const a = (numbers[i] & counts) | (std::numeric_limits<std::int32_t>::max() & ~counts);
        auto const b = (numbers[i] & counts) | (std::numeric_limits<std::int32_t>::min() & ~counts);
        low = a < low ? a : low;
        high = b > high ? b : high;
    }
    all = {low, high};
}

/// Numbers up to this are found by their place in a table.
constexpr std::int32_t most_in_table = 4 * static_cast<std::int32_t>(piece_rows);

/// Replaces each number that `each` visits by its position among the distinct ones, which are
/// `codes`.
template<class Each>
void number_again(std::vector<std::int32_t>& codes, std::int32_t most, Each const& each)
{
    if (most > most_in_table) {
        each([&](std::int32_t& one) { codes.push_back(one); });
        std::ranges::sort(codes);
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        each([&](std::int32_t& one) {
            one = static_cast<std::int32_t>(std::ranges::lower_bound(codes, one) - codes.begin());
        });
        return;
    }
    std::vector<std::int32_t> table(static_cast<std::size_t>(most) + 1);
    each([&](std::int32_t& one) { table[static_cast<std::size_t>(one)] = 1; });
    for (std::int32_t code = 0; code <= most; ++code)
        if (auto& place = table[static_cast<std::size_t>(code)]; place != 0) {
            place = static_cast<std::int32_t>(codes.size());
            codes.push_back(code);
        }
    each([&](std::int32_t& one) { one = table[static_cast<std::size_t>(one)]; });
}

} // namespace

/// The position of each row's code among `codes`, which are the distinct ones in ascending order.
std::vector<std::int32_t> staging::positions(std::size_t column, std::uint64_t const* valid,
                                             std::vector<std::int32_t>& codes) const
{
    auto const groups = (rows_ + group_rows - 1) / group_rows;
    std::vector<std::int32_t> all(groups * group_rows);
    range found;
    for (std::size_t i = 0; i < groups; ++i) {
        auto const* const group = group_of(i * group_rows);
        auto const* const numbers =
            reinterpret_cast<std::int32_t const*>(group + columns_[column].offset);
        std::copy_n(numbers, group_rows, all.begin() + static_cast<std::ptrdiff_t>(i * group_rows));
        widen(found, numbers, group + columns_[column].states, valid[i]);
    }
    if (found.low > found.high)
        return all;
    number_again(codes, found.high, [&](auto const& visit) {
        for (std::size_t i = 0; i < groups; ++i) {
            auto* const numbers = all.data() + i * group_rows;
            if (valid[i] == ~std::uint64_t{0})
                std::for_each_n(numbers, group_rows, visit);
            else
                for (auto left = valid[i]; left != 0; left &= left - 1)
                    visit(numbers[std::countr_zero(left)]);
        }
    });
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
                // The row past the last may have been begun.
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
            all = {0, static_cast<std::int32_t>(from.values) - 1};
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
        // No plane for values that nobody has.
        while (!to.planes.empty() && to.planes.back() == plane_at::all_zero)
            to.planes.pop_back();
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
