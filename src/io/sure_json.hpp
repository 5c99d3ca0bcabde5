// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/sure_person.hpp"

#include <string_view>

namespace finsam::io {

/// Reads a line of JSON Lines as a person, if there is no doubt about any of it (säker rad).
///
/// Most lines are an object of known keys, words without escapes, whole numbers and dates; of such
/// a line every byte is looked at about once. False means only that somebody else must look.
///
/// Precondition: `readable_after` bytes after the line may be read; it has no line feed in it.
/// Complexity: O(line), no memory taken.
[[nodiscard]] bool read_sure_line(std::string_view line, sure_person& into);

} // namespace finsam::io
