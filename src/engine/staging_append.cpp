// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/staging.hpp>

#include "staging_group.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <cstring>

namespace finsam {

void staging::append(staging const& from, std::size_t first, std::size_t count,
                     std::vector<std::vector<std::int32_t>> const& codes)
{
    BOOST_ASSERT(rows_ + count <= piece_rows && first + count <= from.rows_);
    if (count == 0)
        return;
    auto const groups = (rows_ + count + group_rows - 1) / group_rows;
    if (auto const words = groups * group_bytes_ / 4; groups_.size() < words)
        groups_.resize(words);
    for (std::size_t done = 0; done < count;) {
        auto const here = (rows_ + done) % group_rows, there = (first + done) % group_rows;
        auto const some = std::min({group_rows - here, group_rows - there, count - done});
        append_in_group(from, first + done, rows_ + done, some, codes);
        done += some;
    }
    for (std::size_t c = 0; c < columns_.size(); ++c)
        for (std::size_t word = 0; word < columns_[c].seen.size(); ++word)
            columns_[c].seen[word] |= from.columns_[c].seen[word];

    for (auto row = first; row < first + count; ++row)
        finish(from.id(row), from.preferences(row), from.placed(row), rows_ % group_rows);
}

/// Rows that lie in one group each, here and there.
void staging::append_in_group(staging const& from, std::size_t first, std::size_t to,
                              std::size_t count,
                              std::vector<std::vector<std::int32_t>> const& codes)
{
    auto const here = to % group_rows, there = first % group_rows;
    auto* const into =
        reinterpret_cast<unsigned char*>(groups_.data()) + to / group_rows * group_bytes_;
    auto const* const given = from.group_of(first);
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        auto const& column = columns_[c];
        auto const copy = [&](std::size_t offset, std::size_t bytes) {
            std::memcpy(into + offset + here * bytes, given + offset + there * bytes,
                        count * bytes);
        };
        copy(column.states, 1);
        if (column.kind == fact_kind::set) {
            for (std::size_t lane = 0; lane < (column.values + 7) / 8; ++lane)
                copy(column.offset + lane * group_rows, 1);
        } else if (column.kind != fact_kind::code) {
            copy(column.offset, column.bytes);
        } else {
            auto* const numbers = reinterpret_cast<std::int32_t*>(into + column.offset) + here;
            auto const* const theirs =
                reinterpret_cast<std::int32_t const*>(given + column.offset) + there;
            auto const* const states = given + column.states + there;
            for (std::size_t row = 0; row < count; ++row)
                if (states[row] == static_cast<unsigned char>(fact_state::value))
                    numbers[row] = codes[c][static_cast<std::size_t>(theirs[row])];
        }
    }
}

} // namespace finsam
