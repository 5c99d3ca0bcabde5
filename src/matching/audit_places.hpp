// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>

#include "audit_lists.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace finsam::audited {

/// Every pool of a plan under one number, and which of them serve whom (platser).
///
/// Shape: numbers ascend with the intervention and then with the pool.
class place_list
{
public:
    /// An intervention and the place that serves the people of a home.
    struct served
    {
        std::uint32_t intervention = 0;
        std::uint32_t place = 0;
    };

    /// The codes are those of these people. The engine must live as long.
    place_list(engine const& compiled, people const& caseload);

    [[nodiscard]] std::size_t size() const noexcept { return intervention_.size(); }
    [[nodiscard]] std::uint32_t intervention(std::uint32_t place) const
    {
        return intervention_[place];
    }
    [[nodiscard]] std::uint32_t pool_number(std::uint32_t place) const
    {
        return place - first_[intervention_[place]];
    }
    [[nodiscard]] pool const& operator[](std::uint32_t place) const
    {
        return agreed_.interventions[intervention_[place]].places[pool_number(place)];
    }

    /// The place of a pool, or nothing if there is no such intervention or pool.
    [[nodiscard]] std::uint32_t number_of(std::uint32_t intervention, std::uint32_t pool) const
    {
        if (intervention >= first_.size() - 1)
            return nothing;
        auto const size = first_[intervention + 1] - first_[intervention];
        return pool < size ? first_[intervention] + pool : nothing;
    }

    /// What serves the people of a municipality, in plan order: the position of its code.
    [[nodiscard]] std::span<served const> around(std::int32_t code) const
    {
        return served_[home_of_[static_cast<std::size_t>(code)]];
    }

    /// The place among those around somebody that is of the intervention, or nothing.
    [[nodiscard]] static std::uint32_t find(std::span<served const> around,
                                            std::uint32_t intervention)
    {
        // By halves, without a branch that nobody could guess.
        auto const* at = around.data();
        for (auto left = around.size(); left > 1;) {
            auto const half = left / 2;
            at += at[half - 1].intervention < intervention ? half : 0;
            left -= half;
        }
        return !around.empty() && at->intervention == intervention ? at->place : nothing;
    }

private:
    plan const& agreed_;
    std::vector<std::uint32_t> first_{0};     // by intervention, its first place
    std::vector<std::uint32_t> intervention_; // by place
    std::vector<std::vector<served>> served_; // by home; the first is outside the area
    std::vector<std::size_t> home_of_;        // by code among the people's
};

} // namespace finsam::audited
