// SPDX-License-Identifier: BSL-1.0
#include "market.hpp"

#include <finsam/detail/described.hpp>
#include <finsam/matching/match.hpp>
#include <finsam/matching/priority.hpp>

#include <boost/assert.hpp>
#include <algorithm>
#include <numeric>

namespace finsam {
namespace {

/// A cut-off is somebody's waiting time: told only where at least so many were admitted.
constexpr std::size_t smallest_cohort = 5;

/// What each person listed, is eligible for and may therefore be proposed, best first.
///
/// Shape: row r has `kinds[first[r]]` to before `kinds[first[r + 1]]`; incumbents have none.
struct wish_lists {
    std::vector<std::size_t>   first{0};
    std::vector<std::uint32_t> kinds{};
};

wish_lists wishes_of(market const& all, people const& caseload) {
    wish_lists wishes;
    wishes.first.reserve(caseload.size() + 1);
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        if (!caseload.placed(row))
            all.for_each_open(row, [&](market::listed const& one) {
                BOOST_ASSERT(one.answer != truth::yes || one.kind != no_kind);
                if (one.answer == truth::yes) wishes.kinds.push_back(one.kind);
                return true;
            });
        wishes.first.push_back(wishes.kinds.size());
    }
    return wishes;
}

/// Rows in the common order of priority. A reader refuses an id that stands twice; should one, the
/// first row goes first.
std::vector<std::uint32_t> ranked(std::vector<priority> const& by_row) {
    std::vector<std::uint32_t> rows(by_row.size());
    std::iota(rows.begin(), rows.end(), std::uint32_t{0});
    std::sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (before(by_row[a], by_row[b])) return true;
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
std::vector<std::uint32_t> deferred_acceptance(market& all, wish_lists const& wishes,
                                               std::vector<std::uint32_t> const& row_of) {
    std::vector<std::size_t>   next(wishes.first.begin(), wishes.first.end() - 1);
    std::vector<std::uint32_t> held(row_of.size(), no_kind);
    for (std::uint32_t rank = 0; rank < row_of.size(); ++rank) {
        std::optional<std::uint32_t> asking = rank;
        while (asking) {
            auto const row = row_of[*asking];
            held[row]      = no_kind;
            if (next[row] == wishes.first[row + 1]) break;
            held[row]  = wishes.kinds[next[row]++];
            auto& kind = all.kinds()[held[row]];
            asking     = kind.choice.ask(*asking, all.reserves_for(kind, row));
        }
    }
    return held;
}

/// The matching, told person by person.
class telling
{
  public:
    telling(market const& all, std::vector<std::uint32_t> const& held,
            std::vector<priority> const& by_row, std::vector<std::uint32_t> const& row_of,
            std::int64_t bucket_days, matching& into)
        : all_(all)
        , held_(held)
        , by_row_(by_row)
        , row_of_(row_of)
        , bucket_days_(bucket_days)
        , into_(into) {}

    void operator()(std::size_t row) {
        std::vector<std::uint32_t>  undetermined;
        std::vector<waiting_reason> full;
        std::optional<placement>    place;
        all_.for_each_open(row, [&](market::listed const& one) {
            if (one.answer == truth::unknown) {
                undetermined.push_back(one.intervention);
            } else if (one.kind == held_[row]) {
                place = placement{.person       = row,
                                  .intervention = one.intervention,
                                  .pool         = all_.kinds()[one.kind].pool,
                                  .choice       = one.choice};
            } else if (held_[row] == no_kind) {
                full.push_back({one.intervention, last_admitted(all_.kinds()[one.kind], row)});
            }
            return !place;
        });
        if (place) {
            place->undetermined = std::move(undetermined);
            into_.placements.push_back(std::move(*place));
        } else if (!full.empty()) {
            into_.waiting.push_back({row, std::move(undetermined), std::move(full)});
        } else if (!undetermined.empty()) {
            into_.undetermined.push_back({row, std::move(undetermined)});
        } else {
            into_.no_intervention.push_back({row, by_row_[row].tier.has_value()});
        }
    }

  private:
    [[nodiscard]] std::optional<cutoff> last_admitted(place_kind const& kind,
                                                      std::size_t       row) const {
        if (kind.choice.admitted() < smallest_cohort) return {};
        auto const last = kind.choice.last_admitted(all_.reserves_for(kind, row));
        if (!last) return {};
        auto const& stood = by_row_[row_of_[*last]];
        return cutoff{.tier = stood.tier, .waited_days_at_least = stood.waited * bucket_days_};
    }

    market const&                     all_;
    std::vector<std::uint32_t> const& held_;
    std::vector<priority> const&      by_row_;
    std::vector<std::uint32_t> const& row_of_;
    std::int64_t                      bucket_days_;
    matching&                         into_;
};

} // namespace

diagnostics unsupported_matching(engine const& compiled) {
    diagnostics found;
    auto const  chosen = compiled.agreed().matching.value_or(matching_terms{}).policy;
    if (chosen != policy::stable)
        add(found, {.code    = diagnostic_code::not_allowed,
                    .pointer = "/matching/policy",
                    .message = "the policy `" + std::string(detail::name_of(chosen))
                               + "` cannot be run yet",
                    .hint    = "`stable` can"});
    return found;
}

matching match(engine const& compiled, people const& caseload, eligibility const& eligible,
               mandate const& allowed) {
    require_mandate(compiled, allowed, true);
    if (auto const found = unsupported_matching(compiled); found.errors > 0)
        throw document_error(found);
    BOOST_ASSERT(eligible.people == caseload.size());
    BOOST_ASSERT(caseload.size() < no_kind);

    auto const terms  = compiled.agreed().matching.value_or(matching_terms{});
    auto const by_row = priorities(compiled, caseload, eligible);
    auto const row_of = ranked(by_row);
    auto const best   = best_tiers(compiled, eligible);
    market     all(compiled, caseload, eligible);
    auto const held = deferred_acceptance(all, wishes_of(all, caseload), row_of);

    matching proposed{.mandate = allowed.id, .policy = terms.policy, .people = caseload.size()};
    telling  tell(all, held, by_row, row_of, terms.waiting_bucket_days, proposed);
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        if (auto const place = caseload.placed(row)) {
            proposed.placements.push_back({.person       = row,
                                           .intervention = *place,
                                           .pool         = all.pool_of_incumbent(row),
                                           .incumbent    = true});
            continue;
        }
        if (best[row] != by_row[row].tier) proposed.tier_uncertain.push_back(row);
        tell(row);
    }
    return proposed;
}

} // namespace finsam
