// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/io/people.hpp>

#include "io/read_csv.hpp"
#include "io/reading.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace finsam::io {

/// A CSV text that comes a block at a time; `take` as in `json_lines`.
///
/// Of a row that is not UTF-8 that alone is told; the rows after it are read.
class csv_text
{
public:
    csv_text(reading& into, std::string_view name)
        : into_(into)
        , name_(name)
    {}

    std::size_t take(std::string_view block, bool is_last);

    /// As in `json_lines`: there is a doubt about everything until the header row is known.
    void read_ahead(std::string_view part, sure_person& with, sure_rows& into) const;
    void take(sure_rows const& rows);

private:
    std::size_t take_rows(std::string_view text, bool is_last);
    /// `good` bytes of the text are UTF-8, and if those are not all, the next one is not.
    std::size_t take_row(std::string_view text, std::size_t good, bool is_last);
    /// Looks on for what is not UTF-8, from `checked_`.
    void check_utf8(std::string_view text);
    void tell(document const& where, std::size_t at, std::string_view message,
              std::string_view hint);
    void take_header(document const& where, csv_row const& row);

    reading& into_;
    std::string_view name_;
    std::optional<csv_header> header_{};
    std::vector<std::int32_t> keys_{}; // of the header, if every record may be sure
    std::size_t line_ = 1;             // at the beginning of what is not done with
    std::size_t checked_ = 0;          // bytes of that which are known to be UTF-8
    bool has_begun_ = false;
    bool is_over_ = false; // no more rows are read
};

} // namespace finsam::io
