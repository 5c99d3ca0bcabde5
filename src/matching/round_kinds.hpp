// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "round.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// A question that may be open to who lives somewhere, and the kind of place it is about.
struct asked_question
{
    std::uint32_t question = 0; ///< position in `engine::interventions()`
    std::uint32_t kind = 0;     ///< or no_kind where nobody knows who serves them
};

/// What is asked about a person, by home (frågor per hemort).
///
/// Shape: home 0 is that of those without one on record, the others are by code among the people's.
///        Questions of a home stand in the order of the engine's.
using questions_by_home = std::vector<std::vector<asked_question>>;

[[nodiscard]] constexpr std::size_t home_without_code()
{
    return 0;
}
[[nodiscard]] constexpr std::size_t home_of_code(std::size_t number)
{
    return 1 + number;
}

/// Makes the kinds of places of a round, with the seats that incumbents leave and the needs groups
/// that reserves name.
///
/// Returns: what is asked where: everything where nobody knows where that is, and nothing outside
///          the area.
/// Complexity: O(people · needs groups that reserves name + pools · their municipalities).
[[nodiscard]] questions_by_home make_kinds(engine const& compiled, people const& caseload,
                                           eligibility const& eligible, matching_round& made);

} // namespace finsam
