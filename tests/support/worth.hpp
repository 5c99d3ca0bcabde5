// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/certificate.hpp>
#include <finsam/model/promises.hpp>

#include "support/stability.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

/// What there is to be most of where people are placed all together, by `coverage` or by `fit`.
namespace finsam::testing_support {

/// Who is placed, the first in priority as the highest digit: the larger the better.
inline std::vector<std::int64_t> covered(reading const& read, outcome const& got)
{
    std::vector<std::int64_t> digits(got.size());
    for (std::size_t row = 0; row < got.size(); ++row)
        digits[read.rank(row)] = got[row].has_value();
    return digits;
}

/// Where people of the tier are counted in what `fitted` compares.
inline std::size_t place_of_tier(world const& drawn, std::optional<std::int64_t> tier)
{
    auto tiers = drawn.group_priority;
    std::sort(tiers.begin(), tiers.end());
    auto const at = tier ? std::find(tiers.begin(), tiers.end(), *tier) : tiers.end();
    return static_cast<std::size_t>(at - tiers.begin());
}

/// What a best fit has most of, compared one after the other: how many are placed of the first
/// tier, of the next … and of those in none; at last, less the sum of their positions among what is
/// possible for them.
inline std::vector<std::int64_t> fitted(world const& drawn, reading const& read, outcome const& got)
{
    std::vector<std::int64_t> all(drawn.group_priority.size() + 2);
    for (std::size_t row = 0; row < got.size(); ++row) {
        if (!got[row])
            continue;
        ++all[place_of_tier(drawn, read.tier(row))];
        auto const list = read.list(row);
        all.back() -= std::find(list.begin(), list.end(), *got[row]) - list.begin();
    }
    return all;
}

/// What a seat costs, as something that can be taken from what `fitted` tells.
inline std::vector<std::int64_t> value_of(world const& drawn, pool_price const& price)
{
    std::vector<std::int64_t> all(drawn.group_priority.size() + 2);
    if (price.person)
        ++all[place_of_tier(drawn, price.person->tier)];
    all.back() += price.positions;
    return all;
}

inline std::vector<std::int64_t> less(std::vector<std::int64_t> a,
                                      std::vector<std::int64_t> const& b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] -= b[i];
    return a;
}

/// What a lawful outcome has most of, by the policy of the world.
inline std::vector<std::int64_t> worth(world const& drawn, reading const& read, outcome const& got)
{
    return promises_of(drawn.terms.policy).best_fit ? fitted(drawn, read, got) : covered(read, got);
}

/// The greatest of what `worth_of` says of the outcomes that are possible.
template<class Worth>
std::vector<std::int64_t> greatest(reading const& read, Worth worth_of)
{
    std::vector<std::int64_t> best;
    read.for_each_outcome([&](outcome const& got) {
        if (read.is_feasible(got))
            best = std::max(best, worth_of(got));
    });
    return best;
}

inline std::vector<std::int64_t> best_worth(world const& drawn, reading const& read)
{
    return greatest(read, [&](outcome const& got) { return worth(drawn, read, got); });
}

} // namespace finsam::testing_support
