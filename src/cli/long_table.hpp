// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace finsam::cli {

/// Writes rows as `table` does, as many as there may be: none is kept (lång tabell).
///
/// `rows(row)` is called twice, to measure and to write, and calls `row(cells, last)` for each
/// row, all columns to the left: so many cells, and what appends the last one to a text, which is
/// called when that is written. `take` gets the text, some rows at a time.
///
/// Precondition: `rows` tells the same both times.
/// Returns: whether there was any row.
template<std::size_t cells, class Rows, class Take>
bool write_rows(Rows const& rows, Take const& take)
{
    using row_cells = std::array<std::string_view, cells>;
    std::array<std::size_t, cells> widths{};
    bool some = false;
    rows([&](row_cells const& row, auto const&) {
        some = true;
        for (std::size_t i = 0; i < cells; ++i)
            widths[i] = std::max(widths[i], io::count_characters(row[i]));
    });

    constexpr std::size_t most_held = 1 << 16;
    std::string text;
    rows([&](row_cells const& row, auto const& last) {
        text += "  ";
        for (std::size_t i = 0; i < cells; ++i) {
            text += row[i];
            text.append(widths[i] - io::count_characters(row[i]) + 2, ' ');
        }
        last(text);
        text.erase(text.find_last_not_of(' ') + 1);
        text += '\n';
        if (text.size() > most_held) {
            take(text);
            text.clear();
        }
    });
    take(text);
    return some;
}

} // namespace finsam::cli
