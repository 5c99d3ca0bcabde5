// SPDX-License-Identifier: BSL-1.0
#include "audit_exchange.hpp"

#include <optional>
#include <set>

namespace finsam::audited {
namespace {

/// Whom the pool would choose in the stead of the claimant at `leaving`.
std::optional<std::size_t> successor(contested_pool const& pool, std::size_t leaving)
{
    // Of those who may use the same reserves only the first in turn can come next.
    std::set<usable_reserves> seen;
    std::vector<usable_reserves> applicants;
    std::vector<std::size_t> who;
    for (std::size_t i = 0; i < pool.in_turn.size(); ++i) {
        auto const& one = pool.in_turn[i];
        if (i == leaving || (!one.holds && !seen.insert(one.uses).second))
            continue;
        applicants.push_back(one.uses);
        who.push_back(i);
    }
    auto const taken = chosen(pool.seats, pool.reserved, applicants);
    for (std::size_t i = 0; i < who.size(); ++i)
        if (taken[i] && !pool.in_turn[who[i]].holds)
            return pool.in_turn[who[i]].person;
    return {};
}

/// In a pool without reserves the first in turn comes next, whoever leaves.
std::optional<std::size_t> first_waiting(contested_pool const& pool)
{
    for (auto const& one : pool.in_turn)
        if (!one.holds)
            return one.person;
    return {};
}

} // namespace

std::vector<exchange> exchanges(std::vector<contested_pool> const& pools, std::size_t people)
{
    struct seat
    {
        std::size_t pool = 0;
        std::optional<std::size_t> next{};
    };
    std::vector<std::optional<seat>> held(people);
    for (std::size_t p = 0; p < pools.size(); ++p) {
        auto const& pool = pools[p];
        auto const first = first_waiting(pool);
        for (std::size_t i = 0; i < pool.in_turn.size(); ++i)
            if (pool.in_turn[i].holds)
                held[pool.in_turn[i].person] =
                    seat{p, !first || pool.reserved.empty() ? first : successor(pool, i)};
    }

    // Each leads to at most one, so a walk that meets itself has found a circle.
    std::vector<exchange> found;
    std::vector<std::size_t> walk_of(people, 0); // 0 is none yet
    for (std::size_t begin = 0; begin < people; ++begin) {
        std::optional<std::size_t> at = begin;
        while (at && held[*at] && walk_of[*at] == 0) {
            walk_of[*at] = begin + 1;
            at = held[*at]->next;
        }
        if (!at || !held[*at] || walk_of[*at] != begin + 1)
            continue;
        auto one = *at;
        do {
            auto const& seat = *held[one];
            found.push_back({*seat.next, seat.pool, one});
            one = *seat.next;
        } while (one != *at);
    }
    return found;
}

} // namespace finsam::audited
