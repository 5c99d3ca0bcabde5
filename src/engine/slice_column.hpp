// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/piece.hpp>

#include "column_rows.hpp"
#include "plane_stack.hpp"

namespace finsam {

/// Puts a column's planes on the stack, which knows how many rows there are (bitplan av kolumn).
///
/// Complexity: O(rows · bits a row), and of codes O(rows + largest number).
void slice_column(column_rows const& from, plane_stack& stack, plane_column& to);

} // namespace finsam
