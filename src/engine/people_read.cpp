// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/people.hpp>

#include "read_piece.hpp"

#include <boost/assert.hpp>

#include <algorithm>

// What is on record about people, read back from pieces and from the rows that are none yet.

namespace finsam {

std::string_view people::id(std::size_t row) const
{
    return row < full_ ? pieces_[row / piece_rows].id(row % piece_rows) : tail_.id(row - full_);
}

std::optional<std::uint32_t> people::placed(std::size_t row) const
{
    return row < full_ ? pieces_[row / piece_rows].placed(row % piece_rows)
                       : tail_.placed(row - full_);
}

std::optional<std::span<std::uint32_t const>> people::preferences(std::size_t row) const
{
    return row < full_ ? pieces_[row / piece_rows].preferences(row % piece_rows)
                       : tail_.preferences(row - full_);
}

fact_state people::state(std::size_t row, std::size_t index) const
{
    return row < full_ ? state_in(pieces_[row / piece_rows], row % piece_rows, index)
                       : tail_.state(row - full_, index);
}

std::int32_t people::number(std::size_t row, std::size_t index) const
{
    return row < full_ ? number_in(pieces_[row / piece_rows], row % piece_rows, index)
                       : tail_.number(row - full_, index);
}

void people::members(std::size_t row, std::size_t index, std::span<std::uint64_t> into) const
{
    std::fill(into.begin(), into.end(), 0);
    if (row < full_) {
        auto const& from = pieces_[row / piece_rows];
        auto const& planes = from.columns[index].planes;
        for (std::size_t k = 0; k < planes.size(); ++k)
            into[k / 64] |= std::uint64_t{from.bit(planes[k], row % piece_rows)} << k % 64;
        return;
    }
    for (std::size_t k = 0; k < schema_.columns[index].values.size(); ++k)
        into[k / 64] |= std::uint64_t{tail_.member(row - full_, index, k)} << k % 64;
}

cell people::fact(std::size_t row, std::size_t index) const
{
    auto const& about = schema_.columns[index];
    cell one{.state = state(row, index)};
    if (one.state != fact_state::value)
        return one;
    if (about.kind == fact_kind::set) {
        one.members.resize((about.values.size() + 63) / 64);
        members(row, index, one.members);
    } else if (about.kind == fact_kind::code) {
        one.code = codes_[index][static_cast<std::size_t>(number(row, index))];
    } else {
        one.number = number(row, index);
    }
    return one;
}

person people::row(std::size_t row) const
{
    person someone{.id = std::string(id(row))};
    someone.facts.reserve(schema_.columns.size());
    for (std::size_t i = 0; i < schema_.columns.size(); ++i)
        someone.facts.push_back(fact(row, i));
    if (auto const wishes = preferences(row))
        someone.preferences.emplace(wishes->begin(), wishes->end());
    someone.placed = placed(row);
    return someone;
}

fact_column people::column(std::size_t index) const
{
    BOOST_ASSERT(schema_.columns[index].kind != fact_kind::set);
    fact_column all;
    all.states.reserve(size());
    all.numbers.reserve(size());
    auto const add = [&](fact_state state, auto number) {
        all.states.push_back(state);
        all.numbers.push_back(state == fact_state::value ? number() : 0);
    };
    for (auto const& one : pieces_)
        for (std::size_t row = 0; row < one.rows; ++row)
            add(state_in(one, row, index), [&] { return number_in(one, row, index); });
    for (std::size_t row = 0; row < tail_.rows(); ++row)
        add(tail_.state(row, index), [&] { return tail_.number(row, index); });
    return all;
}

} // namespace finsam
