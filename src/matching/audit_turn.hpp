// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/engine/truth.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// What `audit` needs to know a second time. None of it is used by the solvers, and none of the
/// solvers' code is used here: two mistakes would have to be the same to go unseen.
namespace finsam::audited {

/// A person's turn, as the specification defines priority.
struct turn
{
    std::optional<std::int64_t> tier{};
    std::int64_t buckets = 0; ///< waited
    std::uint64_t lot = 0;    ///< tie number
    std::string_view id{};
};

/// Smaller tier first, none last; longer wait first; smaller lot first; then by id.
[[nodiscard]] bool served_before(turn const& a, turn const& b);

/// The answers about one person, in the order of the engine's questions.
struct answers
{
    std::vector<truth> needs_groups{};
    std::vector<truth> interventions{};
};

/// What `assess` answers, without its reasons.
[[nodiscard]] answers answers_about(engine const& compiled, person const& someone);

/// The turn of somebody with these answers. The id lives as long as `someone`.
[[nodiscard]] turn turn_of(engine const& compiled, person const& someone, answers const& found);

/// SipHash-2-4 of the id's bytes under the plan's seed.
[[nodiscard]] std::uint64_t lot_of(plan const& agreed, std::string_view id);

} // namespace finsam::audited
