// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/certificate.hpp>
#include <finsam/matching/choice.hpp>
#include <finsam/matching/priority.hpp>

#include "best_fit.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace finsam {
namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// One pool of the plan and who has its seats.
struct filled_pool
{
    std::uint32_t intervention = 0;
    std::uint32_t pool = 0;
    std::int64_t free = 0;                     ///< seats that no incumbent holds
    std::vector<truth_column const*> groups{}; ///< by reserve; null when the group is not in force
    std::vector<std::uint32_t> holders{};      ///< ranks, ascending
};

class certifier
{
public:
    certifier(engine const& compiled, people const& caseload, eligibility const& eligible,
              matching const& proposed)
        : compiled_(compiled)
        , plan_(compiled.agreed())
        , caseload_(caseload)
        , eligible_(eligible)
        , by_row_(priorities(compiled, caseload, eligible))
        , question_of_(plan_.interventions.size(), none)
        , pool_of_row_(caseload.size(), none)
    {
        for (std::uint32_t i = 0; i < compiled.interventions().size(); ++i)
            question_of_[compiled.interventions()[i].index] = i;
        number_pools();
        find_homes();
        list_wishes();
        rank();
        seat(proposed);
    }

    [[nodiscard]] std::vector<pool_cutoff> cutoffs() const
    {
        // Those who may use the same reserves of a pool meet the same cut-off.
        std::vector<std::set<std::vector<std::uint32_t>>> asked(pools_.size());
        for (std::size_t row = 0; row < caseload_.size(); ++row)
            for (auto const pool : wishes_of(row))
                asked[pool].insert(reserves_of(pool, row));

        std::vector<pool_cutoff> all;
        for (std::size_t i = 0; i < pools_.size(); ++i) {
            if (asked[i].empty())
                continue;
            auto const& pool = pools_[i];
            auto const full = choice_of(pool);
            for (auto const& reserves : asked[i])
                all.push_back(cutoff_of(pool, full, reserves));
        }
        return all;
    }

    [[nodiscard]] std::vector<pool_closing> closings() const
    {
        // In turn, whoever has no place closes what can be reached from their list by moves.
        std::vector<std::uint32_t> since(pools_.size(), none); // ranks
        std::vector<std::uint32_t> reached;
        for (auto const row : row_of_) {
            if (pool_of_row_[row] != none)
                continue;
            auto const reach = [&](std::uint32_t pool) {
                if (since[pool] == none) {
                    since[pool] = rank_of_[row];
                    reached.push_back(pool);
                }
            };
            for (auto const pool : wishes_of(row))
                reach(pool);
            while (!reached.empty()) {
                auto const& pool = pools_[reached.back()];
                reached.pop_back();
                for (auto const holder : pool.holders)
                    for (auto const other : wishes_of(row_of_[holder]))
                        reach(other);
            }
        }

        std::vector<pool_closing> all;
        for (std::size_t i = 0; i < pools_.size(); ++i)
            if (since[i] != none)
                all.push_back({pools_[i].intervention, pools_[i].pool, mark_of(since[i])});
        return all;
    }

