// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/plain_text.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::cli {

/// The text with control characters shown as spaces, so that nothing in a document can move the
/// cursor of a terminal or break a line.
[[nodiscard]] std::string plain(std::string_view text);

using detail::joined;

enum class aligned
{
    left,
    right
};

/// Rows of cells in columns that are as wide as their widest cell (tabell).
///
/// Units: widths count characters, not bytes: Swedish letters take two bytes.
class table
{
public:
    explicit table(std::vector<aligned> columns)
        : columns_{std::move(columns)}
        , widths_(columns_.size())
    {}

    /// Precondition: at most one cell a column.
    void row(std::initializer_list<std::string_view> cells);

    [[nodiscard]] bool empty() const { return row_ends_.empty(); }

    /// Each row indented, two spaces between columns, none at the end of a line.
    [[nodiscard]] std::string text(std::size_t indent = 2) const;

private:
    struct cell
    {
        std::size_t end;   // in the text of all cells
        std::size_t width; // characters
    };

    std::vector<aligned> columns_;
    std::vector<std::size_t> widths_; // of the widest cells, by column
    std::string cells_;               // the text of all, one after the other
    std::vector<cell> ends_;
    std::vector<std::size_t> row_ends_; // in the cells
};

} // namespace finsam::cli
