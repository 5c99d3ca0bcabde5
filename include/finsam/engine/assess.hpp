// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/engine/truth.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// A leaf that decided an answer (skäl).
///
/// `at` is the JSON Pointer of the leaf in the plan; for the municipality the intervention's
/// `places`, for what must be completed before, its `requires_completed`. `cite` is the nearest
/// citation at it or above it on the way from the question.
struct reason
{
    std::string at{};
    std::string fact{};
    fact_state state{};
    truth answer{};
    std::optional<std::string> cite{};
    std::uint32_t node = 0; ///< in the engine's program

    friend bool operator==(reason const&, reason const&) = default;
};

/// The answer to one question about one person, and what decided it (svar).
///
/// `missing` and `withheld` name the facts that would settle an unknown answer, in the order of the
/// vocabulary; both are empty for yes and no.
struct answer
{
    std::string id{};
    truth answer{};
    std::vector<std::string> missing{};
    std::vector<std::string> withheld{};
    std::vector<reason> reasons{};

    friend bool operator==(finsam::answer const&, finsam::answer const&) = default;
};

/// What one person may be proposed, with reasons (bedömning).
///
/// `tier` is the smallest priority among the needs groups that are yes, `best_tier` among those
/// that are yes or unknown. Needs groups and individual interventions in force, in plan order.
struct assessment
{
    std::string person{};
    date as_of{};
    std::vector<answer> needs_groups{};
    std::optional<std::int64_t> tier{};
    std::optional<std::int64_t> best_tier{};
    std::vector<answer> interventions{};

    friend bool operator==(assessment const&, assessment const&) = default;
};

/// Answers every question about one person (bedöm). Needs no mandate.
///
/// Precondition: the person has the engine's columns, withheld facts erased.
/// Complexity: O(criteria in force).
[[nodiscard]] FINSAM_EXPORT assessment assess(engine const& compiled, person const& someone);

/// The answers to some interventions alone, by their positions in `engine::interventions()`.
[[nodiscard]] FINSAM_EXPORT std::vector<answer>
assess_interventions(engine const& compiled, person const& someone,
                     std::vector<std::size_t> const& positions);

/// The same for one of them.
[[nodiscard]] FINSAM_EXPORT answer assess_intervention(engine const& compiled,
                                                       person const& someone, std::size_t position);

} // namespace finsam
