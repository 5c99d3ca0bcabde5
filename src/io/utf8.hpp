// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

namespace finsam::io {

/// Where the text stops being UTF-8, or npos.
///
/// Source: RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] std::size_t first_bad_utf8(std::string_view text);

/// How many characters (code points) there are.
///
/// Precondition: the text is UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view text);

/// The character that begins at the offset.
///
/// Precondition: the text is UTF-8 and offset < text.size().
[[nodiscard]] std::string_view character_at(std::string_view text, std::size_t offset);

/// The text after its byte order mark, if there is one.
[[nodiscard]] std::string_view without_mark(std::string_view text);

} // namespace finsam::io
