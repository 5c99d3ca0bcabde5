// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/model/diagnostic.hpp>

#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"

#include <cstddef>
#include <optional>

namespace finsam::cli {

/// Writes the diagnostics to standard error, a line each; quietly, only the errors.
void tell(diagnostics const& found, bool quiet);

/// Whether a file could not be read at all.
[[nodiscard]] bool unreadable(diagnostics const& found);

/// Throws what is found in a value read from the file, unless there is nothing.
void refuse_if_any(diagnostics found, std::filesystem::path const& file);

/// The plan of the options for their date, ready to be asked. Its warnings are told.
///
/// Errors: throws `document_error`, as the others here do.
[[nodiscard]] engine open_engine(options const& wanted, speech const& say, progress& shown);

/// The plan of the options, checked on their date, or all its period. Its warnings are told.
[[nodiscard]] plan open_plan(options const& wanted, speech const& say, progress& shown);

/// The people of the options.
[[nodiscard]] people open_people(options const& wanted, plan const& agreed, speech const& say,
                                 progress& shown);

/// The row of the person of the options.
///
/// Precondition: there is one in the options.
[[nodiscard]] std::size_t open_person(options const& wanted, people const& caseload);

/// What a question about a population needs.
struct population
{
    engine compiled;
    mandate allowed;
    people caseload;
};

/// The plan, the mandate and the people of the options.
///
/// Errors: what is wrong with mandate and people together.
[[nodiscard]] population open_population(options const& wanted, std::optional<purpose> required,
                                         speech const& say, progress& shown);

} // namespace finsam::cli
