// SPDX-License-Identifier: BSL-1.0
#include "io/json_lines.hpp"

#include "io/personal_number.hpp"
#include "io/sure_json.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <utility>

namespace finsam::io {

std::size_t json_lines::take(std::string_view block, bool is_last)
{
    auto rest = block;
    while (!rest.empty()) {
        auto const end = rest.find('\n');
        if (end == rest.npos && !is_last)
            break;
        auto content = rest.substr(0, end);
        rest.remove_prefix(std::min(content.size() + 1, rest.size()));
        if (!std::exchange(has_begun_, true))
            content = without_mark(content);
        ++line_;
        take_line(content);
    }
    return block.size() - rest.size();
}

void json_lines::read_ahead(std::string_view part, sure_person& with, sure_rows& into) const
{
    while (!into.is_full()) {
        auto const end = part.find('\n');
        if (end == part.npos || !read_sure_line(part.substr(0, end), with))
            return;
        into.take(with, end + 1);
        part.remove_prefix(end + 1);
    }
}

void json_lines::take(sure_rows const& rows)
{
    into_.take(rows);
    line_ += rows.people().size();
    has_begun_ = has_begun_ || rows.length() != 0;
}

void json_lines::take_line(std::string_view content)
{
    if (!into_.how.only_slowly && read_sure_line(content, into_.sure) && into_.take_sure())
        return;
    if (content.find_first_not_of(" \t\r") == content.npos)
        return;
    auto const document = parse_document(content, name_, line_);
    reader in{.source = document, .found = document.found};
    hide_personal_numbers(in.found);
    if (document.readable)
        into_.take(in, document.root);
    else
        into_.tell(std::move(in.found));
}

} // namespace finsam::io
