// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace finsam::testing_support {

/// Calls `look(engine)` for so many random plans, compiled for a day on which they are in force,
/// and where a test fails tells for which.
template<class Look>
void in_plans(std::uint64_t seed, int count, Look const& look)
{
    constexpr auto as_of =
        date{std::chrono::year{2010}, std::chrono::month{6}, std::chrono::day{1}};
    dice roll(seed);
    for (int n = 0; n < count; ++n) {
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", plan " + std::to_string(n));
        look(compile(random_plan(roll), as_of).value());
    }
}

} // namespace finsam::testing_support
