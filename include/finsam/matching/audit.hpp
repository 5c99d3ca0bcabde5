// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/matching/match.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace finsam {

/// What can be wrong with a matching (slag av anmärkning).
enum class finding_kind
{
    not_eligible,       ///< for the intervention, or in the pool, or nobody of these people
    not_listed,         ///< not on their list; or an incumbent not recorded in their own place
    over_capacity,      ///< more people than the pool has seats that no incumbent holds
    placed_twice,       ///< in more than one placement
    passed_over,        ///< somebody with lower priority got the seat
    empty_seat,         ///< a seat they want was given to nobody
    reserve_ignored,    ///< a reserve would have put them first, or a hard one kept them out
    not_person_optimal, ///< they and `by`, with others, would rather have each other's seats
    not_best_coverage,  ///< they could have a place, an open one or in the stead of `by`
    not_best_fit,       ///< all would fit better with them there, in an open seat or that of `by`
    wrong_certificate   ///< what it says of the pool, or of their place, is not so
};
BOOST_DESCRIBE_ENUM(finding_kind, not_eligible, not_listed, over_capacity, placed_twice,
                    passed_over, empty_seat, reserve_ignored, not_person_optimal, not_best_coverage,
                    not_best_fit, wrong_certificate)

/// One thing that `audit` found wrong with a matching (anmärkning).
///
/// Units: persons are rows, the intervention a position in the plan's list, the pool a position in
///        its places. `by` is who was admitted instead. What is wrong with a pool has no person.
struct finding
{
    finding_kind kind{};
    std::optional<std::size_t> person{};
    std::uint32_t intervention = 0;
    std::optional<std::uint32_t> pool{};
    std::optional<std::size_t> by{};

    friend bool operator==(finding const&, finding const&) = default;
};
BOOST_DESCRIBE_STRUCT(finding, (), (kind, person, intervention, pool, by))

/// Checks the placements of any matching of these people, from this library or not, against the
/// definitions (granskning). Shares no code with the solvers: it answers from the rules person by
/// person, and reads lists, priority and the choice of a pool a second time.
///
/// A person's result is the first placement recorded for them. Incumbents must be recorded once,
/// as incumbents, in the place they have: one who is dropped, moved or not marked, and anyone else
/// marked so, is `not_listed`; their seat is taken whatever the matching says. Where a pool has too
/// many people, its seats are counted as so many for `passed_over`. A row or position that does not
/// exist is `not_eligible`.
///
/// `threads`: at most so many, 0 for as many as the machine has. The findings are the same with any
/// number.
///
/// Returns: nothing, or what is wrong: pools first, then by person and by intervention.
/// Complexity: O(people · criteria of needs groups), O(listed interventions · criteria), and for
///             each pool and each set of its reserves that somebody may use
///             O(seats · reserves · log seats).
[[nodiscard]] FINSAM_EXPORT std::vector<finding> audit(engine const& compiled,
                                                       people const& caseload,
                                                       matching const& proposed,
                                                       std::size_t threads = 0);

} // namespace finsam
