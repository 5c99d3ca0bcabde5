// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/circuit.hpp>

namespace finsam {

/// Puts a circuit's steps in order, question by question, and gives each result a register for as
/// long as somebody still asks for it (schemaläggning). A test of a number brings the next ones
/// of its column with it, so that they can be looked at together.
///
/// Complexity: O(tests + gates log gates + wires).
void schedule(circuit& made);

} // namespace finsam
