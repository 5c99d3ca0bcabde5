// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/staging.hpp>

#include "staging_group.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <cstring>

namespace finsam {

void staging::add_rows(std::size_t rows)
{
    BOOST_ASSERT(rows_ == 0 && rows <= piece_rows);
    groups_.resize((rows + group_rows - 1) / group_rows * group_bytes_ / 4);
    id_ends_.assign(rows, 0);
    wish_ends_.assign(rows, 0);
    have_wishes_.assign((rows + 63) / 64, 0);
    placed_.assign(rows, not_placed);
    rows_ = rows;
}

template<class Put>
void staging::each_group(std::size_t column, std::span<fact_state const> states, Put const& put)
{
    auto const& to = columns_[column];
    for (std::size_t first = 0; first < rows_; first += group_rows) {
        auto* const group =
            reinterpret_cast<unsigned char*>(groups_.data()) + first / group_rows * group_bytes_;
        auto const rows = std::min(group_rows, rows_ - first);
        if (states.empty())
            std::memset(group + to.states, static_cast<int>(fact_state::value), rows);
        else
            std::memcpy(group + to.states, states.data() + first, rows);
        put(group + to.offset, first, rows);
    }
}

void staging::fill(std::size_t column, std::span<std::uint8_t const> values,
                   std::span<fact_state const> states)
{
    auto const bytes = columns_[column].bytes;
    each_group(column, states, [&](unsigned char* to, std::size_t first, std::size_t rows) {
        if (bytes == 1)
            std::memcpy(to, values.data() + first, rows);
        else
            std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(first), rows,
                        reinterpret_cast<std::int32_t*>(to));
    });
}

void staging::fill(std::size_t column, std::span<std::int32_t const> values,
                   std::span<fact_state const> states)
{
    auto const bytes = columns_[column].bytes;
    each_group(column, states, [&](unsigned char* to, std::size_t first, std::size_t rows) {
        if (bytes == 4)
            std::memcpy(to, values.data() + first, rows * 4);
        else
            for (std::size_t i = 0; i < rows; ++i)
                to[i] = static_cast<unsigned char>(values[first + i]);
    });
}

void staging::fill(std::size_t column, std::span<std::uint64_t const> values,
                   std::span<fact_state const> states)
{
    auto& about = columns_[column];
    each_group(column, states, [&](unsigned char* to, std::size_t first, std::size_t rows) {
        for (std::size_t lane = 0; lane < (about.values + 7) / 8; ++lane)
            for (std::size_t i = 0; i < rows; ++i)
                to[lane * group_rows + i] =
                    static_cast<unsigned char>(values[first + i] >> 8 * lane);
        if (about.values != 0)
            for (std::size_t i = 0; i < rows; ++i)
                about.seen[0] |= values[first + i];
    });
}

} // namespace finsam
