// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/own_columns.hpp>
#include <finsam/engine/people.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace finsam::c {

/// Puts columns into people, a row after the other (radskrivare).
///
/// Precondition: the columns fit the people's facts, and outlive this.
class row_writer
{
public:
    row_writer(people& into, own_columns const& from)
        : into_(into)
        , from_(from)
        , positions_(into.facts().columns.size())
    {}

    /// Begins a row with what is on record; whoever calls finishes it.
    void write(std::size_t row)
    {
        into_.writing().begin();
        for (std::size_t i = 0; i < positions_.size(); ++i)
            if (auto const* const given = from_.of(i))
                write(row, i, *given);
    }

private:
    void write(std::size_t row, std::size_t i, own_column const& given)
    {
        auto& to = into_.writing();
        if (!given.states.empty() && given.states[row] != fact_state::value)
            return to.set_state(i, given.states[row]);
        if (auto const* const words = std::get_if<std::span<std::uint64_t const>>(&given.values)) {
            to.set_recorded(i);
            to.set_members(i, &(*words)[row]);
            return;
        }
        auto const* const bytes = std::get_if<std::span<std::uint8_t const>>(&given.values);
        auto const number =
            bytes ? (*bytes)[row] : std::get<std::span<std::int32_t const>>(given.values)[row];
        auto const is_code = into_.facts().columns[i].kind == fact_kind::code;
        to.set_number(i,
                      is_code ? position_of(i, given, static_cast<std::size_t>(number)) : number);
    }

    /// Where a code of the caller's stands among those of the people, who have only what is used.
    std::int32_t position_of(std::size_t column, own_column const& given, std::size_t code)
    {
        auto& known = positions_[column];
        known.resize(given.codes.size(), -1);
        if (known[code] < 0)
            known[code] = into_.position_of(column, given.codes[code]);
        return known[code];
    }

    people& into_;
    own_columns const& from_;
    std::vector<std::vector<std::int32_t>> positions_; // by column and code, -1 for not yet used
};

} // namespace finsam::c
