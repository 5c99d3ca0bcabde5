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
struct place_kind {
    std::uint32_t intervention = 0;
    std::uint32_t pool         = 0;
    pool_choice   choice;

    /// By reserve: who is in its needs group, or null when the group is not in force.
    std::vector<truth_column const*> in_group{};
};

/// What can be proposed to whom: the kinds of places, the lists and the homes (utbud och önskemål).
///
/// Precondition: what it is made of lives longer than it.
class market
{
  public:
    /// An intervention on somebody's list, and where it stands there counting from 1.
    struct listed {
        std::uint32_t intervention = 0;
        std::size_t   choice       = 0;
        std::uint32_t kind         = no_kind; ///< of the pool that serves the person, if one does
        truth         answer       = truth::no;
    };

    market(engine const& compiled, people const& caseload, eligibility const& eligible);

    [[nodiscard]] std::vector<place_kind>&       kinds() noexcept { return kinds_; }
    [[nodiscard]] std::vector<place_kind> const& kinds() const noexcept { return kinds_; }

    /// Visits what the person listed and the answer is yes or unknown, in the order of the list,
    /// until `visit` gives false. Without preferences that is everything individual in force.
    template<class Visit>
    void for_each_open(std::size_t row, Visit visit) const {
        auto const& kinds = kinds_at_[home_of(row)];
        auto const  look  = [&](std::uint32_t question, std::size_t choice) {
            auto const answer = answer_of(eligible_.interventions[question], row);
            if (answer == truth::no) return true;
            return static_cast<bool>(visit(listed{compiled_.interventions()[question].index, choice,
                                                  kinds[question], answer}));
        };
        if (auto const wishes = caseload_.preferences(row)) {
            for (std::size_t i = 0; i < wishes->size(); ++i)
                if (auto const question = question_of_[(*wishes)[i]]; question != no_kind)
                    if (!look(question, i + 1)) return;
        } else {
            for (auto const question : open_at_[home_of(row)])
                if (!look(question, number_of_[compiled_.interventions()[question].index])) return;
        }
    }

    /// The reserves of the kind's pool that the person may use.
    [[nodiscard]] std::vector<std::uint32_t> reserves_for(place_kind const& kind,
                                                          std::size_t       row) const;

    /// The pool that serves an incumbent, if one does, whatever is in force.
    [[nodiscard]] std::optional<std::uint32_t> pool_of_incumbent(std::size_t row) const;

  private:
    using taken_seats = std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t>;

    [[nodiscard]] taken_seats seats_taken() const;

    void make_kinds(taken_seats const& taken);
    void make_homes();

    static constexpr std::size_t outside = 0; // of the area
    static constexpr std::size_t unknown = 1; // not on record

    [[nodiscard]] std::size_t home_of(std::size_t row) const {
        auto const& home = caseload_[municipality_column];
        return home.states[row] == fact_state::value
                   ? home_of_[static_cast<std::size_t>(home.numbers[row])]
                   : unknown;
    }

    engine const&      compiled_;
    people const&      caseload_;
    eligibility const& eligible_;

    // A question is a position in `engine::interventions()`.
    std::vector<std::uint32_t> question_of_; // by position in the plan, or no_kind
    std::vector<std::size_t>   number_of_;   // by position in the plan, among the individual ones
    std::vector<place_kind>    kinds_;
    std::vector<std::uint32_t> first_kind_; // by question

    std::vector<std::size_t>                home_of_;  // by code in the people's dictionary
    std::vector<std::vector<std::uint32_t>> kinds_at_; // by home, then by question
    std::vector<std::vector<std::uint32_t>> open_at_;  // by home: questions not answered no at once
};

} // namespace finsam
