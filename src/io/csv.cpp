// SPDX-License-Identifier: BSL-1.0
#include "io/csv.hpp"

#include <algorithm>
#include <utility>

namespace finsam::io {

std::optional<csv_row> csv_rows::next()
{
    skip_blank_lines();
    if (at_ == text_.size())
        return {};
    csv_row row{.offset = at_};
    for (;;) {
        take_field(row);
        if (!row.mistake.empty()) {
            skip_line();
            return row;
        }
        if (at_ == text_.size())
            return row;
        if (auto const length = line_end_length(); length > 0) {
            at_ += length;
            return row;
        }
        ++at_; // the comma
    }
}

void csv_rows::skip_blank_lines()
{
    for (;;) {
        auto const visible = std::min(text_.find_first_not_of(" \t\r", at_), text_.size());
        if (visible == text_.size())
            at_ = visible;
        if (visible == text_.size() || text_[visible] != '\n')
            return;
        at_ = visible + 1;
    }
}

void csv_rows::skip_line()
{
    auto const end = text_.find('\n', at_);
    at_ = end == std::string_view::npos ? text_.size() : end + 1;
}

std::size_t csv_rows::line_end_length() const
{
    if (text_.substr(at_).starts_with("\r\n"))
        return 2;
    return text_.substr(at_).starts_with('\n') ? 1 : 0;
}

void csv_rows::take_field(csv_row& row)
{
    csv_field field{.offset = at_};
    if (at_ < text_.size() && text_[at_] == '"') {
        take_quoted(row, field);
        if (!row.mistake.empty())
            return;
        if (at_ < text_.size() && text_[at_] != ',' && line_end_length() == 0) {
            row.mistake = "something follows the closing quotation mark of a field";
            row.mistake_at = at_;
            return;
        }
    } else {
        auto end = std::min(text_.find_first_of(",\n\"", at_), text_.size());
        if (end < text_.size() && text_[end] == '"') {
            row.mistake = "a quotation mark stands inside a field that has none around it";
            row.mistake_at = end;
            return;
        }
        if (end < text_.size() && text_[end] == '\n' && end > at_ && text_[end - 1] == '\r')
            --end;
        field.text = text_.substr(at_, end - at_);
        at_ = end;
    }
    row.fields.push_back(std::move(field));
}

void csv_rows::take_quoted(csv_row& row, csv_field& field)
{
    field.quoted = true;
    for (++at_;; at_ += 2) {
        auto const mark = text_.find('"', at_);
        if (mark == std::string_view::npos) {
            row.mistake = "a quotation mark is never closed";
            row.mistake_at = field.offset;
            row.is_open = true;
            at_ = field.offset;
            return;
        }
        field.text += text_.substr(at_, mark - at_);
        at_ = mark;
        if (!text_.substr(at_).starts_with("\"\""))
            break;
        field.text += '"';
    }
    ++at_;
}

} // namespace finsam::io
