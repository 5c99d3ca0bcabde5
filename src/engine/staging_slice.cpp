// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/staging.hpp>

#include "detail/slice.hpp"
#include "met_range.hpp"
#include "plane_stack.hpp"

#include <bit>
#include <cstring>

namespace finsam {
namespace {

constexpr std::size_t most_words = piece_rows / 64;

} // namespace

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
        met_range all;
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
