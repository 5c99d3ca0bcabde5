// SPDX-License-Identifier: BSL-1.0
#include "io/json_line.hpp"

#include "io/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace finsam::io {
namespace {

/// Whether a byte of a JSON string stands for itself.
constexpr bool is_plain(char letter)
{
    return static_cast<unsigned char>(letter) >= 0x20 && letter != '"' && letter != '\\';
}

/// How many bytes stand for themselves from the beginning on.
std::size_t plain_length(std::string_view text)
{
    constexpr std::uint64_t ones = 0x0101010101010101, high = 0x80 * ones;
    std::size_t at = 0;
    // Eight at a time, as long as none of them is another: a byte is less than n if n taken from
    // all of them borrows from it.
    for (std::uint64_t eight = 0; text.size() - at >= sizeof eight; at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        auto const quotes = eight ^ ones * '"', slashes = eight ^ ones * '\\';
        if ((((eight - ones * 0x20) & ~eight) | ((quotes - ones) & ~quotes)
             | ((slashes - ones) & ~slashes))
            & high)
            break;
    }
    while (at < text.size() && is_plain(text[at]))
        ++at;
    return at;
}

void append_escaped(std::string& line, char letter)
{
    constexpr char digits[] = "0123456789abcdef";
    if (letter == '"' || letter == '\\') {
        line += '\\';
        line += letter;
    } else if (letter == '\n') {
        line += "\\n";
    } else {
        line += "\\u00";
        line += digits[letter >> 4];
        line += digits[letter & 15];
    }
}

void append_utf8(std::string& line, std::string_view text)
{
    for (;;) {
        auto const plain = plain_length(text);
        line += text.substr(0, plain);
        if (plain == text.size())
            return;
        append_escaped(line, text[plain]);
        text.remove_prefix(plain + 1);
    }
}

} // namespace

void append_quoted(std::string& line, std::string_view text)
{
    line += '"';
    for (;;) {
        auto const good = std::min(first_bad_utf8(text), text.size());
        append_utf8(line, text.substr(0, good));
        if (good == text.size())
            break;
        line += "\xEF\xBF\xBD";
        text.remove_prefix(good + 1);
    }
    line += '"';
}

} // namespace finsam::io
