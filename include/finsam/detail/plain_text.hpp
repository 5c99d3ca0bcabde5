// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace finsam::detail {

/// Text with a space for each control character, so that what a document says can neither break
/// a line nor steer a terminal.
[[nodiscard]] inline std::string plain_text(std::string_view text)
{
    std::string shown(text);
    // Nearly every text is plain; to see so, no byte decides anything by itself.
    bool may_have_some = false;
    for (char const c : text) {
        auto const byte = static_cast<unsigned char>(c);
        may_have_some |= (byte < 0x20) | (byte == 0x7F) | (byte == 0xC2);
    }
    if (!may_have_some)
        return shown;
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

/// What somebody wrote, in backticks and plain text, cut where it is long.
[[nodiscard]] inline std::string in_backticks(std::string_view word)
{
    constexpr std::size_t most = 64;
    auto end = std::min(word.size(), most);
    // A character is not cut in two.
    while (end < word.size() && end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80)
        --end;
    return '`' + plain_text(word.substr(0, end)) + (end < word.size() ? "…`" : "`");
}

} // namespace finsam::detail
