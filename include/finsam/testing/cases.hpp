// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/model/text.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace finsam {

/// A case that did not answer as expected (fall som inte stämmer).
struct case_failure
{
    std::string name;
    std::vector<std::string> lines; ///< what was expected and found, and the reasons
};

/// What running the cases of a file gave (utfall).
struct case_outcome
{
    std::size_t passed = 0;
    std::vector<case_failure> failed;
    diagnostics warnings; ///< about the plan
};

/// Runs a case file: a plan, a date, people and what is expected of them (kör fall).
///
/// Errors: every mistake in the case file or in the plan it names; naming an intervention or group
///         that is structural, not in force or not in the plan is one.
[[nodiscard]] FINSAM_EXPORT result<case_outcome> run_cases(std::filesystem::path const& file,
                                                           language spoken);

} // namespace finsam
