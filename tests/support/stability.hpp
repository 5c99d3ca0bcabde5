// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/siphash.hpp>
#include <finsam/matching/match.hpp>

#include "support/choice_by_subsets.hpp"
#include "support/worlds.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

/// Matching written down a second time for worlds of a handful of people: by trying every subset
/// and every outcome, and by nothing that the library computes.
namespace finsam::testing_support {

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

    /// Each has something on their list or nothing.
    [[nodiscard]] bool is_listed(outcome const& got) const
    {
        for (std::size_t row = 0; row < people(); ++row)
            if (auto const all = list(row);
                got[row] && std::find(all.begin(), all.end(), *got[row]) == all.end())
                return false;
        return true;
    }

    /// No pool has more than its seats.
    [[nodiscard]] bool is_feasible(outcome const& got) const
    {
        for (std::uint32_t offered = 0; offered < drawn_.offers.size(); ++offered)
            for (std::uint32_t pool = 0; pool < drawn_.offers[offered].places.size(); ++pool)
                if (std::ssize(rows_in(got, offered, pool)) > free(offered, pool))
                    return false;
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
