// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "matching/best_fit.hpp"
#include "support/random_plan.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Best fit written down a second time, on plain numbers, by what it is defined to be.
namespace finsam::testing_support {

/// Seats by kind, lists and tiers by rank.
struct fit_world
{
    std::vector<std::int64_t> seats{};
    std::vector<std::size_t> first{0};
    std::vector<std::uint32_t> kinds{};
    std::vector<std::uint32_t> tier{};

    void add(std::vector<std::uint32_t> const& list, std::uint32_t of_tier)
    {
        kinds.insert(kinds.end(), list.begin(), list.end());
        first.push_back(kinds.size());
        tier.push_back(of_tier);
    }

    [[nodiscard]] fit_demand demand() const { return {seats, first, kinds, tier}; }
};

inline std::string to_text(fit_world const& drawn)
{
    auto const wished = drawn.demand();
    std::string text = "seats";
    for (auto const count : drawn.seats)
        text += " " + std::to_string(count);
    for (std::size_t rank = 0; rank < drawn.tier.size(); ++rank) {
        text += "\ntier " + std::to_string(drawn.tier[rank]) + ":";
        for (auto const kind : wished.of(rank))
            text += " " + std::to_string(kind);
    }
    return text;
}

/// What is to be greatest, compared member by member: how many are placed of each tier, and at last
/// less the sum of their positions. Nothing where the placement is not possible.
inline std::optional<std::vector<std::int64_t>> worth(fit_world const& drawn,
                                                      std::vector<std::uint32_t> const& kind_of)
{
    std::vector<std::int64_t> all(drawn.tier.empty() ? 1 : drawn.tier.back() + 2);
    auto left = drawn.seats;
    for (std::size_t rank = 0; rank < kind_of.size(); ++rank) {
        if (kind_of[rank] == no_fit)
            continue;
        auto const list = drawn.demand().of(rank);
        auto const at = std::find(list.begin(), list.end(), kind_of[rank]);
        if (at == list.end() || --left[kind_of[rank]] < 0)
            return {};
        ++all[drawn.tier[rank]];
        all.back() -= at - list.begin();
    }
    return all;
}

/// Calls `visit(kind_of)` for every placement that is possible.
template<class Visit>
void for_each_placement(fit_world const& drawn, Visit visit)
{
    std::vector<std::uint32_t> kind_of(drawn.tier.size(), no_fit);
    auto left = drawn.seats;
    auto const wished = drawn.demand();
    auto const place = [&](auto const& self, std::size_t rank) -> void {
        if (rank == kind_of.size())
            return visit(std::as_const(kind_of));
        kind_of[rank] = no_fit;
        self(self, rank + 1);
        for (auto const kind : wished.of(rank))
            if (left[kind] > 0) {
                --left[kind];
                kind_of[rank] = kind;
                self(self, rank + 1);
                ++left[kind];
            }
        kind_of[rank] = no_fit;
    };
    place(place, 0);
}

inline std::vector<std::int64_t> best_worth(fit_world const& drawn)
{
    std::vector<std::int64_t> best;
    for_each_placement(drawn,
                       [&](auto const& kind_of) { best = std::max(best, *worth(drawn, kind_of)); });
    return best;
}

struct fit_sizes
{
    std::size_t people = 6;
    std::size_t kinds = 4;
    std::int64_t seats = 3;
    std::uint32_t tiers = 3;
    std::size_t options = 4;
    std::size_t lists = 0; ///< so many different ones; 0 is one for each person
};

/// Kinds with smaller numbers are wanted more.
inline fit_world random_fit_world(dice& roll, fit_sizes const& sizes)
{
    fit_world drawn;
    for (std::size_t kind = 0; kind < sizes.kinds; ++kind)
        drawn.seats.push_back(
            static_cast<std::int64_t>(roll(static_cast<std::uint64_t>(sizes.seats) + 1)));
    auto const list = [&] {
        std::vector<std::uint32_t> one;
        for (auto left = roll(sizes.options + 1); left > 0; --left) {
            auto const kind = static_cast<std::uint32_t>(roll(roll(sizes.kinds) + 1));
            if (std::find(one.begin(), one.end(), kind) == one.end())
                one.push_back(kind);
        }
        return one;
    };
    std::vector<std::vector<std::uint32_t>> lists;
    for (std::size_t i = 0; i < sizes.lists; ++i)
        lists.push_back(list());
    std::vector<std::uint32_t> tiers;
    for (std::size_t i = 0; i < sizes.people; ++i)
        tiers.push_back(static_cast<std::uint32_t>(roll(sizes.tiers)));
    std::sort(tiers.begin(), tiers.end());
    for (auto const tier : tiers)
        drawn.add(lists.empty() ? list() : lists[roll(lists.size())], tier);
    return drawn;
}

} // namespace finsam::testing_support
