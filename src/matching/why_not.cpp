// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/saturating.hpp>
#include <finsam/engine/eligible_from.hpp>
#include <finsam/matching/priority.hpp>
#include <finsam/matching/why_not.hpp>
#include <finsam/model/promises.hpp>

#include "cutoffs.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <vector>

namespace finsam {
namespace {

class asker
{
public:
    asker(engine const& compiled, people const& caseload, eligibility const& eligible,
          std::size_t row, std::uint32_t intervention)
        : compiled_(compiled)
        , caseload_(caseload)
        , eligible_(eligible)
        , terms_(compiled.agreed().matching.value_or(matching_terms{}))
        , row_(row)
        , someone_(caseload.row(row))
        , offered_(compiled.agreed().interventions[intervention])
        , found_{.person = row, .intervention = intervention}
    {}

    why_not operator()()
    {
        auto const by_row = priorities(compiled_, caseload_, eligible_);
        found_.tier = by_row[row_].tier;
        if (auto const best = best_tiers(compiled_, eligible_)[row_]; best != found_.tier)
            found_.best_tier = best;
        found_.waited_days = by_row[row_].waited * terms_.waiting_bucket_days;

        auto const offered = make_round(compiled_, caseload_, eligible_, by_row);
        auto const found = assign(terms_.policy, offered);
        auto const rank = offered.rank_of[row_];
        if (someone_.placed)
            found_.proposed = someone_.placed;
        else if (auto const kind = found.kind_of[rank]; kind != no_kind)
            found_.proposed = offered.kinds[kind].intervention;

        tell_eligibility();
        found_.why = obstacle_for();
        if (found_.why == obstacle::not_eligible || found_.why == obstacle::undetermined)
            found_.eligible_from = eligible_from(compiled_, someone_, found_.intervention);
        if (found_.why == obstacle::full)
            for (auto const kind : offered.wishes(rank))
                if (offered.kinds[kind].intervention == found_.intervention)
                    tell_queue(offered, found, by_row, rank, kind);
        return std::move(found_);
    }

private:
    void tell_eligibility()
    {
        auto const& in_force = compiled_.interventions();
        auto const at = std::find_if(in_force.begin(), in_force.end(), [&](question const& one) {
            return one.index == found_.intervention;
        });
        is_in_force_ = at != in_force.end();
        if (is_in_force_)
            found_.eligibility = assess_intervention(
                compiled_, someone_, static_cast<std::size_t>(at - in_force.begin()));
    }

    [[nodiscard]] obstacle obstacle_for() const
    {
        if (found_.proposed == found_.intervention)
            return obstacle::placed;
        if (someone_.placed)
            return obstacle::has_place;
        if (offered_.kind == intervention_kind::structural)
            return obstacle::nobody_is_placed;
        if (!is_in_force_)
            return obstacle::not_in_force;
        auto const& listed = someone_.preferences;
        if (listed
            && std::find(listed->begin(), listed->end(), found_.intervention) == listed->end())
            return obstacle::not_listed;
        switch (found_.eligibility.answer) {
        case truth::no:
            return obstacle::not_eligible;
        case truth::unknown:
            return obstacle::undetermined;
        case truth::yes:
            break;
        }
        if (found_.proposed && comes_first(*found_.proposed, listed))
            return obstacle::placed_higher;
        return obstacle::full;
    }

    /// Whether the other stands before the intervention on their list, or in the plan without one.
    [[nodiscard]] bool comes_first(std::uint32_t other,
                                   std::optional<std::vector<std::uint32_t>> const& listed) const
    {
        if (!listed)
            return other < found_.intervention;
        return std::find(listed->begin(), listed->end(), other)
               < std::find(listed->begin(), listed->end(), found_.intervention);
    }

    /// Who has the places that they want, and how many more would do.
    void tell_queue(matching_round const& offered, assignment const& found,
                    std::vector<priority> const& by_row, std::uint32_t rank, std::uint32_t kind)
    {
        found_.last_admitted =
            cutoffs(offered, found, by_row, terms_.waiting_bucket_days)(kind, rank);
        found_.more_places = places_until_reached(offered, rank, kind);

        auto const& pool = found.pools[kind];
        bool is_behind_all = true;
        pool.for_each_admitted([&](std::uint32_t other, std::optional<reserve_bits>) {
            is_behind_all = is_behind_all && other < rank;
        });
        if (pool.seats() == 0)
            found_.why = obstacle::no_seat;
        else if (!promises_of(terms_.policy).nobody_passed_over)
            found_.why = obstacle::for_the_whole;
        else if (!is_behind_all || pool.admitted() < pool.seats())
            found_.why = obstacle::kept_by_reserves;
        else if (found_.last_admitted
                 && *found_.last_admitted
                        == cutoff{.tier = found_.tier, .waited_days_at_least = found_.waited_days})
            found_.why = obstacle::lot;
    }

    /// How many more places in the pool it takes until they have one, or something better.
    [[nodiscard]] std::optional<std::size_t>
    places_until_reached(matching_round offered, std::uint32_t rank, std::uint32_t kind) const
    {
        auto const goes_by_turn = promises_of(terms_.policy).nobody_passed_over;
        auto const wishes = offered.wishes(rank);
        auto const wished = std::find(wishes.begin(), wishes.end(), kind);
        auto const free = offered.kinds[kind].free;
        auto const is_reached = [&](std::size_t more) {
            offered.kinds[kind].free =
                detail::saturating_sum(free, static_cast<std::int64_t>(more));
            auto const got = assign(terms_.policy, offered).kind_of[rank];
            return goes_by_turn ? std::find(wishes.begin(), wished + 1, got) != wished + 1
                                : got == kind;
        };
        if (!goes_by_turn)
            return is_reached(1) ? std::optional<std::size_t>{1} : std::nullopt;

        // One place more is worse for nobody, so the fewest that do are found by halves: at most a
        // place for everybody, those that reserves keep for others, and those that incumbents have
        // beyond the seats.
        std::size_t most = caseload_.size();
        auto const people = static_cast<std::int64_t>(caseload_.size());
        for (auto const& one : *offered.kinds[kind].reserved)
            most += static_cast<std::size_t>(std::min(one.count, people));
        most += static_cast<std::size_t>(std::max<std::int64_t>(0, -free));
        if (!is_reached(most))
            return {};
        std::size_t low = 0; // does not do
        while (most - low > 1) {
            auto const middle = low + (most - low) / 2;
            (is_reached(middle) ? most : low) = middle;
        }
        return most;
    }

    engine const& compiled_;
    people const& caseload_;
    eligibility const& eligible_;
    matching_terms terms_;
    std::size_t row_;
    person someone_;
    intervention const& offered_;
    bool is_in_force_ = false;
    why_not found_;
};

} // namespace

why_not why_not_placed(engine const& compiled, people const& caseload, eligibility const& eligible,
                       mandate const& allowed, std::size_t row, std::uint32_t intervention)
{
    require_mandate(compiled, allowed, purpose::placement);
    BOOST_ASSERT(row < caseload.size() && eligible.people == caseload.size());
    return asker(compiled, caseload, eligible, row, intervention)();
}

} // namespace finsam
