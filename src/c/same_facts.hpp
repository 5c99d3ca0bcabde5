// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "c/guarded.hpp"

#include <algorithm>

namespace finsam::c {

/// The rows of people that fit the engine (samma uppgifter).
///
/// Errors: throws `wrong_use` if they have the facts of another plan, or its interventions, or
///         these with another kind.
[[nodiscard]] inline people const& same_facts(engine const& compiled, finsam_people const& some)
{
    // The values of `completed` are the interventions in plan order, so their ids are compared too.
    if (some.rows.facts() != compiled.facts()
        || !std::ranges::equal(some.kinds, compiled.agreed().interventions, {}, {},
                               &intervention::kind))
        throw wrong_use{"/people", "the people are not of the engine's plan",
                        "read them with an engine of the same plan"};
    return some.rows;
}

} // namespace finsam::c
