// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/audit.hpp>

#include "audit_choice.hpp"
#include "audit_coverage.hpp"
#include "audit_exchange.hpp"
#include "audit_fit.hpp"
#include "audit_turn.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

namespace finsam {
namespace {

using audited::usable_reserves;

/// (position of an intervention, position of one of its pools)
using place_key = std::pair<std::uint32_t, std::uint32_t>;

/// Whom the matching gives the seats of one pool.
struct seats
{
    std::int64_t count = 0;             ///< as the plan says
    std::int64_t incumbents = 0;        ///< who hold a seat of it, recorded or not
    std::int64_t given = 0;             ///< to others
    std::vector<std::size_t> holders{}; ///< those others, in order of their turn

    /// By holder: the reserves of the pool they may use.
    std::vector<usable_reserves> uses{};

    /// Of the newcomers with these reserves, the pool would choose so many: those who would stand
    /// before the second, third … of the holders. Found when first asked for.
    std::map<usable_reserves, std::size_t> would_choose{};
};

class auditor
{
public:
    auditor(engine const& compiled, people const& caseload, matching const& proposed)
        : compiled_(compiled)
        , plan_(compiled.agreed())
        , caseload_(caseload)
        , proposed_(proposed)
        , terms_(plan_.matching.value_or(matching_terms{}))
        , turns_(caseload.size())
        , groups_(caseload.size())
        , records_(caseload.size())
        , question_of_(plan_.interventions.size())
    {
        for (std::size_t i = 0; i < compiled.interventions().size(); ++i)
            question_of_[compiled.interventions()[i].index] = i;
        if (is_of_all())
            could_have_.resize(caseload.size());
    }

    std::vector<finding> operator()()
    {
        collect_records();
        for (std::size_t row = 0; row < caseload_.size(); ++row)
            read(row);
        for (auto& [place, pool] : pools_) {
            std::sort(pool.holders.begin(), pool.holders.end(), [&](std::size_t a, std::size_t b) {
                return audited::served_before(turns_[a], turns_[b]);
            });
            for (auto const holder : pool.holders)
                pool.uses.push_back(usable(holder, place));
            check_capacity(place, pool);
        }
        if (terms_.policy == policy::stable || terms_.policy == policy::serial) {
            for (auto const& [place, pool] : pools_)
                check_reserves(place, pool);
            for (auto const& [row, place] : wanted_)
                check_wish(row, place);
        }
        if (terms_.policy == policy::stable && findings_.empty())
            check_exchanges();
        if (is_of_all())
            check_all_together();
        std::sort(findings_.begin(), findings_.end(), [](finding const& a, finding const& b) {
            auto const by = [](finding const& one) {
                return std::tie(one.person, one.intervention, one.kind, one.pool, one.by);
            };
            return by(a) < by(b);
        });
        return std::move(findings_);
    }

private:
    void add(finding_kind kind, std::optional<std::size_t> row, std::uint32_t intervention,
             std::optional<std::uint32_t> pool, std::optional<std::size_t> by = {})
    {
        findings_.push_back({kind, row, intervention, pool, by});
    }

    [[nodiscard]] bool is_pool(placement const& one) const
    {
        return one.pool && one.intervention < plan_.interventions.size()
               && *one.pool < plan_.interventions[one.intervention].places.size();
    }

    [[nodiscard]] bool is_individual(std::uint32_t intervention) const
    {
        return intervention < plan_.interventions.size()
               && plan_.interventions[intervention].kind == intervention_kind::individual;
    }

    seats& seats_of(place_key place)
    {
        auto const [found, is_new] = pools_.try_emplace(place);
        if (is_new)
            found->second.count = plan_.interventions[place.first].places[place.second].count;
        return found->second;
    }

    /// Which placements there are of each person, and who sits where.
    void collect_records()
    {
        for (std::size_t i = 0; i < proposed_.placements.size(); ++i) {
            auto const& one = proposed_.placements[i];
            if (one.person >= caseload_.size()) {
                add(finding_kind::not_eligible, one.person, one.intervention, one.pool);
                if (is_pool(one))
                    ++seats_of({one.intervention, *one.pool}).given;
                continue;
            }
            if (!records_[one.person].empty())
                add(finding_kind::placed_twice, one.person, one.intervention, one.pool);
            records_[one.person].push_back(i);
        }
    }

