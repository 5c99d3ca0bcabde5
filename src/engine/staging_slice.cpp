// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/staging.hpp>

#include "plane_stack.hpp"
#include "slice_column.hpp"

#include <cstring>

namespace finsam {

piece staging::slice(std::vector<std::uint64_t>& scratch) const
{
    piece made;
    made.rows = rows_;
    made.columns.resize(columns_.size());
    plane_stack stack(scratch, rows_);
    auto const* const groups = reinterpret_cast<unsigned char const*>(groups_.data());
    auto const at = [&](std::size_t offset) {
        return detail::row_groups{groups == nullptr ? nullptr : groups + offset, group_bytes_,
                                  stack.groups()};
    };
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        auto const& from = columns_[c];
        slice_column({.stands = from.kind == fact_kind::set ? column_rows::form::lanes
                                : from.bytes == 1           ? column_rows::form::bytes
                                                            : column_rows::form::numbers,
                      .is_code = from.kind == fact_kind::code,
                      .values = from.values,
                      .states = at(from.states),
                      .at = at(from.offset),
                      .seen = from.seen.data()},
                     stack, made.columns[c]);
    }

    made.planes = stack.size();
    made.wishes = wishes_.size();
    made.id_bytes = ids_.size();
    made.some_wishes = some_wishes_;
    made.some_placed = some_placed_;
    auto const parts = made.parts();
    made.memory = plane_memory(parts.size);
    auto* const memory = reinterpret_cast<char*>(made.memory.own());
    stack.copy_to(memory);
    // The gaps between the parts are zero, so that equal people have equal memory.
    std::memset(memory + parts.id_ends, 0, parts.size - parts.id_ends);
    auto const put = [&](std::size_t offset, auto const& values) {
        if (!values.empty())
            std::memcpy(memory + offset, values.data(), values.size() * sizeof(values[0]));
    };
    put(parts.id_ends, id_ends_);
    if (some_wishes_) {
        put(parts.wish_ends, wish_ends_);
        put(parts.have_wishes, have_wishes_);
        put(parts.wishes, wishes_);
    }
    if (some_placed_)
        put(parts.placed, placed_);
    put(parts.ids, ids_);
    return made;
}

} // namespace finsam
