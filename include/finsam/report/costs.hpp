// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/report/shares.hpp>

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// What the places of an intervention cost (insatsens kostnad); nothing where the plan does not
/// say what a place costs.
struct intervention_cost
{
    std::string id{};
    std::int64_t places = 0;
    std::optional<std::int64_t> cost_per_place_ore{};
    std::optional<std::int64_t> cost_ore{};

    friend bool operator==(intervention_cost const&, intervention_cost const&) = default;
};
BOOST_DESCRIBE_STRUCT(intervention_cost, (), (id, places, cost_per_place_ore, cost_ore))

/// What places cost, what there is to pay them with and who bears how much (kostnader).
///
/// Units: öre; what a place costs and what a member contributes are for the plan's period. A sum
///        larger than a number holds is the largest number there is.
struct cost_report
{
    std::vector<intervention_cost> interventions{};
    std::int64_t total_ore = 0;   ///< of those whose cost is stated
    std::size_t without_cost = 0; ///< interventions that have places and no cost stated
    std::optional<std::int64_t> contributions_ore{}; ///< nothing where the plan states none
    std::vector<party_share> shares{};               ///< of the total

    friend bool operator==(cost_report const&, cost_report const&) = default;
};
BOOST_DESCRIBE_STRUCT(cost_report, (),
                      (interventions, total_ore, without_cost, contributions_ore, shares))

/// What is left of the contributions, below nothing where they do not last (återstår).
[[nodiscard]] FINSAM_EXPORT std::optional<std::int64_t> left_ore(cost_report const& report);

/// What all places of the individual interventions in force cost, taken or not (kostnader).
///
/// Complexity: O(pools), and what `shares_of` takes.
/// Source: SFS 2003:1210 5 § for the shares.
[[nodiscard]] FINSAM_EXPORT cost_report costs(engine const& compiled);

/// The same of the places that a matching proposes or finds taken by incumbents.
///
/// An intervention that is no longer in force is among them while it has incumbents.
[[nodiscard]] FINSAM_EXPORT cost_report costs(engine const& compiled, matching const& placed);

/// Writes the report as lines of text.
FINSAM_EXPORT std::ostream& operator<<(std::ostream& out, cost_report const& report);

} // namespace finsam
