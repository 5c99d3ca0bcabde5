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

/// Where the text between quotation marks begins in which the offset stands, or npos.
///
/// Precondition: up to the offset nothing is wrong but in that text.
std::size_t text_around(std::string_view text, std::size_t offset)
{
    auto begins = std::string_view::npos;
    for (std::size_t at = 0; at < offset; ++at) {
        if (text[at] == '"')
            begins = begins == std::string_view::npos ? at : std::string_view::npos;
        else if (text[at] == '\\')
            ++at;
    }
    return begins;
}

/// What the escape `\u` at a place stands for, or the place at which it goes wrong.
struct numbered_escape
{
    std::size_t wrong = std::string_view::npos;
    unsigned first = 0; ///< eight bits of sixteen: they say whether it is half a character

    numbered_escape(std::string_view text, std::size_t at)
    {
        for (auto digit = at + 2; digit < at + 6; ++digit)
            if (digit >= text.size() || !is_hexadecimal(text[digit])) {
                wrong = digit;
                return;
            }
        auto const value_of = [](char c) {
            return static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        };
        first = value_of(text[at + 2]) << 4 | value_of(text[at + 3]);
    }
    [[nodiscard]] bool is_first_half() const { return first >= 0xD8 && first < 0xDC; }
    [[nodiscard]] bool is_second_half() const { return first >= 0xDC && first < 0xE0; }
};

/// What is wrong in the text between quotation marks that begins there, if anything is.
std::optional<mistake> about_text(std::string_view text, std::size_t begins)
{
    auto const of_digit = [&](std::size_t at) -> std::optional<mistake> {
        if (at >= text.size())
            return {}; // it ends too early
        return told(at, in_backticks(character_at(text, at)) + " cannot stand here",
                    "four digits or letters from `a` to `f` stand after `\\u`");
    };
    bool wants_half = false;
    std::size_t half = 0;
    for (auto at = begins + 1; at < text.size();) {
        bool const is_numbered = text.substr(at, 2) == "\\u";
        auto const escape = is_numbered ? std::optional(numbered_escape(text, at)) : std::nullopt;
        if (escape && escape->wrong != std::string_view::npos)
            return of_digit(escape->wrong);
        if (wants_half != (escape && escape->is_second_half()))
            return told(wants_half ? half : at, "half a character stands here",
                        "write the character itself");
        wants_half = escape && escape->is_first_half();
        if (wants_half)
            half = at;
        if (text[at] == '"')
            return {};
        auto const bare = text[at] == '\\' && at + 1 < text.size() ? at + 1 : at;
        if (static_cast<unsigned char>(text[bare]) < 0x20)
            return told(bare, "a line break or another control character cannot stand here",
                        "write `\\n` for a line break in a text");
        if (text[at] != '\\' || is_numbered) {
            at += is_numbered ? 6 : 1;
            continue;
        }
        if (at + 1 < text.size()
            && std::string_view("\"\\/bfnrt").find(text[at + 1]) == std::string_view::npos)
            return told(at + 1, in_backticks(character_at(text, at + 1)) + " cannot stand here",
                        "write `\\\\` for a backslash in a text");
        at += 2;
    }
    return {};
}

/// A word or a number that other languages have.
std::optional<mistake> about_other_words(std::string_view text, std::size_t offset)
{
    auto const end =
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(offset), text.end(), is_letter);
    auto const theirs = text.substr(offset, static_cast<std::size_t>(end - text.begin()) - offset);
    for (auto const& [others, ours] :
         {std::pair{"True", "true"}, std::pair{"TRUE", "true"}, std::pair{"False", "false"},
          std::pair{"FALSE", "false"}, std::pair{"None", "null"}, std::pair{"NULL", "null"},
          std::pair{"Null", "null"}})
        if (theirs == others)
            return told(offset, in_backticks(theirs) + " cannot stand here",
                        "write " + in_backticks(ours));
    if (theirs == "NaN" || theirs == "Infinity")
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

mistake explain_syntax(std::string_view text, std::size_t offset)
{
    if (std::ranges::none_of(text, is_visible))
        return told(offset, "the text is empty", "a document is one JSON value");
    // Where the parser gives up on a text between quotation marks differs.
    if (auto const begins = text_around(text, offset); begins != std::string_view::npos)
        if (auto const found = about_text(text, begins))
            return *found;
    if (offset >= text.size())
        return told(text.size(), "the text ends too early",
                    "a quotation mark, `]` or `}` is missing");

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
        return told(offset, "a control character cannot stand here",
                    "it cannot be seen: write what is around it anew");
    auto const what = in_backticks(character_at(text, offset));
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