    /// Looks at one person: their answers, their list and what the matching says about them.
    void read(std::size_t row)
    {
        auto const someone = caseload_.row(row);
        auto const found = audited::answers_about(compiled_, someone);
        turns_[row] = audited::turn_of(compiled_, someone, found);
        turns_[row].id = caseload_.id(row);
        for (std::size_t i = 0; i < found.needs_groups.size(); ++i)
            if (found.needs_groups[i] == truth::yes)
                groups_[row].push_back(compiled_.needs_groups()[i].index);

        auto const& home = someone.facts[municipality_column];
        auto const pool = [&](std::uint32_t intervention) -> std::optional<std::uint32_t> {
            if (home.state != fact_state::value)
                return {};
            return compiled_.pool_for(intervention, home.code);
        };
        if (someone.placed)
            read_incumbent(row, *someone.placed, pool(*someone.placed));
        else
            read_other(row, someone, found, pool);
    }

    /// An incumbent keeps their place, and is recorded there as one, once and nowhere else.
    void read_incumbent(std::size_t row, std::uint32_t place, std::optional<std::uint32_t> pool)
    {
        if (pool)
            ++seats_of({place, *pool}).incumbents;
        if (records_[row].empty())
            add(finding_kind::not_listed, row, place, pool);
        for (auto const i : records_[row]) {
            auto const& one = proposed_.placements[i];
            if (one.intervention != place || !one.incumbent)
                add(finding_kind::not_listed, row, one.intervention, one.pool);
            else if (one.pool != pool)
                add(finding_kind::not_eligible, row, one.intervention, one.pool);
            bool const is_own_seat = one.intervention == place && one.pool == pool;
            if (!is_own_seat && is_pool(one))
                ++seats_of({one.intervention, *one.pool}).given;
        }
    }

    template<class Pool>
    void read_other(std::size_t row, person const& someone, audited::answers const& found,
                    Pool pool)
    {
        std::vector<std::uint32_t> listed;
        if (someone.preferences)
            listed = *someone.preferences;
        else
            for (std::uint32_t i = 0; i < plan_.interventions.size(); ++i)
                if (is_individual(i))
                    listed.push_back(i);
        auto const is_eligible = [&](std::uint32_t intervention) {
            if (intervention >= plan_.interventions.size())
                return false;
            auto const question = question_of_[intervention]; // none if structural or not in force
            return question && found.interventions[*question] == truth::yes;
        };

        for (auto const i : records_[row]) {
            auto const& one = proposed_.placements[i];
            if (one.incumbent
                || std::find(listed.begin(), listed.end(), one.intervention) == listed.end())
                add(finding_kind::not_listed, row, one.intervention, one.pool);
            if (!is_eligible(one.intervention) || !one.pool || one.pool != pool(one.intervention))
                add(finding_kind::not_eligible, row, one.intervention, one.pool);
            if (!is_pool(one))
                continue;
            auto& place = seats_of({one.intervention, *one.pool});
            ++place.given;
            place.holders.push_back(row);
        }

        for (auto const intervention : listed) {
            // Coverage and fit may put them anywhere on their list; elsewhere only what they would
            // rather have than what they got counts: everything before it.
            if (!is_of_all() && !records_[row].empty()
                && proposed_.placements[records_[row].front()].intervention == intervention)
                break;
            if (!is_eligible(intervention))
                continue;
            place_key const place{intervention, *pool(intervention)};
            seats_of(place);
            if (is_of_all()) {
                auto& all = could_have_[row];
                if (std::find(all.begin(), all.end(), place) == all.end())
                    all.push_back(place);
            } else
                wanted_.emplace_back(row, place);
        }
    }

    /// Nobody is thrown out, so incumbents alone may be more than the seats.
    void check_capacity(place_key place, seats const& pool)
    {
        if (pool.given > free_seats(pool))
            add(finding_kind::over_capacity, {}, place.first, place.second);
    }

    [[nodiscard]] static std::int64_t free_seats(seats const& pool)
    {
        return std::max<std::int64_t>(0, pool.count - pool.incumbents);
    }

