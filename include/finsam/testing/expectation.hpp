// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/engine/truth.hpp>

#include <string>
#include <vector>

namespace finsam {

/// What a test expects to be answered about one person (förväntan).
///
/// `yes`: the intervention is proposed. `no`: it is refused, and a deciding reason is about each of
/// `facts`. `unknown`: the intervention or the needs group asks for each of `facts`, which are then
/// among the missing.
struct expectation
{
    truth answer{};
    std::string id{};
    std::vector<std::string> facts{};
};

/// What became of an expectation (utfall).
///
/// `can_be_asked` is false, and `told` says why, for an id that the plan does not have or that is
/// not in force, and for a fact that the plan does not have; nothing is met then. Otherwise `told`
/// is what was answered, the recorded facts that were looked at, and the reasons with their
/// citations; never the value of a withheld fact.
struct expectation_outcome
{
    bool can_be_asked = false;
    bool met = false;
    std::string told{};
};

/// Compares an expectation with what the engine answers about a person.
///
/// Complexity: O(criteria in force).
[[nodiscard]] FINSAM_EXPORT expectation_outcome compare(engine const& compiled,
                                                        person const& someone,
                                                        expectation const& expected);

/// "refuses `ips` because of `birth_date`", or its opposite.
[[nodiscard]] FINSAM_EXPORT std::string describe(expectation const& expected,
                                                 bool is_expected = true);

/// "the plan `sample` on 2026-02-28".
[[nodiscard]] FINSAM_EXPORT std::string describe(engine const& compiled);

} // namespace finsam
