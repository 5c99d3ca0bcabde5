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
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        auto const& from = columns_[c];
        using form = column_rows::form;
        slice_column({.stands = from.kind == fact_kind::set ? form::lanes
                                : from.bytes == 1           ? form::bytes
                                                            : form::numbers,
                      .is_code = from.kind == fact_kind::code,
                      .values = from.values,
                      .states = {groups + from.states, group_bytes_, stack.groups()},
                      .at = {groups + from.offset, group_bytes_, stack.groups()},
                      .seen = from.seen.data()},
                     stack, made.columns[c]);
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
