// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/testing/cases.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace finsam {

/// Gives the plan that a case file names, lowered for its day; mistakes go into the diagnostics.
using plan_opener =
    std::function<std::optional<engine>(std::string const& plan, date as_of, diagnostics& found)>;

/// Runs the text of a case file (kör fall). `name` stands for the file in diagnostics.
[[nodiscard]] result<case_outcome> run_cases_of(std::string_view text, std::string_view name,
                                                plan_opener const& open, language spoken);

} // namespace finsam
