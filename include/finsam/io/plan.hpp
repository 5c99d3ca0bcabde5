// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/model/plan.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace finsam {

/// A plan document and everything found in it, warnings too (läst plan).
///
/// `value` is there when there are no errors.
struct plan_document
{
    std::optional<plan> value;
    diagnostics found;
};

/// Reads and checks the text of a plan (läs plan). `name` stands for the file in diagnostics.
///
/// Errors: every mistake at once, in document order, each with line, column and pointer.
/// Complexity: O(text).
[[nodiscard]] FINSAM_EXPORT plan_document inspect_plan(std::string_view text, std::string_view name,
                                                       std::optional<date> as_of = {});

/// The same for a file.
///
/// Errors: `unreadable` if it cannot be read.
[[nodiscard]] FINSAM_EXPORT plan_document inspect_plan(std::filesystem::path const& file,
                                                       std::optional<date> as_of = {});

/// A plan from a file, or every error in it (läs plan).
[[nodiscard]] FINSAM_EXPORT result<plan> read_plan(std::filesystem::path const& file);

/// A plan from text, or every error in it.
[[nodiscard]] FINSAM_EXPORT result<plan> parse_plan(std::string_view text,
                                                    std::string_view name = "plan");

/// Diagnostics about a plan, with the places that their pointers have in its file (peka ut).
///
/// For what is found after the plan was read, such as a mandate that is not there. Where the file
/// can no longer be read, lines and columns stay 0.
[[nodiscard]] FINSAM_EXPORT diagnostics located(diagnostics found,
                                                std::filesystem::path const& file);

/// The same for a plan's text. `name` stands for the file in diagnostics.
[[nodiscard]] FINSAM_EXPORT diagnostics located(diagnostics found, std::string_view text,
                                                std::string_view name);

/// The document of a plan (skriv plan): keys in the order of the specification, two-space indent,
/// the shortest form of each value. It reads back equal.
[[nodiscard]] FINSAM_EXPORT std::string write_plan(plan const& agreed);

} // namespace finsam
