// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "cli/words.hpp"

namespace finsam::cli {

/// How the command ends (slutstatus).
enum class status : int
{
    done = 0,
    wrong_documents = 1,
    wrong_usage = 2,
    unusable_file = 3
};

/// One function a subcommand, one file each.
///
/// Errors: `document_error` for documents that are wrong, `unwritable` for a result that finds no
///         place. Nothing is written before everything has been read.
status run_check(options const& wanted, speech const& say, progress& shown);
status run_assess(options const& wanted, speech const& say, progress& shown);
status run_match(options const& wanted, speech const& say, progress& shown);
status run_why(options const& wanted, speech const& say, progress& shown);
status run_verify(options const& wanted, speech const& say, progress& shown);
status run_gaps(options const& wanted, speech const& say, progress& shown);
status run_places(options const& wanted, speech const& say, progress& shown);
status run_costs(options const& wanted, speech const& say, progress& shown);
status run_snapshot(options const& wanted, speech const& say, progress& shown);
status run_test(options const& wanted, speech const& say, progress& shown);
status run_schema(options const& wanted, speech const& say, progress& shown);

} // namespace finsam::cli
