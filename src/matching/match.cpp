// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/match.hpp>
#include <finsam/matching/priority.hpp>

#include "assign.hpp"
#include "cutoffs.hpp"
#include "detail/in_ranges.hpp"
#include "propose.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <iterator>
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

/// Tells what some of the rows have got.
class teller
{
public:
    teller(engine const& compiled, people const& caseload, matching_round const& offered,
           assignment const& found, std::vector<priority> const& by_row,
           std::vector<std::optional<std::int64_t>> const& best, std::int64_t bucket_days)
        : compiled_(compiled)
        , caseload_(caseload)
        , offered_(offered)
        , found_(found)
        , by_row_(by_row)
        , best_(best)
        , last_admitted_(offered, found, by_row, bucket_days)
        , choice_of_(compiled.agreed(), caseload)
    {}

    void tell(std::size_t row, matching& proposed)
    {
        if (auto const place = caseload_.placed(row)) {
            proposed.placements.push_back({.person = row,
                                           .intervention = *place,
                                           .pool = pool_of_incumbent(compiled_, caseload_, row),
                                           .incumbent = true});
            return;
        }
        if (best_[row] != by_row_[row].tier)
            proposed.tier_uncertain.push_back(row);

        auto const rank = offered_.rank_of[row];
        auto const wishes = offered_.wishes_of_row(row);
        auto const opens = offered_.opens_of_row(row);
        if (auto const kind = found_.kind_of[rank]; kind != no_kind) {
            auto const place = std::find(wishes.begin(), wishes.end(), kind) - wishes.begin();
            auto const later = std::find_if(opens.begin(), opens.end(), [&](open_wish const& one) {
                return std::int64_t{one.before} > place;
            });
            auto const intervention = offered_.kinds[kind].intervention;
            proposed.placements.push_back({.person = row,
                                           .intervention = intervention,
                                           .pool = offered_.kinds[kind].pool,
                                           .choice = choice_of_(row, intervention),
                                           .undetermined = interventions({opens.begin(), later})});
        } else if (!wishes.empty()) {
            std::vector<waiting_reason> full;
            full.reserve(wishes.size());
            for (auto const wish : wishes)
                full.push_back({offered_.kinds[wish].intervention, last_admitted_(wish, row)});
            proposed.waiting.push_back({row, interventions(opens), std::move(full)});
        } else if (!opens.empty()) {
            proposed.undetermined.push_back({row, interventions(opens)});
        } else {
            proposed.no_intervention.push_back({row, by_row_[row].tier.has_value()});
        }
    }

private:
    [[nodiscard]] static std::vector<std::uint32_t> interventions(std::span<open_wish const> some)
    {
        std::vector<std::uint32_t> all;
        all.reserve(some.size());
        for (auto const& one : some)
            all.push_back(one.intervention);
        return all;
    }

    engine const& compiled_;
    people const& caseload_;
    matching_round const& offered_;
    assignment const& found_;
    std::vector<priority> const& by_row_;
    std::vector<std::optional<std::int64_t>> const& best_;
    cutoffs last_admitted_;
    choice_numbers choice_of_;
};

/// Puts one list behind another.
template<class List>
void put_behind(List& all, List& more)
{
    if (all.empty())
        all = std::move(more);
    else
        all.insert(all.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
}

} // namespace

matching match(engine const& compiled, people const& caseload, eligibility const& eligible,
               mandate const& allowed, std::size_t threads)
{
    require_mandate(compiled, allowed, purpose::placement);
    return propose(compiled, caseload, eligible, allowed.id, threads);
}

matching propose(engine const& compiled, people const& caseload, eligibility const& eligible,
                 std::string mandate, std::size_t threads)
{
    BOOST_ASSERT(eligible.people == caseload.size());
    BOOST_ASSERT(caseload.size() < no_kind);

    auto const terms = compiled.agreed().matching.value_or(matching_terms{});
    auto const by_row = priorities(compiled, caseload, eligible, threads);
    auto const best = best_tiers(compiled, eligible);
    auto const offered = make_round(compiled, caseload, eligible, by_row, threads);
    auto const found = assign(terms.policy, offered);

    threads = detail::threads_for(caseload.size() / detail::rows_a_thread, threads);
    std::vector<matching> parts(threads);
    detail::in_ranges(
        caseload.size(), threads, [&](std::size_t thread, std::size_t first, std::size_t last) {
            teller telling(compiled, caseload, offered, found, by_row, best,
                           terms.waiting_bucket_days);
            for (auto row = first; row < last; ++row) {
                if (row + ahead < last) // neighbours in the file are no neighbours in rank
                    __builtin_prefetch(&found.kind_of[offered.rank_of[row + ahead]]);
                telling.tell(row, parts[thread]);
            }
        });

    matching proposed{
        .mandate = std::move(mandate), .policy = terms.policy, .people = caseload.size()};
    for (auto& one : parts) {
        put_behind(proposed.placements, one.placements);
        put_behind(proposed.tier_uncertain, one.tier_uncertain);
        put_behind(proposed.waiting, one.waiting);
        put_behind(proposed.undetermined, one.undetermined);
        put_behind(proposed.no_intervention, one.no_intervention);
    }
    return proposed;
}

} // namespace finsam
