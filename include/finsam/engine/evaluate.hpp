// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/eligibility.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/model/mandate.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace finsam {

/// The mandate of the plan with the id, in force on the engine's date (mandat i kraft).
///
/// `required` is the purpose it must have: proposing places needs `placement`, gap lists and tables
/// need none in particular.
///
/// Errors: `no_mandate` if none has the id, it is not in force, or it has another purpose.
[[nodiscard]] FINSAM_EXPORT result<mandate>
find_mandate(engine const& compiled, std::string_view id, std::optional<purpose> required = {});

/// Throws `document_error` with `no_mandate` unless the mandate is one of the plan's, in force, and
/// has the required purpose.
///
/// Picking people out of a population without one is against register law, so this is never left
/// to an assertion that a release build drops.
FINSAM_EXPORT void require_mandate(engine const& compiled, mandate const& allowed,
                                   std::optional<purpose> required = {});

/// Answers every question about every person (pröva).
///
/// `threads`: at most so many, 0 for as many as are worth it and the machine has. The bits are the
/// same with any number, and on any processor.
///
/// Precondition: the people have the engine's columns.
/// Errors:  throws `document_error` if the mandate is not in force, see `require_mandate`.
/// Complexity: O(people · criteria); about one pass over the planes that are asked for.
[[nodiscard]] FINSAM_EXPORT eligibility evaluate(engine const& compiled, people const& caseload,
                                                 mandate const& allowed, std::size_t threads = 0);

/// How many have each answer to one question.
struct answer_count
{
    std::size_t yes = 0;
    std::size_t unknown = 0;
    std::size_t no = 0;

    friend bool operator==(answer_count const&, answer_count const&) = default;
};

/// The answers of a population to every question, counted (sammanräkning).
///
/// Shape: one count a question, in the order of `engine::needs_groups()` and
///        `engine::interventions()`.
struct tally
{
    std::size_t people = 0;
    std::vector<answer_count> needs_groups{};
    std::vector<answer_count> interventions{};

    friend bool operator==(tally const&, tally const&) = default;
};

/// Counts the answers of `evaluate` without keeping them (räkna).
///
/// Errors, complexity: as `evaluate`.
[[nodiscard]] FINSAM_EXPORT tally count_answers(engine const& compiled, people const& caseload,
                                                mandate const& allowed, std::size_t threads = 0);

} // namespace finsam
