// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/worlds.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace finsam::testing_support {

/// Calls `check(world, dice)` for so many worlds as `draw(dice)` gives, until one fails, and tells
/// which.
template<class Draw, class Check>
void in_drawn_worlds(std::uint64_t seed, int count, Draw draw, Check check)
{
    dice roll(seed);
    for (int n = 0; n < count && !testing::Test::HasFailure(); ++n) {
        world const drawn = draw(roll);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        check(drawn, roll);
    }
}

/// The same for worlds of this policy and these sizes.
template<class Check>
void in_worlds(std::uint64_t seed, int count, policy const& chosen, world_sizes const& sizes,
               Check check)
{
    auto const draw = [&](dice& roll) {
        auto drawn = random_world(roll, sizes);
        drawn.terms.policy = chosen;
        return drawn;
    };
    in_drawn_worlds(seed, count, draw, check);
}

} // namespace finsam::testing_support