    /// Of those who sit there the pool must choose everyone; only a hard reserve can say no.
    void check_reserves(place_key place, seats const& pool)
    {
        auto const taken = chosen(place, pool, pool.uses);
        for (std::size_t i = 0; i < taken.size(); ++i)
            if (!taken[i])
                add(finding_kind::reserve_ignored, pool.holders[i], place.first, place.second);
    }

    /// Somebody wants a seat in the pool. Would the pool, with them asking too, have chosen them?
    void check_wish(std::size_t row, place_key place)
    {
        auto& pool = seats_of(place);
        auto uses = usable(row, place);
        auto known = pool.would_choose.find(uses);
        if (known == pool.would_choose.end())
            known = pool.would_choose.emplace(uses, count_chosen(place, pool, uses)).first;

        auto const ahead =
            std::upper_bound(pool.holders.begin(), pool.holders.end(), row,
                             [&](std::size_t one, std::size_t holder) {
                                 return audited::served_before(turns_[one], turns_[holder]);
                             });
        auto const position = static_cast<std::size_t>(ahead - pool.holders.begin());
        if (position >= known->second)
            return;

        // They would. Instead of whom? The last in order who would have had to go.
        auto const taken = choose(place, pool, position, uses);
        std::optional<std::size_t> by;
        for (std::size_t i = 0; i < pool.holders.size(); ++i)
            if (!taken[i < position ? i : i + 1])
                by = pool.holders[i];
        if (!by)
            add(finding_kind::empty_seat, row, place.first, place.second);
        else if (audited::served_before(turns_[row], turns_[*by]))
            add(finding_kind::passed_over, row, place.first, place.second, by);
        else
            add(finding_kind::reserve_ignored, row, place.first, place.second, by);
    }

    /// In a stable matching: would people rather have each other's seats, and the pools agree?
    void check_exchanges()
    {
        std::vector<place_key> places;
        std::vector<audited::contested_pool> contested;
        std::map<place_key, std::size_t> position;
        for (auto const& [place, pool] : pools_) {
            position[place] = places.size();
            places.push_back(place);
            contested.push_back({.seats = free_seats(pool), .reserved = reserves_of(place)});
            for (std::size_t i = 0; i < pool.holders.size(); ++i)
                contested.back().in_turn.push_back({pool.holders[i], pool.uses[i], true});
        }
        for (auto const& [row, place] : wanted_)
            contested[position[place]].in_turn.push_back({row, usable(row, place), false});
        for (auto& pool : contested)
            std::sort(pool.in_turn.begin(), pool.in_turn.end(),
                      [&](audited::claimant const& a, audited::claimant const& b) {
                          return audited::served_before(turns_[a.person], turns_[b.person]);
                      });
        for (auto const& [row, pool, by] : audited::exchanges(contested, caseload_.size()))
            add(finding_kind::not_person_optimal, row, places[pool].first, places[pool].second, by);
    }

    /// Whether the policy promises nothing to anyone, but something of all together.
    [[nodiscard]] bool is_of_all() const
    {
        return terms_.policy == policy::coverage || terms_.policy == policy::fit;
    }

    /// Could others have places who go first, if people moved between places that they want? Or
    /// could the whole fit better?
    void check_all_together()
    {
        std::vector<place_key> places;
        std::map<place_key, std::size_t> position;
        std::vector<audited::covered_pool> covered;
        for (auto const& [place, pool] : pools_) {
            position[place] = places.size();
            places.push_back(place);
            covered.push_back({free_seats(pool) - pool.given, pool.holders});
        }

        std::vector<std::size_t> in_turn(caseload_.size()), turn_of(caseload_.size());
        std::iota(in_turn.begin(), in_turn.end(), std::size_t{0});
        std::sort(in_turn.begin(), in_turn.end(), [&](std::size_t a, std::size_t b) {
            return audited::served_before(turns_[a], turns_[b]);
        });
        for (std::size_t i = 0; i < in_turn.size(); ++i)
            turn_of[in_turn[i]] = i;

        std::vector<std::vector<std::size_t>> wanted(caseload_.size());
        std::vector<std::optional<std::size_t>> place_of(caseload_.size());
        for (std::size_t row = 0; row < caseload_.size(); ++row) {
            for (auto const& place : could_have_[row])
                wanted[row].push_back(position.at(place));
            for (auto const i : records_[row])
                if (auto const& one = proposed_.placements[i]; is_pool(one) && !place_of[row])
                    place_of[row] = position.at({one.intervention, *one.pool});
        }
        if (terms_.policy == policy::fit)
            return check_fit(places, covered, wanted, place_of);
        for (auto const& [row, pool, by] : audited::not_best(covered, wanted, place_of, turn_of))
            add(finding_kind::not_best_coverage, row, places[pool].first, places[pool].second, by);
    }

