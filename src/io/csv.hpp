// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::io {

/// A field of a CSV row with its place.
struct csv_field
{
    std::string text{};
    std::size_t offset = 0; ///< of its first character, or of its quotation mark
    bool quoted = false;
};

/// A row of a CSV text, or what is wrong with it.
struct csv_row
{
    std::vector<csv_field> fields{};
    std::size_t offset = 0;
    std::string_view mistake{}; ///< empty if there is none
    std::size_t mistake_at = 0;
    bool is_open = false; ///< the mistake is a quotation mark that more text might close
};

/// Takes rows from a CSV text one after the other (kommaseparerade värden).
///
/// Lines end with CRLF or LF; empty lines are passed over. After a mistake it goes on with the next
/// line.
///
/// Source: RFC 4180.
class csv_rows
{
public:
    /// Precondition: the text outlives this.
    explicit csv_rows(std::string_view text)
        : text_(text)
    {}

    /// The next row, or nothing at the end.
    ///
    /// Complexity: O(row).
    [[nodiscard]] std::optional<csv_row> next();
    /// Where the row after that begins.
    [[nodiscard]] std::size_t at() const { return at_; }

private:
    void skip_blank_lines();
    void skip_line();
    [[nodiscard]] std::size_t line_end_length() const;
    void take_field(csv_row& row);
    void take_quoted(csv_row& row, csv_field& field);

    std::string_view text_;
    std::size_t at_ = 0;
};

} // namespace finsam::io
