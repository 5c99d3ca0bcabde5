// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/diagnostic.hpp>

#include <filesystem>
#include <string>

namespace finsam::io {

/// All bytes of a file.
///
/// Errors: `unreadable` with one sentence.
[[nodiscard]] result<std::string> read_file(std::filesystem::path const& file);

} // namespace finsam::io
