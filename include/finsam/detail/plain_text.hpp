// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace finsam::detail {

/// Text with a space for each control character, so that what a document says can neither break
/// a line nor steer a terminal.
[[nodiscard]] inline std::string plain_text(std::string_view text)
{
    std::string shown(text);
    for (std::size_t i = 0; i < shown.size(); ++i) {
        auto const byte = static_cast<unsigned char>(shown[i]);
        if (byte < 0x20 || byte == 0x7F)
            shown[i] = ' ';
        // U+0080 to U+009F are control characters too.
        if (byte == 0xC2 && i + 1 < shown.size() && static_cast<unsigned char>(shown[i + 1]) < 0xA0)
            shown.replace(i, 2, " ");
    }
    return shown;
}

/// "a, b, c".
template<class Words>
[[nodiscard]] std::string joined(Words const& words)
{
    std::string text;
    bool is_first = true;
    for (std::string_view const word : words) {
        text += is_first ? "" : ", ";
        text += word;
        is_first = false;
    }
    return text;
}

} // namespace finsam::detail
