// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/intervention.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <vector>

/// Whom a pool chooses, by trying every subset of a handful of applicants.
namespace finsam::testing_support {

/// For each applicant in order of priority, the positions of the reserves they may use.
using uses_of = std::vector<std::vector<std::uint32_t>>;

inline std::vector<std::int64_t> cut_reserves(std::int64_t free,
                                              std::vector<reserve> const& reserved)
{
    std::vector<std::int64_t> counts;
    for (auto const& one : reserved)
        counts.push_back(one.count);
    for (std::size_t i = counts.size(); i > 0; --i)
        while (counts[i - 1] > 0
               && std::accumulate(counts.begin(), counts.end(), std::int64_t{0}) > free)
            --counts[i - 1];
    return counts;
}

/// The most of these people (bits) who can sit on distinct seats, by König: what some of them can
/// use together, and the others.
inline int most_seated(unsigned people, std::vector<std::int64_t> const& seats, uses_of const& uses)
{
    auto most = std::popcount(people);
    for (unsigned some = people;; some = (some - 1) & people) {
        std::int64_t usable = 0;
        for (std::uint32_t at = 0; at < seats.size(); ++at)
            for (std::size_t i = 0; i < uses.size(); ++i)
                if ((some >> i & 1) != 0
                    && std::find(uses[i].begin(), uses[i].end(), at) != uses[i].end()) {
                    usable += seats[at];
                    break;
                }
        most = std::min(most, static_cast<int>(usable) + std::popcount(people & ~some));
        if (some == 0)
            return most;
    }
}

/// The reserve set: of all sets that can be matched, the one that serves the first, then the second
/// … in order of priority. Bit i is applicant i.
inline unsigned reserve_set(std::vector<std::int64_t> const& seats, uses_of const& uses)
{
    unsigned best = 0;
    auto const in_order = [&](unsigned set) { // the first applicant is the highest digit
        unsigned digits = 0;
        for (std::size_t i = 0; i < uses.size(); ++i)
            digits = digits << 1 | (set >> i & 1);
        return digits;
    };
    for (unsigned set = 0; set < 1U << uses.size(); ++set)
        if (most_seated(set, seats, uses) == std::popcount(set) && in_order(set) > in_order(best))
            best = set;
    return best;
}

/// Whom a pool chooses; bit i is applicant i.
inline unsigned chosen_by_subsets(std::int64_t free, std::vector<reserve> const& reserved,
                                  uses_of const& uses)
{
    auto const seats = cut_reserves(free, reserved);
    auto const kept = reserve_set(seats, uses);
    auto hard = seats;
    for (std::size_t i = 0; i < hard.size(); ++i)
        if (!reserved[i].hard)
            hard[i] = 0;
    auto open = free - std::popcount(kept)
                - (std::accumulate(hard.begin(), hard.end(), std::int64_t{0})
                   - most_seated(kept, hard, uses));
    auto all = kept;
    for (std::size_t i = 0; i < uses.size(); ++i)
        if ((kept >> i & 1) == 0 && open > 0) {
            all |= 1U << i;
            --open;
        }
    return all;
}

} // namespace finsam::testing_support
