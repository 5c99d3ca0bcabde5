// SPDX-License-Identifier: BSL-1.0
#include "passing_pieces.hpp"

#include "slice_column.hpp"
#include "staging_group.hpp"

#include <algorithm>
#include <cstring>
#include <variant>

namespace finsam {
namespace {

using form = column_rows::form;

constexpr auto everybody_has_a_value = [] {
    std::array<fact_state, group_rows> states{};
    states.fill(fact_state::value);
    return states;
}();

/// How many values a set has, or a byte at most.
std::size_t values_of(fact_declaration const& about)
{
    constexpr std::size_t most_in_byte = 256;
    switch (about.kind) {
    case fact_kind::boolean:
        return 2;
    case fact_kind::choice:
        return std::min(about.values.size(), most_in_byte);
    case fact_kind::set:
        return about.values.size();
    case fact_kind::code:
    case fact_kind::integer:
    case fact_kind::date:
        break;
    }
    return most_in_byte;
}

template<class Value>
unsigned char const* bytes_of(Value const* values)
{
    return reinterpret_cast<unsigned char const*>(values);
}

} // namespace

passing_pieces::passing_pieces(engine const& compiled, own_columns const& columns)
    : compiled_(compiled)
    , columns_(columns)
    , codes_(compiled.facts().columns.size())
    , asked_(codes_.size())
{
    for (std::size_t column = 0; column < codes_.size(); ++column)
        if (auto const* given = columns.of(column))
            for (auto const& code : given->codes)
                (void)codes_[column].add(code);
    for (auto const& one : compiled.asked().tests)
        asked_[one.column] = true;
}

column_rows passing_pieces::reader::column_of(own_column const& given,
                                              fact_declaration const& about, std::size_t first,
                                              std::size_t rows)
{
    column_rows all{.is_code = about.kind == fact_kind::code, .values = values_of(about)};
    auto const past = rows % group_rows; // of a last group that is not whole
    auto const whole = rows - past;
    auto const groups = (rows + group_rows - 1) / group_rows;
    if (given.states.empty())
        all.states = {bytes_of(everybody_has_a_value.data()), 0, groups};
    else
        all.states = {bytes_of(given.states.data() + first), group_rows, groups};
    std::visit(
        [&](auto const& values) {
            constexpr auto width = sizeof values[0];
            all.stands = width == 1 ? form::bytes : width == 4 ? form::numbers : form::words;
            all.at = {bytes_of(values.data() + first), group_rows * width, groups};
            if (past != 0) {
                last_ = {};
                std::memcpy(last_.values.data(), values.data() + first + whole, past * width);
                all.at.last = last_.values.data();
            }
        },
        given.values);
    if (past != 0) {
        std::memcpy(last_.states.data(), rows_of(all.states, groups - 1), past);
        all.states.last = last_.states.data();
    }
    return all;
}

piece const& passing_pieces::reader::operator[](std::size_t index)
{
    auto const first = index * piece_rows;
    now_.rows = std::min(piece_rows, from_.columns_.people() - first);
    auto const& facts = from_.compiled_.facts().columns;
    now_.columns.assign(facts.size(), {});
    plane_stack stack(scratch_, now_.rows);
    for (std::size_t column = 0; column < facts.size(); ++column)
        if (auto const* given = from_.columns_.of(column); given && from_.asked_[column])
            slice_column(column_of(*given, facts[column], first, now_.rows), stack,
                         now_.columns[column]);
    now_.planes = stack.size();
    if (auto const needed = now_.planes * now_.plane_words() * 8; now_.memory.size() < needed)
        now_.memory = plane_memory(needed);
    stack.copy_to(now_.memory.own());
    return now_;
}

} // namespace finsam
