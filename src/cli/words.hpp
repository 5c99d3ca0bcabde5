// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/truth.hpp>
#include <finsam/model/text.hpp>

#include "engine/phrases.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam::cli {

/// What the command can say (ord). The words themselves stand in words.cpp, the languages side by
/// side.
// clang-format off
enum class word {
    // answers
    yes, no, unknown,
    // counts, one and many
    error, errors, warning, warnings, person, people, place, places_many,
    // things of a plan
    plan, mandate, members, needs_groups, interventions, intervention, municipalities, priority,
    places, places_in_all, structural, whole_area, other_municipalities,
    // one person
    turn, turn_in_none, turn_may_be, no_group, missing, withheld,
    // a matching
    policy_stable, policy_serial, policy_coverage, policy_fit, proposal_notice, places_by_pool, taken, already,
    proposals, has_already, no_pool, choice, unknown_before, waiting, full, full_cutoff,
    also_unknown, undetermined, no_intervention, in_needs_group, in_no_needs_group, tier_uncertain,
    nobody, match_counts,
    // one more place
    one_more_heading, newly_placed, moved_up, displaced, of_whom,
    // what an audit found
    audit_ok, verified, verified_alone, audit_findings, not_eligible, not_listed, over_capacity,
    placed_twice, passed_over, empty_seat, reserve_ignored, not_person_optimal, not_best_coverage,
    not_best_fit, wrong_certificate, instead_of,
    // gaps
    placed, waiting_short, undetermined_short, unserved_short, free_places, between,
    between_explained, asking, settles, small_counts,
    // costs
    cost_per_place, cost, total_cost, contributions, left, without_cost, intervention_one,
    intervention_many, shares, share_of_agency, share_of_regions, share_of_municipalities,
    // cases
    failed_case,
    // progress
    reading_plan, reading_people, reading_matching, assessing, evaluating, verifying, matching,
    auditing, counting, writing, running,
    // wrong usage
    no_command, unknown_command, unknown_option, unexpected, required, repeated, no_value, bad_date,
    bad_choice, output_is_input, two_outputs, wrong_usage, did_you_mean,
    // help
    usage, command, option, commands, arguments, options, about, about_check, about_assess,
    about_match, about_verify, about_matching, about_certificate, about_why, about_person_asked,
    about_intervention, about_gaps, about_places, about_costs, about_snapshot, about_test,
    about_schema, about_kind, about_schema_plan, about_plan, about_people, about_cases, about_as_of,
    about_check_as_of, about_write, about_mandate, about_person, about_exact, about_format,
    about_language, about_output, about_quiet, about_help, about_version, date, id, file
};
// clang-format on

/// The words in the language, parts in braces still to be filled in.
[[nodiscard]] std::string_view words(word wanted, language spoken);

/// Speaks one language (tal).
///
/// Example: `say(word::choice, {{"choice", "2"}})`.
class speech
{
public:
    using parts = std::vector<std::pair<std::string_view, std::string>>;

    explicit speech(language spoken)
        : spoken_{spoken}
    {}

    [[nodiscard]] language spoken() const noexcept { return spoken_; }

    [[nodiscard]] std::string operator()(word wanted, parts const& inserts = {}) const
    {
        return filled(words(wanted, spoken_), inserts);
    }

    /// The words at the end of a text; `part(name)` appends what a part in braces stands for.
    template<class Part>
    void append(std::string& text, word wanted, Part const& part) const
    {
        fill(text, words(wanted, spoken_), part);
    }

    /// "1 fel", "2 varningar": the count and the word in the right number.
    template<class Count>
    [[nodiscard]] std::string counted(Count count, word one, word many) const
    {
        return std::to_string(count) + ' ' + (*this)(count == 1 ? one : many);
    }

    [[nodiscard]] std::string operator()(truth answer) const
    {
        switch (answer) {
        case truth::no:
            return (*this)(word::no);
        case truth::unknown:
            return (*this)(word::unknown);
        case truth::yes:
            return (*this)(word::yes);
        }
        return {};
    }

    /// Words of a plan.
    [[nodiscard]] std::string operator()(text const& label) const
    {
        return std::string(in_language(label, spoken_));
    }

private:
    language spoken_;
};

} // namespace finsam::cli
