// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/saturating.hpp>

#include "seats.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace finsam {

/// A matching that is made anew after each change, for policies that know no shorter way (på nytt).
///
/// Complexity: each change that of matching everybody.
class anew
{
public:
    anew(policy chosen, matching_round offered, std::vector<bool> is_away)
        : chosen_(chosen)
        , offered_(std::move(offered))
        , is_away_(std::move(is_away))
    {
        for (std::uint32_t rank = 0; rank < offered_.people(); ++rank) {
            wishes_.push_back(list_of(rank).wishes);
            if (is_away_[rank])
                list_of(rank).wishes = 0;
        }
        kind_of_ = assign(chosen_, offered_).kind_of;
    }

    [[nodiscard]] std::uint32_t kind_of(std::uint32_t rank) const { return kind_of_[rank]; }

    std::vector<move> arrive(std::uint32_t rank)
    {
        is_away_[rank] = false;
        list_of(rank).wishes = wishes_[rank];
        return change();
    }
    std::vector<move> leave(std::uint32_t rank)
    {
        is_away_[rank] = true;
        list_of(rank).wishes = 0;
        return change();
    }
    std::vector<move> add_place(std::uint32_t kind)
    {
        auto& free = offered_.kinds[kind].free;
        free = detail::saturating_sum(free, 1);
        return change();
    }
    std::vector<move> if_place_added(std::uint32_t kind)
    {
        auto before = kind_of_;
        auto const free = offered_.kinds[kind].free;
        auto moves = add_place(kind);
        offered_.kinds[kind].free = free;
        kind_of_ = std::move(before);
        return moves;
    }

private:
    [[nodiscard]] matching_round::lists& list_of(std::uint32_t rank)
    {
        return offered_.lists_of[offered_.row_of[rank]];
    }

    std::vector<move> change()
    {
        auto after = assign(chosen_, offered_).kind_of;
        std::vector<move> moves;
        for (std::uint32_t rank = 0; rank < after.size(); ++rank)
            if (kind_of_[rank] != after[rank])
                moves.push_back({rank, kind_of_[rank], after[rank]});
        kind_of_ = std::move(after);
        return moves;
    }

    policy chosen_;
    matching_round offered_; // whoever is away wishes for nothing
    std::vector<bool> is_away_;
    std::vector<std::uint32_t> wishes_; // by rank: how many there are when they are not
    std::vector<std::uint32_t> kind_of_;
};

} // namespace finsam