    [[nodiscard]] std::vector<pool_price> prices() const
    {
        // As the solver counts: by rank, and what is listed twice stands where it comes first.
        static_assert(none == no_fit && none == no_tier);
        std::vector<std::int64_t> seats;
        for (auto const& pool : pools_)
            seats.push_back(pool.free);
        std::vector<std::size_t> first{0};
        std::vector<std::uint32_t> listed, tier_of, pool_of;
        std::vector<std::uint32_t> last_listed(pools_.size(), none); // ranks
        std::vector<std::optional<std::int64_t>> tiers;
        for (std::uint32_t rank = 0; rank < row_of_.size(); ++rank) {
            auto const row = row_of_[rank];
            pool_of.push_back(none);
            for (auto const pool : wishes_of(row))
                if (std::exchange(last_listed[pool], rank) != rank) {
                    listed.push_back(pool);
                    if (pool == pool_of_row_[row])
                        pool_of.back() = pool;
                }
            first.push_back(listed.size());
            if (tiers.empty() || tiers.back() != by_row_[row].tier)
                tiers.push_back(by_row_[row].tier);
            tier_of.push_back(static_cast<std::uint32_t>(tiers.size() - 1));
        }

        auto const price = seat_prices({seats, first, listed, tier_of}, pool_of);
        std::vector<pool_price> all;
        for (std::size_t i = 0; i < pools_.size(); ++i) {
            auto const& [tier, positions] = price[i];
            if (pools_[i].free <= 0 || price[i] == seat_price{})
                continue;
            auto& line = all.emplace_back(
                pool_price{pools_[i].intervention, pools_[i].pool, std::nullopt, positions});
            if (tier != none)
                line.person = placed_person{tiers[tier]};
        }
        return all;
    }

private:
    void number_pools()
    {
        std::map<std::string_view, truth_column const*> groups;
        for (std::size_t i = 0; i < compiled_.needs_groups().size(); ++i)
            groups[plan_.needs_groups[compiled_.needs_groups()[i].index].id] =
                &eligible_.needs_groups[i];
        for (std::uint32_t i = 0; i < plan_.interventions.size(); ++i) {
            first_pool_.push_back(static_cast<std::uint32_t>(pools_.size()));
            auto const& places = plan_.interventions[i].places;
            for (std::uint32_t pool = 0; pool < places.size(); ++pool) {
                pools_.push_back({.intervention = i, .pool = pool, .free = places[pool].count});
                for (auto const& one : places[pool].reserved) {
                    auto const group = groups.find(one.needs_group);
                    pools_.back().groups.push_back(group == groups.end() ? nullptr : group->second);
                }
            }
        }
    }

    /// Which pool serves whom: by place among the people's municipalities and intervention.
    void find_homes()
    {
        auto const& codes = caseload_.codes(municipality_column);
        served_.resize(codes.size());
        for (std::size_t home = 0; home < codes.size(); ++home) {
            auto const interventions = static_cast<std::uint32_t>(plan_.interventions.size());
            if (!compiled_.in_area(codes[home]))
                continue; // nobody of the association's is there for them
            served_[home].assign(interventions, none);
            for (std::uint32_t i = 0; i < interventions; ++i)
                if (auto const pool = compiled_.pool_for(i, codes[home]))
                    served_[home][i] = first_pool_[i] + *pool;
        }
    }

    [[nodiscard]] std::uint32_t pool_for(std::size_t row, std::uint32_t intervention) const
    {
        if (caseload_.state(row, municipality_column) != fact_state::value)
            return none;
        auto const home = static_cast<std::size_t>(caseload_.number(row, municipality_column));
        return served_[home].empty() ? none : served_[home][intervention];
    }

    void list_wishes()
    {
        first_wish_.reserve(caseload_.size() + 1);
        for (std::size_t row = 0; row < caseload_.size(); ++row) {
            first_wish_.push_back(wishes_.size());
            if (auto const place = caseload_.placed(row)) {
                if (auto const pool = pool_for(row, *place); pool != none)
                    --pools_[pool].free;
                continue;
            }
            auto const wish = [&](std::uint32_t question) {
                if (answer_of(eligible_.interventions[question], row) != truth::yes)
                    return;
                auto const pool = pool_for(row, compiled_.interventions()[question].index);
                BOOST_ASSERT(pool != none); // or the answer would be no
                wishes_.push_back(pool);
            };
            if (auto const listed = caseload_.preferences(row)) {
                for (auto const one : *listed)
                    if (question_of_[one] != none)
                        wish(question_of_[one]);
            } else {
                for (std::uint32_t i = 0; i < compiled_.interventions().size(); ++i)
                    wish(i);
            }
        }
        first_wish_.push_back(wishes_.size());
    }

