// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/match.hpp>
#include <finsam/matching/priority.hpp>

#include "assign.hpp"
#include "propose.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace finsam {
namespace {

/// A cut-off is somebody's waiting time: told only where at least so many were admitted.
constexpr std::size_t smallest_cohort = 5;

wish_lists wishes_of(market const& offered, people const& caseload)
{
    wish_lists wishes;
    wishes.first.reserve(caseload.size() + 1);
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        if (!caseload.placed(row))
            offered.append_wishes(row, wishes.all);
        wishes.first.push_back(wishes.all.size());
    }
    return wishes;
}

/// Rows in the common order of priority. A reader refuses an id that stands twice; should one, the
/// first row goes first.
std::vector<std::uint32_t> ranked(std::vector<priority> const& by_row)
{
    std::vector<std::uint32_t> rows(by_row.size());
    std::iota(rows.begin(), rows.end(), std::uint32_t{0});
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (before(by_row[a], by_row[b]))
            return true;
        return !before(by_row[b], by_row[a]) && a < b;
    });
    return rows;
}

/// How high the last one stood whom a person with these reserves could have replaced.
std::optional<cutoff> cutoff_of(pool_choice const& choice,
                                std::vector<std::uint32_t> const& reserves,
                                std::vector<priority> const& by_row,
                                std::vector<std::uint32_t> const& row_of, std::int64_t bucket_days)
{
    if (choice.admitted() < smallest_cohort)
        return {};
    auto const last = choice.last_admitted(reserves);
    if (!last)
        return {};
    auto const& stood = by_row[row_of[*last]];
    return cutoff{.tier = stood.tier, .waited_days_at_least = stood.waited * bucket_days};
}

std::vector<std::uint32_t> assign(policy chosen, market& offered, wish_lists const& wishes,
                                  std::vector<std::uint32_t> const& row_of,
                                  std::vector<priority> const& by_row)
{
    switch (chosen) {
    case policy::stable:
        return deferred_acceptance(offered, wishes, row_of);
    case policy::serial:
        return serial_choice(offered, wishes, row_of);
    case policy::coverage:
        return best_coverage(offered, wishes, row_of);
    case policy::fit:
        return assign_fit(offered, wishes, row_of, by_row);
    }
    return {};
}

} // namespace

matching match(engine const& compiled, people const& caseload, eligibility const& eligible,
               mandate const& allowed)
{
    require_mandate(compiled, allowed, purpose::placement);
    return propose(compiled, caseload, eligible, allowed.id);
}

matching propose(engine const& compiled, people const& caseload, eligibility const& eligible,
                 std::string mandate)
{
    BOOST_ASSERT(eligible.people == caseload.size());
    BOOST_ASSERT(caseload.size() < no_kind);

    auto const terms = compiled.agreed().matching.value_or(matching_terms{});
    auto const by_row = priorities(compiled, caseload, eligible);
    auto const row_of = ranked(by_row);
    auto const best = best_tiers(compiled, eligible);
    market offered(compiled, caseload, eligible);
    auto const wishes = wishes_of(offered, caseload);
    auto const held = assign(terms.policy, offered, wishes, row_of, by_row);

    matching proposed{
        .mandate = std::move(mandate), .policy = terms.policy, .people = caseload.size()};
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        if (auto const place = caseload.placed(row)) {
            proposed.placements.push_back({.person = row,
                                           .intervention = *place,
                                           .pool = offered.pool_of_incumbent(row),
                                           .incumbent = true});
            continue;
        }
        if (best[row] != by_row[row].tier)
            proposed.tier_uncertain.push_back(row);

        std::vector<std::uint32_t> undetermined;
        std::vector<waiting_reason> full;
        std::optional<placement> place;
        for (auto const& [intervention, kind] : wishes.of(row)) {
            if (kind == no_kind) {
                undetermined.push_back(intervention);
            } else if (kind == held[row]) {
                place = placement{.person = row,
                                  .intervention = intervention,
                                  .pool = offered.kinds()[kind].pool,
                                  .choice = offered.choice_of(row, intervention)};
                break;
            } else if (held[row] == no_kind) {
                auto const& pool = offered.kinds()[kind];
                full.push_back(
                    {intervention, cutoff_of(pool.choice, offered.reserves_for(pool, row), by_row,
                                             row_of, terms.waiting_bucket_days)});
            }
        }
        if (place) {
            place->undetermined = std::move(undetermined);
            proposed.placements.push_back(std::move(*place));
        } else if (!full.empty()) {
            proposed.waiting.push_back({row, std::move(undetermined), std::move(full)});
        } else if (!undetermined.empty()) {
            proposed.undetermined.push_back({row, std::move(undetermined)});
        } else {
            proposed.no_intervention.push_back({row, by_row[row].tier.has_value()});
        }
    }
    return proposed;
}

} // namespace finsam
