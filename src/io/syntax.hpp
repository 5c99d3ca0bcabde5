// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::io {

/// The outermost value is level 1.
inline constexpr std::size_t deepest_level = 256;

/// A mistake in a text, by offset.
struct mistake
{
    std::size_t offset = 0;
    diagnostic_code code{};
    std::string pointer{};
    std::string message{};
    std::string hint{};
};

struct parsed_json
{
    std::optional<node> root{};
    std::vector<mistake> mistakes{};
};

/// Reads a JSON text without a byte order mark into a tree with offsets.
[[nodiscard]] parsed_json parse_json(std::string_view text);

} // namespace finsam::io
