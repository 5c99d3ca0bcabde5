// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "cli/words.hpp"

#include <string>
#include <string_view>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace finsam::cli {

/// How the command, or one subcommand, is used (hjälp). `whole` for the command itself.
[[nodiscard]] std::string help_of(CLI::App const& app, bool whole, speech const& say);

/// Whether the subcommand has no use without `--output`. The parser itself cannot ask for it, since
/// common options may stand before the subcommand.
[[nodiscard]] bool needs_output(std::string_view subcommand);

/// What to say about a line that could not be read: one sentence, without a full stop.
[[nodiscard]] std::string complaint(CLI::App const& app, CLI::ParseError const& error,
                                    speech const& say);

} // namespace finsam::cli
