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

void table::row(std::initializer_list<std::string_view> cells)
{
    auto widest = widths_.begin();
    for (auto const one : cells) {
        auto const width = io::count_characters(one);
        *widest = std::max(*widest, width);
        ++widest;
        cells_ += one;
        ends_.push_back({cells_.size(), width});
    }
    row_ends_.push_back(ends_.size());
}

std::string table::text(std::size_t indent) const
{
    std::string text;
    std::size_t next = 0, from = 0;
    for (auto const end : row_ends_) {
        auto const line = text.size();
        text.append(indent, ' ');
        for (std::size_t column = 0; next < end; ++next, ++column) {
            auto const [to, width] = ends_[next];
            auto const room = widths_[column] - width;
            if (columns_[column] == aligned::right)
                text.append(room, ' ');
            text.append(cells_, from, to - from);
            from = to;
            if (next + 1 == end)
                continue; // nothing stands behind it
            if (columns_[column] == aligned::left)
                text.append(room, ' ');
            text += "  ";
        }
        text.erase(std::max(text.find_last_not_of(' ') + 1, line));
        text += '\n';
    }
    return text;
}

} // namespace finsam::cli