    void check_fit(std::vector<place_key> const& places,
                   std::vector<audited::covered_pool> const& covered,
                   std::vector<std::vector<std::size_t>> const& wanted,
                   std::vector<std::optional<std::size_t>> const& place_of)
    {
        std::vector<std::int64_t> open;
        for (auto const& pool : covered)
            open.push_back(pool.open);
        std::vector<std::optional<std::int64_t>> tier_of;
        for (auto const& turn : turns_)
            tier_of.push_back(turn.tier);
        for (auto const& [row, pool, by] : audited::not_best_fit(open, wanted, place_of, tier_of))
            add(finding_kind::not_best_fit, row, places[pool].first, places[pool].second, by);
    }

    /// How many places in the order of the holders are good enough for a newcomer. By bisection:
    /// who would be chosen would also be chosen standing further ahead.
    [[nodiscard]] std::size_t count_chosen(place_key place, seats const& pool,
                                           usable_reserves const& uses) const
    {
        std::size_t low = 0, high = pool.holders.size() + 1;
        while (low < high) {
            auto const middle = (low + high) / 2;
            if (choose(place, pool, middle, uses)[middle])
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// Whom the pool chooses of its holders and a newcomer who stands before holder `position`.
    [[nodiscard]] std::vector<bool> choose(place_key place, seats const& pool, std::size_t position,
                                           usable_reserves const& uses) const
    {
        auto applicants = pool.uses;
        applicants.insert(applicants.begin() + static_cast<std::ptrdiff_t>(position), uses);
        return chosen(place, pool, applicants);
    }

    [[nodiscard]] std::vector<bool> chosen(place_key place, seats const& pool,
                                           std::vector<usable_reserves> const& applicants) const
    {
        // Too many people for the seats is said once, and then there are as many seats as people. A
        // seat given to somebody who is no applicant at all is a seat less.
        auto const strangers = pool.given - static_cast<std::int64_t>(pool.holders.size());
        return audited::chosen(std::max(free_seats(pool), pool.given) - strangers,
                               reserves_of(place), applicants);
    }

    [[nodiscard]] std::vector<reserve> const& reserves_of(place_key place) const
    {
        return plan_.interventions[place.first].places[place.second].reserved;
    }

    /// The reserves of the pool whose needs groups the person is in.
    [[nodiscard]] usable_reserves usable(std::size_t row, place_key place) const
    {
        usable_reserves all;
        auto const& reserves = reserves_of(place);
        for (std::size_t i = 0; i < reserves.size(); ++i)
            for (auto const group : groups_[row])
                if (plan_.needs_groups[group].id == reserves[i].needs_group) {
                    all.push_back(i);
                    break;
                }
        return all;
    }

    engine const& compiled_;
    plan const& plan_;
    people const& caseload_;
    matching const& proposed_;
    matching_terms terms_;

    std::vector<audited::turn> turns_;                    // by row
    std::vector<std::vector<std::uint32_t>> groups_;      // by row: needs groups that are yes
    std::vector<std::vector<std::size_t>> records_;       // by row: placements
    std::vector<std::optional<std::size_t>> question_of_; // by position in the plan

    std::map<place_key, seats> pools_;
    std::vector<std::pair<std::size_t, place_key>> wanted_; // and not got; none for coverage
    std::vector<std::vector<place_key>> could_have_;        // by row; for coverage and fit
    std::vector<finding> findings_;
};

} // namespace

std::vector<finding> audit(engine const& compiled, people const& caseload, matching const& proposed)
{
    return auditor(compiled, caseload, proposed)();
}

} // namespace finsam
