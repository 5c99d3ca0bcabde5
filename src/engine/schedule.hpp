// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/circuit.hpp>

namespace finsam {

/// Puts a circuit's steps in order, question by question, and gives each result a register for as
/// long as somebody still asks for it (schemaläggning).
///
/// Complexity: O(tests + gates + wires).
void schedule(circuit& made);

} // namespace finsam
