// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/io/matching.hpp>

#include "io/reader.hpp"

namespace finsam::io {

/// Reads the keys that must be known before the others can be understood; those are not looked at.
[[nodiscard]] matching_heading read_matching_heading(reader& in);

/// Reads the whole document. What cannot be read has its default; `in` is told why.
[[nodiscard]] matching_document read_matching(reader& in, engine const& compiled,
                                              people const& caseload);

} // namespace finsam::io
