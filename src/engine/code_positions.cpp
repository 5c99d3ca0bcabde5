// SPDX-License-Identifier: BSL-1.0
#include "code_positions.hpp"

#include <finsam/engine/fact.hpp>
#include <finsam/engine/piece.hpp>

#include "staging_group.hpp"

#include <algorithm>
#include <cstring>

namespace finsam {
namespace {

/// Codes up to this are found by their place in a table.
constexpr std::int32_t most_in_table = 4 * static_cast<std::int32_t>(piece_rows);

/// The code of each row that has one, plus one; 0 of the others.
std::vector<std::int32_t> codes_of(column_rows const& from)
{
    auto const groups = from.at.count;
    std::vector<std::int32_t> all(groups * group_rows);
    for (std::size_t i = 0; i < groups; ++i) {
        auto* const to = all.data() + i * group_rows;
        auto const* const rows = rows_of(from.at, i);
        auto const* const states = rows_of(from.states, i);
        if (from.stands == column_rows::form::bytes)
            std::copy_n(rows, group_rows, to);
        else
            std::memcpy(to, rows, group_rows * sizeof *to);
        for (std::size_t row = 0; row < group_rows; ++row) {
            auto const counts = -static_cast<std::int32_t>(
                states[row] == static_cast<unsigned char>(fact_state::value));
            to[row] = static_cast<std::int32_t>(static_cast<std::uint32_t>(to[row]) + 1) & counts;
        }
    }
    return all;
}

} // namespace

std::vector<std::int32_t> code_positions(column_rows const& from, std::vector<std::int32_t>& codes)
{
    auto all = codes_of(from);
    std::int32_t most = 0; // the largest code plus one
    for (auto const one : all)
        most = std::max(most, one);
    if (most > most_in_table) {
        for (auto const one : all)
            if (one != 0)
                codes.push_back(one - 1);
        std::ranges::sort(codes);
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        for (auto& one : all)
            one =
                static_cast<std::int32_t>(std::ranges::lower_bound(codes, one - 1) - codes.begin());
        return all;
    }
    std::vector<std::int32_t> places(static_cast<std::size_t>(most) + 1);
    for (auto const one : all)
        places[static_cast<std::size_t>(one)] = 1;
    places[0] = 0;
    for (std::int32_t code = 0; code < most; ++code)
        if (auto& place = places[static_cast<std::size_t>(code) + 1]; place != 0) {
            place = static_cast<std::int32_t>(codes.size());
            codes.push_back(code);
        }
    for (auto& one : all)
        one = places[static_cast<std::size_t>(one)];
    return all;
}

} // namespace finsam