    void rank()
    {
        row_of_.resize(caseload_.size());
        std::iota(row_of_.begin(), row_of_.end(), std::uint32_t{0});
        std::sort(row_of_.begin(), row_of_.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return before(by_row_[a], by_row_[b]); });
        rank_of_.resize(caseload_.size());
        for (std::uint32_t i = 0; i < row_of_.size(); ++i)
            rank_of_[row_of_[i]] = i;
    }

    void seat(matching const& proposed)
    {
        for (auto const& one : proposed.placements) {
            BOOST_ASSERT(one.person < caseload_.size());
            if (caseload_.placed(one.person) || !one.pool
                || one.intervention >= plan_.interventions.size()
                || *one.pool >= plan_.interventions[one.intervention].places.size())
                continue;
            auto const pool = first_pool_[one.intervention] + *one.pool;
            pools_[pool].holders.push_back(rank_of_[one.person]);
            pool_of_row_[one.person] = pool;
        }
        for (auto& pool : pools_)
            std::sort(pool.holders.begin(), pool.holders.end());
    }

    [[nodiscard]] std::span<std::uint32_t const> wishes_of(std::size_t row) const
    {
        return std::span{wishes_}.subspan(first_wish_[row],
                                          first_wish_[row + 1] - first_wish_[row]);
    }

    [[nodiscard]] std::vector<std::uint32_t> reserves_of(std::uint32_t pool, std::size_t row) const
    {
        std::vector<std::uint32_t> all;
        auto const& groups = pools_[pool].groups;
        for (std::uint32_t i = 0; i < groups.size(); ++i)
            if (groups[i] != nullptr && answer_of(*groups[i], row) == truth::yes)
                all.push_back(i);
        return all;
    }

    [[nodiscard]] static reserve_bits bits_of(std::vector<std::uint32_t> const& reserves)
    {
        unsigned bits = 0;
        for (auto const one : reserves)
            bits |= 1U << one;
        return static_cast<reserve_bits>(bits);
    }

    [[nodiscard]] pool_choice choice_of(filled_pool const& pool) const
    {
        pool_choice choice(pool.free,
                           plan_.interventions[pool.intervention].places[pool.pool].reserved);
        auto const number = first_pool_[pool.intervention] + pool.pool;
        for (auto const holder : pool.holders)
            static_cast<void>(choice.ask(holder, bits_of(reserves_of(number, row_of_[holder]))));
        return choice;
    }

    [[nodiscard]] pool_cutoff cutoff_of(filled_pool const& pool, pool_choice const& full,
                                        std::vector<std::uint32_t> const& reserves) const
    {
        pool_cutoff one{pool.intervention, pool.pool, reserves};
        auto asked = full;
        if (asked.ask(none, bits_of(reserves))
            != std::optional{none}) { // somebody after everybody else
            one.admits = admission::everyone;
        } else if (auto const last = full.last_admitted(bits_of(reserves))) {
            one.admits = admission::until;
            one.last = mark_of(*last);
        } else {
            one.admits = admission::nobody;
        }
        return one;
    }

    [[nodiscard]] turn_mark mark_of(std::uint32_t rank) const
    {
        auto const& one = by_row_[row_of_[rank]];
        return {one.tier, one.waited, one.tie};
    }

    engine const& compiled_;
    plan const& plan_;
    people const& caseload_;
    eligibility const& eligible_;
    std::vector<priority> by_row_;
    std::vector<std::uint32_t> question_of_; // by position in the plan, or none

    std::vector<filled_pool> pools_;
    std::vector<std::uint32_t> first_pool_;          // by intervention
    std::vector<std::vector<std::uint32_t>> served_; // by home, then intervention: a pool or none
    std::vector<std::size_t> first_wish_;            // by row
    std::vector<std::uint32_t> wishes_;              // pools, best first
    std::vector<std::uint32_t> row_of_;              // by rank
    std::vector<std::uint32_t> rank_of_;             // by row
    std::vector<std::uint32_t> pool_of_row_;         // or none
};

} // namespace

certificate certify(engine const& compiled, people const& caseload, eligibility const& eligible,
                    matching const& proposed)
{
    BOOST_ASSERT(eligible.people == caseload.size());
    certifier const looked(compiled, caseload, eligible, proposed);
    certificate shown;
    switch (compiled.agreed().matching.value_or(matching_terms{}).policy) {
    case policy::stable:
    case policy::serial:
        shown.cutoffs = looked.cutoffs();
        break;
    case policy::coverage:
        shown.closings = looked.closings();
        break;
    case policy::fit:
        shown.prices = looked.prices();
        break;
    }
    return shown;
}

} // namespace finsam
