// SPDX-License-Identifier: BSL-1.0
#include "audit_coverage.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace finsam::audited {
namespace {

/// Whose seat a chain of moves that begins in a pool can free at best.
struct outcome
{
    bool known = false;
    std::optional<std::size_t> by{}; ///< nobody's: a seat is open
};

} // namespace

std::vector<uncovered> not_best(std::vector<covered_pool> const& pools,
                                std::vector<std::vector<std::size_t>> const& wanted,
                                std::vector<std::optional<std::size_t>> const& place_of,
                                std::vector<std::size_t> const& turn_of)
{
    // From which pools somebody would move to a pool.
    std::vector<std::vector<std::size_t>> into(pools.size());
    for (std::size_t row = 0; row < wanted.size(); ++row)
        if (place_of[row])
            for (auto const pool : wanted[row])
                into[pool].push_back(*place_of[row]);

    std::vector<outcome> best(pools.size());
    auto const spread = [&](std::size_t first, std::optional<std::size_t> by) {
        if (best[first].known)
            return;
        std::vector<std::size_t> open{first};
        best[first] = {true, by};
        while (!open.empty()) {
            auto const pool = open.back();
            open.pop_back();
            for (auto const from : into[pool])
                if (!best[from].known) {
                    best[from] = {true, by};
                    open.push_back(from);
                }
        }
    };

    // An open seat is best, then the seat of whoever comes last.
    for (std::size_t pool = 0; pool < pools.size(); ++pool)
        if (pools[pool].open > 0)
            spread(pool, {});
    std::vector<std::pair<std::size_t, std::size_t>> last; // (row, pool)
    for (std::size_t pool = 0; pool < pools.size(); ++pool)
        if (!pools[pool].holders.empty())
            last.emplace_back(pools[pool].holders.back(), pool);
    std::sort(last.begin(), last.end(),
              [&](auto const& a, auto const& b) { return turn_of[a.first] > turn_of[b.first]; });
    for (auto const& [row, pool] : last)
        spread(pool, row);

    std::vector<uncovered> found;
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (place_of[row])
            continue;
        auto const better = std::find_if(wanted[row].begin(), wanted[row].end(), [&](auto pool) {
            auto const& [known, by] = best[pool];
            return known && (!by || turn_of[row] < turn_of[*by]);
        });
        if (better != wanted[row].end())
            found.push_back({row, *better, best[*better].by});
    }
    return found;
}

} // namespace finsam::audited
