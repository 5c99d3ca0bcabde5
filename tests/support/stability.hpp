// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/siphash.hpp>
#include <finsam/matching/certificate.hpp>
#include <finsam/matching/match.hpp>

#include "support/worlds.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

/// Matching written down a second time for worlds of a handful of people: by trying every subset
/// and every outcome, and by nothing that the library computes.
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

/// Who gets what: an intervention for each resident, or none; none for incumbents.
using outcome = std::vector<std::optional<std::uint32_t>>;

/// A world as the specification reads it.
class reading
{
public:
    explicit reading(world const& drawn)
        : drawn_(drawn)
        , ranks_(drawn.residents.size())
    {
        std::vector<std::size_t> order(ranks_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return turn(a) < turn(b); });
        for (std::size_t i = 0; i < order.size(); ++i)
            ranks_[order[i]] = i;
    }

    [[nodiscard]] std::size_t people() const { return ranks_.size(); }
    [[nodiscard]] std::size_t rank(std::size_t row) const { return ranks_[row]; }

    [[nodiscard]] std::optional<std::int64_t> tier(std::size_t row, truth least = truth::yes) const
    {
        std::optional<std::int64_t> tier;
        auto const& groups = drawn_.residents[row].groups;
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (groups[i] >= least)
                tier = std::min(tier.value_or(drawn_.group_priority[i]), drawn_.group_priority[i]);
        return tier;
    }

    [[nodiscard]] std::int64_t buckets(std::size_t row) const
    {
        auto const waited = drawn_.residents[row].waited.value_or(0);
        return waited > 0 ? waited / drawn_.terms.waiting_bucket_days : 0;
    }

    [[nodiscard]] std::optional<std::uint32_t> pool_of(std::uint32_t offered, std::size_t row) const
    {
        auto const& home = drawn_.residents[row].home;
        auto const& places = drawn_.offers[offered].places;
        if (!home || *home == "9999")
            return {};
        std::optional<std::uint32_t> rest;
        for (std::uint32_t i = 0; i < places.size(); ++i) {
            if (!places[i].municipalities)
                rest = i;
            else if (places[i].municipalities->front() == *home)
                return i;
        }
        return rest;
    }

    [[nodiscard]] truth answer(std::uint32_t offered, std::size_t row) const
    {
        auto const& one = drawn_.residents[row];
        if (!drawn_.offers[offered].in_force || !drawn_.offers[offered].is_individual)
            return truth::no;
        auto const served = !one.home               ? truth::unknown
                            : pool_of(offered, row) ? truth::yes
                                                    : truth::no;
        return std::min(served, one.fits[offered]);
    }

    /// What the person listed, whatever the answers.
    [[nodiscard]] std::vector<std::uint32_t> listed(std::size_t row) const
    {
        if (auto const& wishes = drawn_.residents[row].wishes)
            return *wishes;
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i < drawn_.offers.size(); ++i)
            if (drawn_.offers[i].is_individual)
                all.push_back(i);
        return all;
    }

    /// What the person listed and the answer is, best first; nothing for incumbents.
    [[nodiscard]] std::vector<std::uint32_t> list(std::size_t row, truth wanted = truth::yes) const
    {
        std::vector<std::uint32_t> all;
        if (drawn_.residents[row].placed)
            return all;
        for (auto const one : listed(row))
            if (answer(one, row) == wanted)
                all.push_back(one);
        return all;
    }

    /// Whether the person likes the first better than the second, by their list.
    [[nodiscard]] bool prefers(std::size_t row, std::optional<std::uint32_t> first,
                               std::optional<std::uint32_t> second) const
    {
        auto const all = list(row);
        auto const at = [&](std::optional<std::uint32_t> one) {
            return one ? std::find(all.begin(), all.end(), *one) : all.end();
        };
        return at(first) < at(second);
    }

    [[nodiscard]] std::int64_t free(std::uint32_t offered, std::uint32_t pool) const
    {
        auto free = drawn_.offers[offered].places[pool].count;
        for (std::size_t row = 0; row < people(); ++row)
            if (drawn_.residents[row].placed == offered && pool_of(offered, row) == pool)
                --free;
        return std::max<std::int64_t>(free, 0);
    }

    /// Whom of these rows the pool chooses.
    [[nodiscard]] std::vector<std::size_t> choose(std::uint32_t offered, std::uint32_t pool,
                                                  std::vector<std::size_t> rows) const
    {
        std::sort(rows.begin(), rows.end(),
                  [&](std::size_t a, std::size_t b) { return ranks_[a] < ranks_[b]; });
        auto const& reserved = drawn_.offers[offered].places[pool].reserved;
        uses_of uses;
        for (auto const row : rows) {
            uses.emplace_back();
            for (std::uint32_t i = 0; i < reserved.size(); ++i)
                for (std::size_t g = 0; g < drawn_.group_priority.size(); ++g)
                    if (reserved[i].needs_group == numbered("g", g)
                        && drawn_.residents[row].groups[g] == truth::yes)
                        uses.back().push_back(i);
        }
        auto const chosen = chosen_by_subsets(free(offered, pool), reserved, uses);
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < rows.size(); ++i)
            if ((chosen >> i & 1) != 0)
                kept.push_back(rows[i]);
        return kept;
    }

    /// No pool would turn away somebody it has, nor choose somebody who likes it better than what
    /// they got.
    [[nodiscard]] bool is_stable(outcome const& got) const
    {
        for (std::uint32_t offered = 0; offered < drawn_.offers.size(); ++offered)
            for (std::uint32_t pool = 0; pool < drawn_.offers[offered].places.size(); ++pool) {
                auto const holders = rows_in(got, offered, pool);
                if (choose(offered, pool, holders).size() != holders.size())
                    return false;
                for (std::size_t row = 0; row < people(); ++row) {
                    if (pool_of(offered, row) != pool || !prefers(row, offered, got[row]))
                        continue;
                    auto asking = holders;
                    asking.push_back(row);
                    auto const chosen = choose(offered, pool, asking);
                    if (std::find(chosen.begin(), chosen.end(), row) != chosen.end())
                        return false;
                }
            }
        return true;
    }

    [[nodiscard]] std::vector<std::size_t> rows_in(outcome const& got, std::uint32_t offered,
                                                   std::uint32_t pool) const
    {
        std::vector<std::size_t> rows;
        for (std::size_t row = 0; row < people(); ++row)
            if (got[row] == offered && pool_of(offered, row) == pool)
                rows.push_back(row);
        return rows;
    }

    /// Calls `visit` with every outcome in which each has something on their list or nothing.
    template<class Visit>
    void for_each_outcome(Visit visit) const
    {
        outcome got(people());
        extend(got, 0, visit);
    }

