// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/piece.hpp>
#include <finsam/model/fact_declaration.hpp>

namespace finsam::io {

/// Whether the planes of a column are those of a fact (kolumn i ögonblicksbild): states as they are
/// stored, nothing where there is no value, and no value that the fact cannot have. Says in the
/// column whether somebody has none or withholds.
///
/// Complexity: O(words of its planes), without branches, so that the compiler works on many rows at
/// once: it runs over all people of a country.
[[nodiscard]] bool check_column(piece const& one, plane_column& column,
                                fact_declaration const& about);

} // namespace finsam::io
