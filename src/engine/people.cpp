// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/people.hpp>

#include "read_piece.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace finsam {

people::people(schema vocabulary)
    : schema_(std::move(vocabulary))
    , codes_(schema_.columns.size())
    , tail_(schema_)
{}

people::people(people const&) = default;
people::people(people&&) noexcept = default;
people& people::operator=(people const& other)
{
    return *this = people(other);
}
people& people::operator=(people&&) noexcept = default;
people::~people() = default;

void people::keep(mapped_file&& file)
{
    kept_ = std::move(file);
}

void people::stage(person const& someone, staging& into)
{
    BOOST_ASSERT(someone.facts.size() == schema_.columns.size());
    into.begin();
    for (std::size_t i = 0; i < someone.facts.size(); ++i) {
        auto const& fact = someone.facts[i];
        if (fact.state != fact_state::value) {
            into.set_state(i, fact.state);
            continue;
        }
        switch (schema_.columns[i].kind) {
        case fact_kind::boolean:
        case fact_kind::integer:
        case fact_kind::date:
        case fact_kind::choice:
            into.set_number(i, fact.number);
            break;
        case fact_kind::code:
            into.set_number(i, position_of(i, fact.code));
            break;
        case fact_kind::set:
            into.set_recorded(i);
            for (std::size_t word = 0; word < fact.members.size(); ++word)
                for (auto left = fact.members[word]; left != 0; left &= left - 1)
                    into.add_member(i,
                                    word * 64 + static_cast<std::size_t>(std::countr_zero(left)));
            break;
        }
    }
    into.finish(someone.id,
                someone.preferences
                    ? std::optional{std::span<std::uint32_t const>{*someone.preferences}}
                    : std::nullopt,
                someone.placed);
}

void people::append(person const& someone)
{
    stage(someone, tail_);
    settle();
}

void people::append(people const& others)
{
    BOOST_ASSERT(this != &others && schema_ == others.schema_);
    std::vector<std::vector<std::int32_t>> codes(codes_.size());
    for (std::size_t i = 0; i < codes.size(); ++i)
        for (std::size_t number = 0; number < others.codes_[i].size(); ++number)
            codes[i].push_back(codes_[i].add(others.codes_[i][number]));
    for (std::size_t row = 0; row < others.full_; ++row) {
        stage_again(others, row, codes);
        settle();
    }
    for (std::size_t first = 0; first < others.tail_.rows();) {
        auto const some = std::min(others.tail_.rows() - first, piece_rows - tail_.rows());
        tail_.append(others.tail_, first, some, codes);
        settle();
        first += some;
    }
}

void people::clear() noexcept
{
    for (auto& one : codes_)
        one.clear();
    pieces_.clear();
    kept_ = {};
    full_ = 0;
    tail_.clear();
}

void people::settle()
{
    if (!tail_.full())
        return;
    pieces_.push_back(tail_.slice(scratch_));
    full_ += tail_.rows();
    tail_.clear();
}

void people::take(piece&& made)
{
    BOOST_ASSERT(made.columns.size() == schema_.columns.size());
    pieces_.push_back(std::move(made));
    full_ += pieces_.back().rows;
    if (pieces_.back().rows == piece_rows)
        return;
    BOOST_ASSERT(tail_.rows() == 0);
    auto const rows = pieces_.back().rows;
    for (auto row = full_ - rows; row < full_; ++row)
        stage_again(*this, row, {});
    full_ -= rows;
    pieces_.pop_back();
}

/// A row of a piece, as a row. `codes` says what the numbers of codes become; none: they stay.
void people::stage_again(people const& others, std::size_t row,
                         std::vector<std::vector<std::int32_t>> const& codes)
{
    auto const& from = others.pieces_[row / piece_rows];
    auto const here = row % piece_rows;
    tail_.begin();
    for (std::size_t i = 0; i < schema_.columns.size(); ++i) {
        auto const state = state_in(from, here, i);
        if (state != fact_state::value) {
            tail_.set_state(i, state);
        } else if (schema_.columns[i].kind != fact_kind::set) {
            auto const number = number_in(from, here, i);
            tail_.set_number(i, schema_.columns[i].kind == fact_kind::code && !codes.empty()
                                    ? codes[i][static_cast<std::size_t>(number)]
                                    : number);
        } else {
            tail_.set_recorded(i);
            for (std::size_t k = 0; k < from.columns[i].planes.size(); ++k)
                if (from.bit(from.columns[i].planes[k], here))
                    tail_.add_member(i, k);
        }
    }
    tail_.finish(from.id(here), from.preferences(here), from.placed(here));
}

void people::replace(std::size_t row, person const& someone)
{
    BOOST_ASSERT(row < size());
    staging again(schema_);
    auto const first = row < full_ ? row / piece_rows * piece_rows : full_;
    auto const rows = row < full_ ? piece_rows : tail_.rows();
    for (std::size_t i = 0; i < rows; ++i)
        stage(first + i == row ? someone : this->row(first + i), again);
    if (row < full_)
        pieces_[row / piece_rows] = again.slice(scratch_);
    else
        tail_ = std::move(again);
}

std::size_t people::memory() const
{
    auto all = tail_.memory() + scratch_.capacity() * 8;
    for (auto const& one : codes_)
        all += one.memory();
    for (auto const& one : pieces_) {
        all += sizeof one + one.memory.size() + one.columns.capacity() * sizeof one.columns[0];
        for (auto const& column : one.columns)
            all += column.codes.capacity() * sizeof column.codes[0]
                   + column.planes.capacity() * sizeof column.planes[0];
    }
    return all;
}

} // namespace finsam
