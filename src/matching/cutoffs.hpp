// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/match.hpp>
#include <finsam/matching/priority.hpp>

#include "assign.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace finsam {

/// A cut-off is somebody's waiting time: told only where at least so many were admitted.
inline constexpr std::size_t smallest_cohort = 5;

/// How high the last one stood whom a person could have replaced, found once for each pool and the
/// reserves they may use.
class cutoffs
{
public:
    cutoffs(matching_round const& offered, assignment const& found,
            std::vector<priority> const& by_row, std::int64_t bucket_days)
        : offered_(offered)
        , found_(found)
        , by_row_(by_row)
        , bucket_days_(bucket_days)
        , known_(offered.kinds.size())
    {}

    std::optional<cutoff> operator()(std::uint32_t kind, std::size_t row)
    {
        auto const reserves = offered_.usable_by_row(kind, row);
        for (auto const& [uses, last] : known_[kind])
            if (uses == reserves)
                return last;
        return known_[kind].emplace_back(reserves, find(kind, reserves)).second;
    }

private:
    [[nodiscard]] std::optional<cutoff> find(std::uint32_t kind, reserve_bits reserves) const
    {
        if (found_.pools[kind].admitted() < smallest_cohort)
            return {};
        auto const last = found_.pools[kind].last_admitted(reserves);
        if (!last)
            return {};
        auto const& stood = by_row_[offered_.row_of[*last]];
        return cutoff{.tier = stood.tier, .waited_days_at_least = stood.waited * bucket_days_};
    }

    matching_round const& offered_;
    assignment const& found_;
    std::vector<priority> const& by_row_;
    std::int64_t bucket_days_;
    std::vector<std::vector<std::pair<reserve_bits, std::optional<cutoff>>>> known_; // by kind
};

} // namespace finsam
