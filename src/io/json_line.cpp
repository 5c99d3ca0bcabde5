// SPDX-License-Identifier: BSL-1.0
#include "io/json_line.hpp"

#include "io/utf8.hpp"

#include <algorithm>
#include <cstddef>

namespace finsam::io {
namespace {

void append_letter(std::string& line, char letter)
{
    constexpr char digits[] = "0123456789abcdef";
    if (letter == '"' || letter == '\\') {
        line += '\\';
        line += letter;
    } else if (letter == '\n') {
        line += "\\n";
    } else if (static_cast<unsigned char>(letter) < 0x20) {
        line += "\\u00";
        line += digits[letter >> 4];
        line += digits[letter & 15];
    } else {
        line += letter;
    }
}

} // namespace

void append_quoted(std::string& line, std::string_view text)
{
    line += '"';
    while (!text.empty()) {
        auto const good = std::min(first_bad_utf8(text), text.size());
        for (char const letter : text.substr(0, good))
            append_letter(line, letter);
        if (good < text.size())
            line += "\xEF\xBF\xBD";
        text.remove_prefix(std::min(good + 1, text.size()));
    }
    line += '"';
}

} // namespace finsam::io
