// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>
#include <finsam/io/snapshot.hpp>

#include "io/file.hpp"
#include "io/person_reader.hpp"
#include "io/personal_number.hpp"
#include "io/read_csv.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

namespace finsam {

namespace {

constexpr std::size_t most_listed = 100;

/// The people read so far and what is wrong with the file; mistakes after the hundredth are only
/// counted, and no one is kept after the first.
class reading
{
public:
    explicit reading(plan const& agreed)
        : people_reader(agreed)
        , read_(people_reader.vocabulary())
    {}

    io::person_reader const people_reader;

    void tell(std::vector<diagnostic> mistakes)
    {
        std::ranges::stable_sort(
            mistakes, {}, [](diagnostic const& one) { return std::pair(one.line, one.column); });
        for (auto& one : mistakes) {
            if (found_.list.size() < most_listed)
                add(found_, std::move(one));
            else
                ++found_.errors;
        }
    }

    /// Reads a person from an object and adds the mistakes to those of `in`.
    void take(io::reader& in, io::node const& object, bool id_required = true)
    {
        io::place const here;
        auto const someone = people_reader.read(in, object, here, id_required);
        if (!someone.id.empty() && !ids_.insert(someone.id).second)
            in.complain(diagnostic_code::duplicate_id, io::find(object, "id")->offset,
                        here.member("id"), "another person above has the same `id`");
        if (in.found.empty() && found_.errors == 0)
            read_.append(someone);
        tell(std::move(in.found));
    }

    result<people> done()
    {
        if (found_.errors > 0)
            return std::move(found_);
        return std::move(read_);
    }

private:
    people read_;
    std::unordered_set<std::string> ids_;
    diagnostics found_;
};

bool names_personal_number(std::string_view pointer)
{
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        auto const end = std::min(pointer.find('/'), pointer.size());
        if (io::is_personal_number(pointer.substr(0, end)))
            return true;
        pointer.remove_prefix(end);
    }
    return false;
}

/// A mistake in the text is told by the names of keys, which must not be personal numbers either.
void hide_personal_numbers(std::vector<diagnostic>& found)
{
    for (auto& one : found) {
        if (!names_personal_number(one.pointer))
            continue;
        one.pointer.clear();
        if (one.code == diagnostic_code::duplicate_key)
            one.message = "a key stands twice in the same object";
    }
}

void read_json_lines(reading& into, std::string_view text, std::string_view name)
{
    text = io::without_mark(text);
    for (std::size_t line = 1; !text.empty(); ++line) {
        auto const end = std::min(text.find('\n'), text.size());
        auto const content = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (content.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        auto const document = io::parse_document(content, name, line);
        io::reader in{.source = document, .found = document.found};
        hide_personal_numbers(in.found);
        if (document.readable)
            into.take(in, document.root);
        else
            into.tell(std::move(in.found));
    }
}

void read_csv(reading& into, std::string_view text, std::string_view name)
{
    auto const document = io::plain_document(io::without_mark(text), name);
    auto const syntax = [&](std::size_t at, std::string_view message, std::string_view hint = {}) {
        io::reader in{.source = document};
        in.complain(diagnostic_code::syntax, at, {}, std::string(message), std::string(hint));
        into.tell(std::move(in.found));
    };
    if (auto const bad = io::first_bad_utf8(document.text); bad != std::string_view::npos)
        return syntax(bad, "this is not UTF-8", "save the file as UTF-8");

    io::csv_rows rows(document.text);
    auto const first = rows.next();
    if (!first)
        return syntax(0, "there is no header row");
    if (!first->mistake.empty())
        return syntax(first->mistake_at, first->mistake);
    io::reader in{.source = document};
    auto const header = io::read_header(in, *first, into.people_reader);
    into.tell(std::move(in.found));

    while (auto const row = rows.next()) {
        if (!row->mistake.empty()) {
            syntax(row->mistake_at, row->mistake);
        } else if (row->fields.size() != header.names.size()) {
            syntax(row->offset, "the row has " + std::to_string(row->fields.size())
                                    + " fields, the header row "
                                    + std::to_string(header.names.size()));
        } else {
            io::reader mistakes{.source = document};
            auto const object = io::to_object(mistakes, *row, header, into.people_reader);
            into.take(mistakes, object, header.has_id);
        }
    }
}

} // namespace

result<people> parse_people(plan const& agreed, std::string_view text, people_format format,
                            std::string_view name)
{
    reading into(agreed);
    switch (format) {
    case people_format::json_lines:
        read_json_lines(into, text, name);
        break;
    case people_format::csv:
        read_csv(into, text, name);
        break;
    }
    return into.done();
}

result<people> read_people(plan const& agreed, std::filesystem::path const& file)
{
    // Mapped if it can be; what comes through a pipe is known only once it has been read.
    if (auto const mapped = mapped_file::open(file); mapped && is_snapshot(mapped->bytes()))
        return read_snapshot(agreed, file);
    auto const text = io::read_file(file);
    if (!text)
        return text.error();
    if (is_snapshot(*text))
        return parse_snapshot(agreed, *text, file.string());
    auto ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    auto const format = ending == ".csv" ? people_format::csv : people_format::json_lines;
    return parse_people(agreed, *text, format, file.string());
}

} // namespace finsam
