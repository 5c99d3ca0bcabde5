// SPDX-License-Identifier: BSL-1.0
#include "code_positions.hpp"

#include <finsam/engine/fact.hpp>
#include <finsam/engine/piece.hpp>

#include "column_rows.hpp"
#include "staging_group.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace finsam {
namespace {

/// Codes that are not further apart than this are found by their place in a table.
constexpr std::int32_t widest_table = 4 * static_cast<std::int32_t>(piece_rows);

/// Calls `each(row, code)` for all rows, a group of them at a time; instead of the code of a row
/// that has none it gets `otherwise`.
template<class Each>
void for_each_code(detail::row_groups const& rows, detail::row_groups const& states,
                   std::int32_t otherwise, Each each)
{
    for (std::size_t i = 0; i < rows.count; ++i) {
        auto const* const codes = reinterpret_cast<std::int32_t const*>(rows_of(rows, i));
        auto const* const here = rows_of(states, i);
        // Apart from what is done with them, so that the compiler makes several at once.
        std::array<std::int32_t, group_rows> group;
        for (std::size_t row = 0; row < group_rows; ++row) {
            auto const counts = -static_cast<std::int32_t>(
                here[row] == static_cast<unsigned char>(fact_state::value));
            group[row] = (codes[row] & counts) | (otherwise & ~counts);
        }
        for (std::size_t row = 0; row < group_rows; ++row)
            each(i * group_rows + row, group[row]);
    }
}

/// Where the codes lie too far apart for a table.
code_positions by_sorting(detail::row_groups const& rows, detail::row_groups const& states,
                          std::int32_t lowest)
{
    code_positions found;
    found.of_rows.resize(rows.count * group_rows);
    for_each_code(rows, states, lowest,
                  [&](std::size_t row, std::int32_t code) { found.of_rows[row] = code; });
    found.codes = found.of_rows;
    std::ranges::sort(found.codes);
    found.codes.erase(std::unique(found.codes.begin(), found.codes.end()), found.codes.end());
    for (auto& one : found.of_rows)
        one = static_cast<std::int32_t>(std::ranges::lower_bound(found.codes, one)
                                        - found.codes.begin());
    return found;
}

} // namespace

code_positions positions_of_codes(detail::row_groups const& rows, detail::row_groups const& states,
                                  detail::number_range range)
{
    auto const [lowest, highest] = range;
    auto const width = highest - lowest; // codes are counted from 0
    if (width > widest_table)
        return by_sorting(rows, states, lowest);

    std::vector<std::int32_t> places(static_cast<std::size_t>(width) + 1);
    auto const place_of = [&](std::int32_t code) -> std::int32_t& {
        return places[static_cast<std::size_t>(code - lowest)];
    };
    // Somebody has the lowest, so that it may stand for those who have none.
    for_each_code(rows, states, lowest,
                  [&](std::size_t, std::int32_t code) { place_of(code) = 1; });
    code_positions found;
    for (auto code = lowest; code <= highest; ++code)
        if (auto& place = place_of(code); place != 0) {
            place = static_cast<std::int32_t>(found.codes.size());
            found.codes.push_back(code);
        }
    if (found.codes.size() == places.size())
        return found;
    found.of_rows.resize(rows.count * group_rows);
    for_each_code(rows, states, lowest,
                  [&](std::size_t row, std::int32_t code) { found.of_rows[row] = place_of(code); });
    return found;
}

} // namespace finsam
