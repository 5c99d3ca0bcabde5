// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "io/sure_person.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace finsam::io {

/// Reads the row of a CSV text at its beginning as a person, if there is no doubt about it.
///
/// `columns` are the header's, each the number of its key.
///
/// Returns: how long the row is with the end of its line, or 0: somebody else must look.
/// Precondition: `readable_after` bytes after the text may be read; every column has a key.
/// Complexity: O(row), no memory taken.
[[nodiscard]] std::size_t
read_sure_row(std::string_view text, std::vector<std::int32_t> const& columns, sure_person& into);

} // namespace finsam::io
