// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "c/guarded.hpp"

namespace finsam::c {

/// The rows of people that fit the engine (samma uppgifter).
///
/// Errors: throws `wrong_use` if they have the facts of another plan, or its interventions.
[[nodiscard]] inline people const& same_facts(engine const& compiled, finsam_people const& some)
{
    // The values of `completed` are the interventions in plan order, so they are compared too.
    if (some.rows.facts() != compiled.facts())
        throw wrong_use{"/people", "the people are not of the engine's plan",
                        "read them with an engine of the same plan"};
    return some.rows;
}

} // namespace finsam::c
