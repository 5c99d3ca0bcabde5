// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/plain_text.hpp>

#include <cstddef>
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
    {}

    /// Precondition: at most one cell a column.
    void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

    [[nodiscard]] bool empty() const { return rows_.empty(); }

    /// Each row indented, two spaces between columns, none at the end of a line.
    [[nodiscard]] std::string text(std::size_t indent = 2) const;

private:
    std::vector<aligned> columns_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace finsam::cli
