// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/assess.hpp>
#include <finsam/matching/match.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace finsam {

/// Why somebody has not got an intervention: the first of these that applies (hinder).
enum class obstacle
{
    placed,           ///< it is the place that they are proposed, or have
    has_place,        ///< they have a place in another intervention already
    nobody_is_placed, ///< it is structural: aimed at staff, employers or the public
    not_in_force,     ///< the intervention is not offered on this day
    not_listed,       ///< it is not on their own list
    not_eligible,     ///< the answer is no
    undetermined,     ///< a missing fact leaves the answer open
    placed_higher,    ///< they are proposed something that they like better
    no_seat,          ///< there are no places, or incumbents have them all
    for_the_whole,    ///< the policy does not go by turn alone, but looks at all people together
    kept_by_reserves, ///< reserves keep places empty, or for others who come after them
    full,             ///< people with higher priority have the places
    lot               ///< and of those who have waited as long, the lot chose others
};
BOOST_DESCRIBE_ENUM(obstacle, placed, has_place, nobody_is_placed, not_in_force, not_listed,
                    not_eligible, undetermined, placed_higher, no_seat, for_the_whole,
                    kept_by_reserves, full, lot)

/// Why a person has not got an intervention, and what would change it (varför inte).
///
/// Units: `intervention` and `proposed` are positions in the plan's list. `waited_days` counts
///        whole buckets. `last_admitted` as in `waiting_reason`: told only where at least five were
///        admitted, and so is that the lot chose.
struct why_not
{
    std::size_t person = 0; ///< row
    std::uint32_t intervention = 0;
    obstacle why{};

    /// The answer, with what decided it; empty where the intervention is not in force.
    answer eligibility{};
    /// What they are proposed, or have already.
    std::optional<std::uint32_t> proposed{};

    std::optional<std::int64_t> tier{};
    /// The tier they might have if no fact were missing, where it is another.
    std::optional<std::int64_t> best_tier{};
    std::int64_t waited_days = 0;
    std::optional<cutoff> last_admitted{};

    /// They would be eligible from this day without doing anything. Where the answer is no or open.
    std::optional<date> eligible_from{};
    /// With so many more places in their pool they would have one there, or something that they
    /// like better. From `no_seat` on, unless not even a place for everyone would do it; with
    /// policies that do not go by turn only one more is tried, and counts if the place is there.
    std::optional<std::size_t> more_places{};

    friend bool operator==(why_not const&, why_not const&) = default;
};
BOOST_DESCRIBE_STRUCT(why_not, (),
                      (person, intervention, why, eligibility, proposed, tier, best_tier,
                       waited_days, last_admitted, eligible_from, more_places))

/// Answers "why did I not get this?" for one person and one intervention (varför inte).
///
/// Precondition: `eligible` is of these people; `row` is one of them and `intervention` a position
///               in the plan's list.
/// Errors: throws `document_error` without a mandate for placement in force.
/// Complexity: that of `match` times the logarithm of the number of places that would reach them;
///             for the day from which they are eligible, that of `eligible_from`.
[[nodiscard]] FINSAM_EXPORT why_not why_not_placed(engine const& compiled, people const& caseload,
                                                   eligibility const& eligible,
                                                   mandate const& allowed, std::size_t row,
                                                   std::uint32_t intervention);

/// The answer as lines of text, the reason first and then what would change it.
///
/// Speaks to the person: it tells what they have not agreed to share by its name, never its value.
[[nodiscard]] FINSAM_EXPORT std::string explain(engine const& compiled, people const& caseload,
                                                why_not const& found, language spoken);

} // namespace finsam
