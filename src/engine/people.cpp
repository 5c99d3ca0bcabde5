// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/people.hpp>

#include <boost/assert.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace finsam {
namespace {

fact_state state_in(piece const& from, std::size_t row, std::size_t index)
{
    auto const& column = from.columns[index];
    return static_cast<fact_state>(int{from.bit(column.recorded, row)} * 2
                                   + int{from.bit(column.other, row)});
}

/// Precondition: the row has a value.
std::int32_t number_in(piece const& from, std::size_t row, std::size_t index)
{
    auto const& column = from.columns[index];
    std::uint32_t distance = 0;
    for (std::size_t k = 0; k < column.planes.size(); ++k)
        distance |= std::uint32_t{from.bit(column.planes[k], row)} << k;
    if (!column.codes.empty())
        return column.codes[distance];
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(column.base) + distance);
}

/// The word of a plane in which the row's bit is.
std::uint64_t word_in(piece const& from, plane_at at, std::size_t row)
{
    if (at == plane_at::all_zero || at == plane_at::all_one)
        return at == plane_at::all_one ? ~std::uint64_t{0} : 0;
    return from.plane(at)[row / 64];
}

/// Adds the bits of a word to bytes, eight of them a word, as bit k.
void spread(std::uint64_t bits, std::size_t k, std::array<std::uint64_t, 8>& bytes)
{
    for (std::size_t i = 0; i < 8; ++i) {
        // A byte that keeps its own bit of eight or none; then 1 or 0.
        auto const apart = (bits >> i * 8 & 0xFF) * 0x0101010101010101 & 0x8040201008040201;
        bytes[i] |= ((apart + 0x7F7F7F7F7F7F7F7F) >> 7 & 0x0101010101010101) << k;
    }
}

void group_in(piece const& from, std::size_t row, std::size_t index, std::span<fact_state> states,
              std::span<std::int32_t> numbers)
{
    auto const& column = from.columns[index];
    std::array<std::uint64_t, 8> bytes{};
    spread(word_in(from, column.recorded, row), 1, bytes);
    spread(word_in(from, column.other, row), 0, bytes);
    for (std::size_t i = 0; i < 64; ++i)
        states[i] = static_cast<fact_state>(bytes[i / 8] >> i % 8 * 8 & 0xFF);

    std::array<std::uint32_t, 64> distance{};
    for (std::size_t k = 0; k < column.planes.size(); k += 8) {
        bytes = {};
        for (auto plane = k; plane < std::min(k + 8, column.planes.size()); ++plane)
            spread(word_in(from, column.planes[plane], row), plane - k, bytes);
        for (std::size_t i = 0; i < 64; ++i)
            distance[i] |= static_cast<std::uint32_t>(bytes[i / 8] >> i % 8 * 8 & 0xFF) << k;
    }
    for (std::size_t i = 0; i < 64; ++i)
        numbers[i] =
            column.codes.empty()
                ? static_cast<std::int32_t>(static_cast<std::uint32_t>(column.base) + distance[i])
                : column.codes[distance[i]];
}

} // namespace

people::people(schema vocabulary)
    : schema_(std::move(vocabulary))
    , codes_(schema_.columns.size())
    , tail_(schema_)
{}

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
        stage_again(row);
    full_ -= rows;
    pieces_.pop_back();
}

/// A row of a piece, as a row.
void people::stage_again(std::size_t row)
{
    auto const& from = pieces_[row / piece_rows];
    auto const here = row % piece_rows;
    tail_.begin();
    for (std::size_t i = 0; i < schema_.columns.size(); ++i) {
        auto const state = state_in(from, here, i);
        if (state != fact_state::value) {
            tail_.set_state(i, state);
        } else if (schema_.columns[i].kind != fact_kind::set) {
            tail_.set_number(i, number_in(from, here, i));
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

void people::group(std::size_t first, std::size_t index, std::span<fact_state> states,
                   std::span<std::int32_t> numbers) const
{
    BOOST_ASSERT(first % 64 == 0 && states.size() >= 64 && numbers.size() >= 64);
    BOOST_ASSERT(schema_.columns[index].kind != fact_kind::set);
    if (first < full_) {
        group_in(pieces_[first / piece_rows], first % piece_rows, index, states, numbers);
        return;
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(64, size() - first); ++i) {
        states[i] = tail_.state(first - full_ + i, index);
        numbers[i] = tail_.number(first - full_ + i, index);
    }
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
