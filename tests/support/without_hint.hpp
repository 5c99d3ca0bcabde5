// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/diagnostic.hpp>

#include <string>

namespace finsam::testing_support {

/// Those that do not tell what to do, a line each: empty when all do.
[[nodiscard]] inline std::string without_hint(diagnostics const& all)
{
    std::string told;
    for (auto const& one : all.list)
        if (one.hint.empty())
            told += to_line(one) + '\n';
    return told;
}

} // namespace finsam::testing_support
