// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/program.hpp>
#include <finsam/model/criterion.hpp>
#include <finsam/model/fact_declaration.hpp>
#include <finsam/model/period.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace finsam {

/// The values of a set as bits, 64 a word.
///
/// Precondition: the set has them.
[[nodiscard]] std::vector<std::uint64_t> members_of(fact_declaration const& set,
                                                    std::vector<std::string> const& wanted);

/// How a leaf looks at a cell of its fact on a date (villkorets prövning).
///
/// Precondition: the plan that has it is checked; numbers stand in it instead of parameters.
[[nodiscard]] test test_of(leaf const& written, std::uint32_t column, fact_declaration const& about,
                           date as_of);

} // namespace finsam