private:
    using turn_of_person = std::tuple<bool, std::int64_t, std::int64_t, std::uint64_t, std::string>;

    [[nodiscard]] turn_of_person turn(std::size_t row) const
    {
        detail::siphash_key key{};
        auto const digit = drawn_.terms.seed->back();
        key[15] = static_cast<std::uint8_t>(digit >= 'a' ? digit - 'a' + 10 : digit - '0');
        auto const in_tier = tier(row);
        auto const& id = drawn_.residents[row].id;
        return {!in_tier, in_tier.value_or(0), -buckets(row), detail::siphash_2_4(key, id), id};
    }

    template<class Visit>
    void extend(outcome& got, std::size_t row, Visit& visit) const
    {
        if (row == people()) {
            visit(got);
            return;
        }
        got[row].reset();
        extend(got, row + 1, visit);
        for (auto const one : list(row)) {
            got[row] = one;
            extend(got, row + 1, visit);
        }
        got[row].reset();
    }

    world const& drawn_;
    std::vector<std::size_t> ranks_;
};

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

/// The outcome of the matching for those who are not incumbents.
inline outcome outcome_of(matching const& proposed)
{
    outcome got(proposed.people);
    for (auto const& one : proposed.placements)
        if (!one.incumbent)
            got[one.person] = one.intervention;
    return got;
}

} // namespace finsam::testing_support
