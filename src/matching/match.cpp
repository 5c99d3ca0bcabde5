// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/match.hpp>
#include <finsam/matching/priority.hpp>

#include "assign.hpp"
#include "cutoffs.hpp"
#include "propose.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace finsam {
namespace {

/// So many people before they are looked at, what is known of them is fetched.
constexpr std::size_t ahead = 16;

/// Where an intervention stands, counting from 1, in the person's preferences as given or among all
/// individual interventions of the plan.
class choice_numbers
{
public:
    choice_numbers(plan const& agreed, people const& caseload)
        : caseload_(caseload)
        , numbers_(agreed.interventions.size())
    {
        std::size_t number = 0;
        for (std::size_t i = 0; i < numbers_.size(); ++i)
            if (agreed.interventions[i].kind == intervention_kind::individual)
                numbers_[i] = ++number;
    }

    [[nodiscard]] std::size_t operator()(std::size_t row, std::uint32_t intervention) const
    {
        auto const wishes = caseload_.preferences(row);
        if (!wishes)
            return numbers_[intervention];
        auto const at = std::find(wishes->begin(), wishes->end(), intervention);
        return static_cast<std::size_t>(at - wishes->begin()) + 1;
    }

private:
    people const& caseload_;
    std::vector<std::size_t> numbers_; // by position in the plan
};

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
    auto const best = best_tiers(compiled, eligible);
    auto const offered = make_round(compiled, caseload, eligible, by_row);
    auto const found = assign(terms.policy, offered);
    cutoffs last_admitted(offered, found, by_row, terms.waiting_bucket_days);
    choice_numbers const choice_of(compiled.agreed(), caseload);

    matching proposed{
        .mandate = std::move(mandate), .policy = terms.policy, .people = caseload.size()};
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        if (row + ahead < caseload.size()) // neighbours in the file are no neighbours in rank
            __builtin_prefetch(&found.kind_of[offered.rank_of[row + ahead]]);
        if (auto const place = caseload.placed(row)) {
            proposed.placements.push_back({.person = row,
                                           .intervention = *place,
                                           .pool = pool_of_incumbent(compiled, caseload, row),
                                           .incumbent = true});
            continue;
        }
        if (best[row] != by_row[row].tier)
            proposed.tier_uncertain.push_back(row);

        auto const rank = offered.rank_of[row];
        auto const wishes = offered.wishes(rank);
        auto const opens = offered.opens(rank);
        auto const interventions = [](std::span<open_wish const> some) {
            std::vector<std::uint32_t> all;
            all.reserve(some.size());
            for (auto const& one : some)
                all.push_back(one.intervention);
            return all;
        };
        if (auto const kind = found.kind_of[rank]; kind != no_kind) {
            auto const place = std::find(wishes.begin(), wishes.end(), kind) - wishes.begin();
            auto const later = std::find_if(opens.begin(), opens.end(), [&](open_wish const& one) {
                return std::int64_t{one.before} > place;
            });
            auto const& [intervention, pool, free, reserved, groups] = offered.kinds[kind];
            proposed.placements.push_back({.person = row,
                                           .intervention = intervention,
                                           .pool = pool,
                                           .choice = choice_of(row, intervention),
                                           .undetermined = interventions({opens.begin(), later})});
        } else if (!wishes.empty()) {
            std::vector<waiting_reason> full;
            full.reserve(wishes.size());
            for (auto const wish : wishes)
                full.push_back({offered.kinds[wish].intervention, last_admitted(wish, rank)});
            proposed.waiting.push_back({row, interventions(opens), std::move(full)});
        } else if (!opens.empty()) {
            proposed.undetermined.push_back({row, interventions(opens)});
        } else {
            proposed.no_intervention.push_back({row, by_row[row].tier.has_value()});
        }
    }
    return proposed;
}

} // namespace finsam
