// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace finsam {

/// The version of the library and the command (utgåva), written here and nowhere else.
///
/// The build and the package recipe read this line. Before 1.0 a new minor version may break.
inline constexpr std::string_view version = "0.1.0";

} // namespace finsam
