// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/syntax.hpp"

#include <cstddef>
#include <string_view>

namespace finsam::io {

/// What numbers are written with.
inline constexpr std::string_view number_characters = "+-.0123456789Ee";

[[nodiscard]] inline bool is_digit(char c) noexcept
{
    return static_cast<unsigned char>(c - '0') < 10;
}

/// What is wrong about where the parser gave up, in words for somebody who does not know JSON well
/// (skrivfel).
///
/// Precondition: something is wrong, and the text is UTF-8.
[[nodiscard]] mistake explain_syntax(std::string_view text, std::size_t offset);

} // namespace finsam::io
