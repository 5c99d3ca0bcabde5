// SPDX-License-Identifier: BSL-1.0
#include "io/explain_syntax.hpp"

#include "io/place.hpp"
#include "io/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace finsam::io {

namespace {

namespace json = boost::json;

mistake told(std::size_t offset, std::string message, std::string hint)
{
    return {offset, diagnostic_code::syntax, "", std::move(message), std::move(hint)};
}

bool is_visible(char c)
{
    return std::string_view(" \t\r\n").find(c) == std::string_view::npos;
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) > 127;
}

bool is_hexadecimal(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether an escape that stands for half a character, as `\ud800` does, begins there.
bool is_half(std::string_view text, std::size_t at)
{
    auto const escape = text.substr(at, 6);
    return escape.size() == 6 && escape.starts_with("\\u") && (escape[2] | 0x20) == 'd'
           && is_hexadecimal(escape[3]) && (escape[3] > '7' || !is_digit(escape[3]));
}

/// About an escape `\u` in which the parser gave up, or shortly after.
std::optional<mistake> about_escape(std::string_view text, std::size_t offset, json::error why)
{
    auto const last = text.substr(0, offset + 2).rfind("\\u");
    if (last == std::string_view::npos)
        return {};
    if (why == json::error::expected_hex_digit) {
        auto const wrong = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(last) + 2,
                                            text.end(), is_hexadecimal);
        auto const at = static_cast<std::size_t>(wrong - text.begin());
        return told(at, in_backticks(character_at(text, at)) + " cannot stand here",
                    "four digits or letters from `a` to `f` stand after `\\u`");
    }
    // Where the parser notices that the other half is missing differs.
    for (auto const at : {last < 6 ? last : last - 6, last})
        if (offset <= at + 12 && is_half(text, at))
            return told(at, "half a character stands here", "write the character itself");
    return {};
}

/// A word or a number that other languages have.
std::optional<mistake> about_other_words(std::string_view text, std::size_t offset)
{
    auto const rest = text.substr(offset);
    for (auto const& [theirs, ours] :
         {std::pair{"True", "true"}, std::pair{"TRUE", "true"}, std::pair{"False", "false"},
          std::pair{"FALSE", "false"}, std::pair{"None", "null"}, std::pair{"NULL", "null"},
          std::pair{"Null", "null"}})
        if (rest.starts_with(theirs))
            return told(offset, in_backticks(theirs) + " cannot stand here",
                        "write " + in_backticks(ours));
    for (std::string_view const theirs : {"NaN", "Infinity"})
        if (rest.starts_with(theirs))
            return told(offset, in_backticks(theirs) + " is no number here",
                        "leave it out where there is none");
    return {};
}

/// Whether a number that the offset ends has something after which a digit must stand.
bool ends_number_early(std::string_view text, std::size_t offset)
{
    auto const before = text.substr(0, offset);
    auto const past = before.find_last_not_of(number_characters);
    auto const number = before.substr(past == std::string_view::npos ? 0 : past + 1);
    return !number.empty() && !is_digit(number.back())
           && (number.front() == '-' || is_digit(number.front()));
}

} // namespace

mistake explain_syntax(std::string_view text, std::size_t offset, json::error why)
{
    if (std::ranges::none_of(text, is_visible))
        return told(offset, "the text is empty", "a document is one JSON value");
    if (offset >= text.size())
        return told(offset, "the text ends too early", "a quotation mark, `]` or `}` is missing");
    if (auto const escape = about_escape(text, offset, why))
        return *escape;

    char const found = text[offset];
    auto last = offset;
    while (last > 0 && !is_visible(text[last - 1]))
        --last;
    char const before = last > 0 ? text[last - 1] : '{';

    if (auto const other = about_other_words(text, offset))
        return *other;
    if (ends_number_early(text, offset))
        return told(offset, "the number ends too early", "a digit is missing before this");
    if (static_cast<unsigned char>(found) < 0x20)
        return told(offset, "a line break or another control character cannot stand here",
                    "write `\\n` for a line break in a text");
    auto const what = in_backticks(character_at(text, offset));
    if (offset > 0 && text[offset - 1] == '\\')
        return told(offset, what + " cannot stand here", "write `\\\\` for a backslash in a text");
    if (before == ',' && (found == '}' || found == ']'))
        return told(offset, "a comma stands before " + what, "leave it out after the last one");
    if (found == '\'')
        return told(offset, "a text stands in single quotation marks", "write \"");
    if (found == '/' || found == '#')
        return told(offset, "JSON has no comments",
                    "leave it out, or say it in a `label` or a `cite`");
    if (found == '"' || found == '{' || found == '[')
        return told(offset, what + " cannot stand here",
                    "is a comma or a colon missing before it?");
    if (auto const rest = text.substr(offset); without_mark(rest) != rest)
        return told(offset, "a byte order mark cannot stand here",
                    "take this invisible character away");
    return told(offset, what + " cannot stand here",
                is_letter(found) ? "a text stands between two \""
                                 : "is something missing before it, or is it too much?");
}

} // namespace finsam::io
