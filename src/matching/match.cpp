// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/matching/priority.hpp>

#include "market.hpp"
#include "propose.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

namespace finsam {
namespace {

/// A cut-off is somebody's waiting time: told only where at least so many were admitted.
constexpr std::size_t smallest_cohort = 5;

/// The wishes of all people one after the other.
///
/// Shape: row r has `all[first[r]]` to before `all[first[r + 1]]`; incumbents have none.
struct wish_lists
{
    std::vector<std::size_t> first{0};
    std::vector<market::wish> all{};

    [[nodiscard]] std::span<market::wish const> of(std::size_t row) const
    {
        return std::span{all}.subspan(first[row], first[row + 1] - first[row]);
    }
};

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

/// Person-proposing deferred acceptance.
///
/// Each asks for what they like best of what has not turned them away; the pool keeps whom it would
/// choose among all who have asked, and whoever is turned away asks on. Neither the order in which
/// people ask nor who asks on first changes the outcome.
///
/// Returns: the kind of place each row holds in the end, or `no_kind`.
std::vector<std::uint32_t> deferred_acceptance(market& offered, wish_lists const& wishes,
                                               std::vector<std::uint32_t> const& row_of)
{
    std::vector<std::size_t> next(wishes.first.begin(), wishes.first.end() - 1);
    std::vector<std::uint32_t> held(row_of.size(), no_kind);
    for (std::uint32_t rank = 0; rank < row_of.size(); ++rank) {
        std::optional<std::uint32_t> asking = rank;
        while (asking) {
            auto const row = row_of[*asking];
            held[row] = no_kind;
            while (next[row] < wishes.first[row + 1] && held[row] == no_kind)
                held[row] = wishes.all[next[row]++].kind;
            if (held[row] == no_kind)
                break;
            auto& kind = offered.kinds()[held[row]];
            asking = kind.choice.ask(*asking, offered.reserves_for(kind, row));
        }
    }
    return held;
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

} // namespace

diagnostics unsupported_matching(engine const& compiled)
{
    diagnostics found;
    auto const chosen = compiled.agreed().matching.value_or(matching_terms{}).policy;
    if (chosen != policy::stable)
        add(found, {.code = diagnostic_code::not_allowed,
                    .pointer = "/matching/policy",
                    .message = "the policy `" + std::string(detail::name_of(chosen))
                               + "` cannot be run yet",
                    .hint = "`stable` can"});
    return found;
}

matching match(engine const& compiled, people const& caseload, eligibility const& eligible,
               mandate const& allowed)
{
    require_mandate(compiled, allowed, purpose::placement);
    return propose(compiled, caseload, eligible, allowed.id);
}

matching propose(engine const& compiled, people const& caseload, eligibility const& eligible,
                 std::string mandate)
{
    if (auto const found = unsupported_matching(compiled); found.errors > 0)
        throw document_error(found);
    BOOST_ASSERT(eligible.people == caseload.size());
    BOOST_ASSERT(caseload.size() < no_kind);

    auto const terms = compiled.agreed().matching.value_or(matching_terms{});
    auto const by_row = priorities(compiled, caseload, eligible);
    auto const row_of = ranked(by_row);
    auto const best = best_tiers(compiled, eligible);
    market offered(compiled, caseload, eligible);
    auto const wishes = wishes_of(offered, caseload);
    auto const held = deferred_acceptance(offered, wishes, row_of);

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
