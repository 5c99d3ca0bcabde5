// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/matching/match.hpp>

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace finsam {

/// How it goes for a needs group (behovsgruppens läge). All but `unknown` count people who are yes.
struct needs_group_gap
{
    std::string id{};
    std::size_t yes = 0;
    std::size_t unknown = 0;
    std::size_t placed = 0;
    std::size_t waiting = 0;
    std::size_t undetermined = 0;
    std::size_t no_intervention = 0;

    friend bool operator==(needs_group_gap const&, needs_group_gap const&) = default;
};
BOOST_DESCRIBE_STRUCT(needs_group_gap, (),
                      (id, yes, unknown, placed, waiting, undetermined, no_intervention))

/// How it goes for an intervention (insatsens läge).
///
/// Units: people, and places; `free` is the sum over pools of max(0, count − placed).
struct intervention_gap
{
    std::string id{};
    std::size_t yes = 0;
    std::size_t unknown = 0;
    std::int64_t places = 0;
    std::size_t placed = 0;
    std::int64_t free = 0;

    friend bool operator==(intervention_gap const&, intervention_gap const&) = default;
};
BOOST_DESCRIBE_STRUCT(intervention_gap, (), (id, yes, unknown, places, placed, free))

/// A fact, and how many answers would be settled if it alone were recorded (fråga att ställa).
struct fact_to_ask
{
    std::string fact{};
    std::size_t settles = 0;

    friend bool operator==(fact_to_ask const&, fact_to_ask const&) = default;
};
BOOST_DESCRIBE_STRUCT(fact_to_ask, (), (fact, settles))

/// Who falls between the chairs, and where the places and the facts are missing (glapp).
///
/// `between` are rows: residents of the area, not placed, in a needs group, for whom no
/// intervention in force is yes or unknown. Counts are exact here; `told_count` is applied where
/// they are told.
struct gap_report
{
    std::string mandate{};
    std::vector<needs_group_gap> needs_groups{};
    std::vector<intervention_gap> interventions{};
    std::vector<std::size_t> between{};
    std::vector<fact_to_ask> asking{}; ///< most first, ties by name

    friend bool operator==(gap_report const&, gap_report const&) = default;
};
BOOST_DESCRIBE_STRUCT(gap_report, (), (mandate, needs_groups, interventions, between, asking))

/// Counts the gaps (glapp).
///
/// Precondition: `eligible` and `placed` are of these people.
/// Errors: throws `document_error` without a mandate in force.
/// Complexity: O(people · questions + unknown answers · criteria).
[[nodiscard]] FINSAM_EXPORT gap_report gaps(engine const& compiled, people const& caseload,
                                            eligibility const& eligible, matching const& placed,
                                            mandate const& allowed);

/// The same for the matching that `match` would propose, which is counted and not told: gap lists
/// may be asked for with a mandate of any purpose.
///
/// Errors: throws `document_error` without a mandate in force.
[[nodiscard]] FINSAM_EXPORT gap_report gaps(engine const& compiled, people const& caseload,
                                            eligibility const& eligible, mandate const& allowed);

/// Writes the report as lines of text; counts of people from 1 to 4 as `<5`.
FINSAM_EXPORT std::ostream& operator<<(std::ostream& out, gap_report const& report);

} // namespace finsam
