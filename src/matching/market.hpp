// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/evaluate.hpp>
#include <finsam/matching/choice.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace finsam {

/// No kind of place.
inline constexpr auto no_kind = std::numeric_limits<std::uint32_t>::max();

/// A pair of an intervention in force and one of its pools, and whom the pool admits (platsslag).
struct place_kind
{
    std::uint32_t intervention = 0;
    std::uint32_t pool = 0;
    pool_choice choice;

    /// By reserve: who is in its needs group, or null when the group is not in force.
    std::vector<truth_column const*> in_group{};
};

/// What can be proposed to whom: the kinds of places, the lists and the homes (utbud och önskemål).
///
/// Precondition: what it is made of lives longer than it.
class market
{
public:
    /// An intervention on somebody's list that is not answered no: the kind of place they are
    /// eligible for, or no_kind where the answer is unknown.
    struct wish
    {
        std::uint32_t intervention = 0;
        std::uint32_t kind = no_kind;
    };

    market(engine const& compiled, people const& caseload, eligibility const& eligible);

    [[nodiscard]] std::vector<place_kind>& kinds() noexcept { return kinds_; }
    [[nodiscard]] std::vector<place_kind> const& kinds() const noexcept { return kinds_; }

    /// Puts the person's wishes at the end of `all`, best first. Without preferences they wish for
    /// everything individual in force.
    ///
    /// Complexity: O(interventions listed).
    void append_wishes(std::size_t row, std::vector<wish>& all) const;

    /// Where an intervention stands, counting from 1, in the person's preferences as given or among
    /// all individual interventions of the plan.
    [[nodiscard]] std::size_t choice_of(std::size_t row, std::uint32_t intervention) const;

    /// The reserves of the kind's pool that the person may use.
    [[nodiscard]] std::vector<std::uint32_t> reserves_for(place_kind const& kind,
                                                          std::size_t row) const;

    /// The pool that serves an incumbent, if one does, whatever is in force.
    [[nodiscard]] std::optional<std::uint32_t> pool_of_incumbent(std::size_t row) const;

private:
    using taken_seats = std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t>;

    [[nodiscard]] taken_seats seats_taken() const;

    void make_kinds(taken_seats const& taken);
    void make_homes();

    static constexpr std::size_t outside = 0; // of the area
    static constexpr std::size_t unknown = 1; // not on record

    [[nodiscard]] std::size_t home_of(std::size_t row) const
    {
        return homes_.states[row] == fact_state::value
                   ? home_of_[static_cast<std::size_t>(homes_.numbers[row])]
                   : unknown;
    }

    engine const& compiled_;
    people const& caseload_;
    eligibility const& eligible_;
    fact_column homes_;

    // A question is a position in `engine::interventions()`.
    std::vector<std::uint32_t> question_of_; // by position in the plan, or no_kind
    std::vector<std::size_t> number_of_;     // by position in the plan, among the individual ones
    std::vector<place_kind> kinds_;
    std::vector<std::uint32_t> first_kind_; // by question

    std::vector<std::size_t> home_of_;                 // by code among the people's
    std::vector<std::vector<std::uint32_t>> kinds_at_; // by home, then by question
    std::vector<std::vector<std::uint32_t>> open_at_;  // by home: questions not answered no at once
};

} // namespace finsam
