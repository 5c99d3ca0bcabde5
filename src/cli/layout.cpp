// SPDX-License-Identifier: BSL-1.0
#include "cli/layout.hpp"

#include <finsam/detail/plain_text.hpp>

#include "io/utf8.hpp"

#include <algorithm>

namespace finsam::cli {

std::string plain(std::string_view text)
{
    return detail::plain_text(text);
}

std::string table::text(std::size_t indent) const
{
    std::vector<std::size_t> widths(columns_.size());
    for (auto const& row : rows_)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], io::count_characters(row[i]));

    std::string text;
    for (auto const& row : rows_) {
        std::string line(indent, ' ');
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string const room(widths[i] - io::count_characters(row[i]), ' ');
            line += columns_[i] == aligned::left ? row[i] + room : room + row[i];
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    }
    return text;
}

} // namespace finsam::cli
