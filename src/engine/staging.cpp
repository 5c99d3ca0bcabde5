// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/staging.hpp>

#include "staging_group.hpp"

#include <boost/assert.hpp>

#include <algorithm>

namespace finsam {

staging::staging(schema const& vocabulary)
{
    for (auto const& one : vocabulary.columns) {
        auto& to = columns_.emplace_back();
        to.kind = one.kind;
        to.bytes = one.kind == fact_kind::boolean
                           || (one.kind == fact_kind::choice && one.values.size() <= 256)
                       ? 1
                       : 4;
        to.values = one.kind == fact_kind::boolean ? 2 : one.values.size();
        to.offset = group_bytes_;
        if (one.kind == fact_kind::set) {
            to.bytes = 1;
            to.seen.resize((to.values + 63) / 64);
            group_bytes_ += (to.values + 7) / 8 * group_rows;
        } else {
            group_bytes_ += to.bytes * group_rows;
        }
        to.states = group_bytes_;
        group_bytes_ += group_rows;
    }
}

void staging::begin()
{
    BOOST_ASSERT(!full());
    row_ = rows_ % group_rows;
    if (auto const words = (rows_ / group_rows + 1) * group_bytes_ / 4; groups_.size() < words)
        groups_.resize(words);
}

void staging::finish(std::string_view id, std::optional<std::span<std::uint32_t const>> preferences,
                     std::optional<std::uint32_t> placed, std::size_t row_of_group)
{
    ids_ += id;
    id_ends_.push_back(static_cast<std::uint32_t>(ids_.size()));
    if (row_of_group == 0)
        have_wishes_.push_back(0);
    if (preferences) {
        some_wishes_ = true;
        have_wishes_.back() |= std::uint64_t{1} << row_of_group;
        wishes_.insert(wishes_.end(), preferences->begin(), preferences->end());
    }
    wish_ends_.push_back(static_cast<std::uint32_t>(wishes_.size()));
    some_placed_ = some_placed_ || placed.has_value();
    placed_.push_back(placed.value_or(not_placed));
    ++rows_;
}

void staging::clear() noexcept
{
    groups_.clear();
    ids_.clear();
    id_ends_.clear();
    wishes_.clear();
    wish_ends_.clear();
    have_wishes_.clear();
    placed_.clear();
    rows_ = row_ = 0;
    some_wishes_ = some_placed_ = false;
    for (auto& one : columns_)
        std::ranges::fill(one.seen, 0);
}

std::size_t staging::memory() const noexcept
{
    return groups_.capacity() * 4 + ids_.capacity()
           + (id_ends_.capacity() + wishes_.capacity() + wish_ends_.capacity() + placed_.capacity())
                 * 4
           + have_wishes_.capacity() * 8;
}

fact_state staging::state(std::size_t row, std::size_t column) const noexcept
{
    return static_cast<fact_state>(group_of(row)[columns_[column].states + row % group_rows]);
}

std::int32_t staging::number(std::size_t row, std::size_t column) const noexcept
{
    auto const& from = columns_[column];
    auto const* const at = group_of(row) + from.offset;
    return from.bytes == 1 ? at[row % group_rows]
                           : reinterpret_cast<std::int32_t const*>(at)[row % group_rows];
}

bool staging::member(std::size_t row, std::size_t column, std::size_t member) const noexcept
{
    auto const* const lane = group_of(row) + columns_[column].offset + member / 8 * group_rows;
    return (lane[row % group_rows] >> member % 8 & 1) != 0;
}

std::string_view staging::id(std::size_t row) const noexcept
{
    auto const first = row == 0 ? 0 : id_ends_[row - 1];
    return std::string_view{ids_}.substr(first, id_ends_[row] - first);
}

std::optional<std::span<std::uint32_t const>> staging::preferences(std::size_t row) const noexcept
{
    if ((have_wishes_[row / 64] >> row % 64 & 1) == 0)
        return {};
    auto const first = row == 0 ? 0 : wish_ends_[row - 1];
    return std::span{wishes_}.subspan(first, wish_ends_[row] - first);
}

std::optional<std::uint32_t> staging::placed(std::size_t row) const noexcept
{
    return placed_[row] == not_placed ? std::nullopt : std::optional{placed_[row]};
}

} // namespace finsam
