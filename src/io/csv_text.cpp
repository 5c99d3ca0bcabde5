// SPDX-License-Identifier: BSL-1.0
#include "io/csv_text.hpp"

#include "io/sure_csv.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <utility>

namespace finsam::io {
namespace {

constexpr std::string_view how_to_quote = "put the field in \" and double each \" inside it";

std::size_t lines_in(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// The lines of the text that are whole.
std::string_view whole_lines(std::string_view text)
{
    auto const end = text.rfind('\n');
    return text.substr(0, end == text.npos ? 0 : end + 1);
}

} // namespace

std::size_t csv_text::take(std::string_view block, bool is_last)
{
    if (has_begun_)
        return take_rows(block, is_last);
    auto const text = without_mark(block);
    if (text.size() == block.size() && block.size() < 3 && !is_last)
        return 0; // perhaps half a mark
    has_begun_ = true;
    return block.size() - text.size() + take_rows(text, is_last);
}

std::size_t csv_text::take_rows(std::string_view block, bool is_last)
{
    if (is_over_)
        return block.size();
    // Of whole lines no character is broken off.
    auto const text = is_last ? block : whole_lines(block);
    check_utf8(text);
    std::size_t at = 0;
    while (at < text.size() && !is_over_) {
        auto length = keys_.empty() ? 0 : read_sure_row(text.substr(at), keys_, into_.sure);
        if (length != 0 && at + length <= checked_ && into_.take_sure())
            ++line_;
        else
            length = take_row(text.substr(at), checked_ - at, is_last);
        if (length == 0)
            break;
        at += length;
        if (at > checked_) {
            checked_ = at;
            check_utf8(text);
        }
    }
    if (is_over_)
        return block.size();
    if (is_last && !header_)
        tell(plain_document("", name_), 0, "there is no header row",
             "the first row names the columns");
    checked_ -= at;
    return at;
}

void csv_text::read_ahead(std::string_view part, sure_person& with, sure_rows& into) const
{
    if (keys_.empty() || is_over_)
        return;
    part = whole_lines(part);
    part = part.substr(0, first_bad_utf8(part));
    while (!part.empty() && !into.is_full()) {
        auto const length = read_sure_row(part, keys_, with);
        // The text may have been cut off in a row.
        if (length == 0 || part[length - 1] != '\n')
            return;
        into.take(with, length);
        part.remove_prefix(length);
    }
}

void csv_text::take(sure_rows const& rows)
{
    into_.take(rows);
    line_ += rows.people().size();
    checked_ -= std::min(checked_, rows.length());
}

void csv_text::check_utf8(std::string_view text)
{
    if (checked_ >= text.size())
        return; // more of it was there before
    auto const bad = first_bad_utf8(text.substr(checked_));
    checked_ = bad == text.npos ? text.size() : checked_ + bad;
}

void csv_text::tell(document const& where, std::size_t at, std::string_view message,
                    std::string_view hint)
{
    reader in{.source = where};
    in.complain(diagnostic_code::syntax, at, {}, std::string(message), std::string(hint));
    into_.tell(std::move(in.found));
}

std::size_t csv_text::take_row(std::string_view text, std::size_t good, bool is_last)
{
    csv_rows rows(text);
    auto const row = rows.next();
    if (row && row->is_open && !is_last)
        return 0; // a later block may have the other quotation mark
    auto const length = rows.at();
    auto const where = plain_document(text.substr(0, length), name_, line_);
    line_ += lines_in(where.text);
    if (!row)
        return length;
    if (good < length) {
        is_over_ = !header_;
        tell(where, good, "this is not UTF-8", "save the file as UTF-8");
    } else if (!header_) {
        take_header(where, *row);
    } else if (!row->mistake.empty()) {
        tell(where, row->mistake_at, row->mistake, how_to_quote);
    } else if (row->fields.size() != header_->names.size()) {
        tell(where, row->offset,
             "the row has " + std::to_string(row->fields.size())
                 + (row->fields.size() == 1 ? " field" : " fields") + ", the header row "
                 + std::to_string(header_->names.size()),
             "leave a field empty where a fact is not on record");
    } else {
        reader in{.source = where};
        auto const object = to_object(in, *row, *header_, into_.people_reader);
        into_.take(in, object, header_->has_id);
    }
    return length;
}

void csv_text::take_header(document const& where, csv_row const& row)
{
    if (!row.mistake.empty()) {
        is_over_ = true;
        return tell(where, row.mistake_at, row.mistake, how_to_quote);
    }
    reader in{.source = where};
    header_ = read_header(in, row, into_.people_reader);
    bool const is_sure = in.found.empty() && !into_.how.only_slowly;
    into_.tell(std::move(in.found));
    if (is_sure)
        keys_ = into_.sure.numbers_of(header_->names);
    // A name that has no number among the keys has doubts of its own.
    if (std::ranges::any_of(keys_, [](auto number) { return number < 0; }))
        keys_.clear();
}

} // namespace finsam::io
