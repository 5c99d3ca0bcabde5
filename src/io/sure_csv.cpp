// SPDX-License-Identifier: BSL-1.0
#include "io/sure_csv.hpp"

#include "io/find_mark.hpp"
#include "io/read_whole.hpp"

#include <algorithm>
#include <cstring>

namespace finsam::io {
namespace {

/// How far it is to one of the marks, or to the end.
template<char... Marks>
std::size_t distance(char const* from, char const* end) noexcept
{
    auto const room = static_cast<std::size_t>(end - from);
    std::size_t length = 0;
    for (std::size_t part = 16; part == 16 && length < room; length += part)
        part = find_mark_16<Marks...>(from + length);
    return std::min(length, room);
}

bool read_list(sure_person& into, sure_person::key const& of, std::string_view text)
{
    if (!into.give_list(of))
        return false;
    if (text == "[]")
        return true;
    auto const* at = text.data();
    auto const* const end = at + text.size();
    for (;; ++at) {
        auto const length = distance<';'>(at, end);
        if (!into.give_item(of, at, length))
            return false;
        at += length;
        if (at == end)
            return true;
    }
}

bool is_null(std::string_view text)
{
    return text.size() == 4 && std::memcmp(text.data(), "null", 4) == 0;
}

/// Which of the two it is cannot be foreseen, so that nothing branches on it.
bool read_truth(std::string_view text, std::int32_t& found)
{
    bool const is_true = text.size() == 4 && std::memcmp(text.data(), "true", 4) == 0;
    bool const is_false = text.size() == 5 && std::memcmp(text.data(), "false", 5) == 0;
    found = is_true ? 1 : 0;
    return is_true | is_false;
}

/// Precondition: something stands in the field.
bool read_field(sure_person& into, sure_person::key const& of, std::string_view text)
{
    using enum sure_person::role;
    std::int32_t number = 0;
    auto const* at = text.data();
    switch (of.is) {
    case boolean:
        return read_truth(text, number) && into.give_number(of, number);
    case integer:
        if (read_whole(at, text.data() + text.size(), number) && at == text.data() + text.size())
            return into.give_number(of, number);
        break;
    case date:
        if (text.size() == 10)
            return into.give_date(of, at);
        break;
    case choice:
        if (into.give_choice(of, at, text.size()))
            return true;
        break;
    case code:
        if (!is_null(text))
            return into.give_code(of, text);
        break;
    case id:
        return !is_null(text) && into.give_id(text);
    case placed:
        return into.give_placed(at, text.size());
    case set:
    case consents:
    case preferences:
        return read_list(into, of, text);
    }
    return is_null(text) && into.give_none(of);
}

} // namespace

std::size_t read_sure_row(std::string_view text, std::vector<std::int32_t> const& columns,
                          sure_person& into)
{
    auto const* at = text.data();
    auto const* const end = at + text.size();
    // It may be a blank line.
    if (at == end || *at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')
        return 0;
    into.begin();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        bool const last = i + 1 == columns.size();
        std::string_view field;
        if (at != end && *at == '"') {
            // A field of several lines is not sure; to look on would take as long for each row.
            field = {at + 1, distance<'"', '\n'>(at + 1, end)};
            at += field.size() + 1;
            if (at >= end || *at != '"')
                return 0;
            ++at;
            at += last && end - at > 1 && at[0] == '\r' && at[1] == '\n' ? 1 : 0;
        } else {
            field = {at, distance<',', '\n'>(at, end)};
            at += field.size();
            if (last && at != end && *at == '\n' && field.ends_with('\r'))
                field.remove_suffix(1);
        }
        // What follows a field is a comma, after the last one the end of the line or of the text.
        if (at == end ? !last : *at != (last ? '\n' : ','))
            return 0;
        at += at == end ? 0 : 1;
        // An empty field is not on record.
        if (!field.empty() && !read_field(into, into[columns[i]], field))
            return 0;
    }
    return into.is_whole() ? static_cast<std::size_t>(at - text.data()) : 0;
}

} // namespace finsam::io
