// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/certificate.hpp>
#include <finsam/matching/change.hpp>
#include <finsam/matching/match.hpp>

#include "support/stability.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

/// What is proposed in a small world, by the library or by a test.
namespace finsam::testing_support {

inline matching match(running_world const& run)
{
    return match(run.compiled, run.caseload, run.eligible, run.allowed);
}

inline matching match(world const& drawn)
{
    return match(running_world(drawn));
}

inline certificate certify(running_world const& run, matching const& proposed)
{
    return certify(run.compiled, run.caseload, run.eligible, proposed);
}

/// The placements of the outcome beside those of the incumbents.
inline matching placed_as(matching proposed, reading const& read, outcome const& got)
{
    std::erase_if(proposed.placements, [](placement const& one) { return !one.incumbent; });
    for (std::size_t row = 0; row < got.size(); ++row)
        if (got[row])
            proposed.placements.push_back({.person = row,
                                           .intervention = *got[row],
                                           .pool = read.pool_of(*got[row], row),
                                           .choice = 1});
    return proposed;
}

/// One person goes elsewhere on their list, or two change places, whatever they listed.
inline outcome with_a_change(dice& roll, reading const& read, outcome got)
{
    auto const a = roll(got.size()), b = roll(got.size());
    if (roll.chance(2))
        std::swap(got[a], got[b]);
    else if (auto const list = read.list(a); !list.empty())
        got[a] = list[roll(list.size())];
    return got;
}

/// Each pool of the world, also of what is not in force.
inline std::vector<pool_position> pools_of(world const& drawn)
{
    std::vector<pool_position> all;
    for (std::uint32_t i = 0; i < drawn.offers.size(); ++i)
        for (std::uint32_t pool = 0; pool < drawn.offers[i].places.size(); ++pool)
            all.push_back({i, pool});
    return all;
}

} // namespace finsam::testing_support
