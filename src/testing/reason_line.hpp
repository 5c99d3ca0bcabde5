// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/sentence.hpp>

#include <string>

namespace finsam {

/// A reason with its place in the plan and its citation, as a failing test tells it (skäl).
[[nodiscard]] inline std::string reason_line(engine const& compiled, person const& someone,
                                             reason const& why, language spoken)
{
    return why.at + ": " + sentence(compiled, someone, why, spoken)
           + (why.cite ? " (" + *why.cite + ")" : "");
}

} // namespace finsam
