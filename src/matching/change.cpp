// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/change.hpp>
#include <finsam/model/promises.hpp>

#include "anew.hpp"
#include "seating.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <utility>

namespace finsam {
namespace {

bool is_stable(policy const& chosen)
{
    // One by one in order of priority is what deferred acceptance does without reserves.
    return promises_of(chosen).nobody_passed_over;
}

} // namespace

class running_matching::state
{
public:
    state(engine const& compiled, people const& caseload, eligibility const& eligible,
          std::vector<std::size_t> const& absent)
        : agreed_(compiled.agreed())
        , offered_(
              make_round(compiled, caseload, eligible, priorities(compiled, caseload, eligible)))
    {
        // The round looks into the plan for reserves: into the one that is kept here.
        for (auto& kind : offered_.kinds)
            kind.reserved = &agreed_.interventions[kind.intervention].places[kind.pool].reserved;
        std::vector<bool> is_away(offered_.people());
        for (auto const row : absent)
            is_away[offered_.rank_of[row]] = true;
        auto const chosen = agreed_.matching.value_or(matching_terms{}).policy;
        if (is_stable(chosen))
            seats_.emplace(offered_, std::move(is_away));
        else
            anew_.emplace(chosen, offered_, std::move(is_away));
    }
    state(state const&) = delete;
    state& operator=(state const&) = delete;

    [[nodiscard]] matching_round const& offered() const { return offered_; }

    /// Calls `act` with the one of the two that there is.
    template<class Act>
    decltype(auto) with(Act act)
    {
        return seats_ ? act(*seats_) : act(*anew_);
    }

    [[nodiscard]] std::optional<pool_position> place(std::uint32_t kind) const
    {
        if (kind == no_kind)
            return {};
        return pool_position{offered_.kinds[kind].intervention, offered_.kinds[kind].pool};
    }

    [[nodiscard]] std::uint32_t kind_at(pool_position where) const
    {
        auto const at =
            std::find_if(offered_.kinds.begin(), offered_.kinds.end(), [&](place_kind const& one) {
                return one.intervention == where.intervention && one.pool == where.pool;
            });
        BOOST_ASSERT(at != offered_.kinds.end());
        return static_cast<std::uint32_t>(at - offered_.kinds.begin());
    }

    [[nodiscard]] std::vector<place_change> told(std::vector<move> const& moves) const
    {
        std::vector<place_change> changes;
        for (auto const& one : moves)
            changes.push_back({offered_.row_of[one.rank], place(one.from), place(one.to)});
        std::sort(changes.begin(), changes.end(),
                  [](place_change const& a, place_change const& b) { return a.person < b.person; });
        return changes;
    }

private:
    plan agreed_;
    matching_round offered_;
    std::optional<seating> seats_;
    std::optional<anew> anew_;
};

running_matching::running_matching(engine const& compiled, people const& caseload,
                                   eligibility const& eligible, mandate const& allowed,
                                   std::vector<std::size_t> const& absent)
{
    require_mandate(compiled, allowed, purpose::placement);
    state_ = new state(compiled, caseload, eligible, absent);
}

running_matching::running_matching(running_matching&& other) noexcept
    : state_(std::exchange(other.state_, nullptr))
{}

running_matching& running_matching::operator=(running_matching&& other) noexcept
{
    std::swap(state_, other.state_);
    return *this;
}

running_matching::~running_matching()
{
    delete state_;
}

std::optional<pool_position> running_matching::place_of(std::size_t row) const
{
    auto const rank = state_->offered().rank_of[row];
    return state_->place(state_->with([&](auto const& seats) { return seats.kind_of(rank); }));
}

std::vector<place_change> running_matching::arrive(std::size_t row)
{
    auto const rank = state_->offered().rank_of[row];
    return state_->told(state_->with([&](auto& seats) { return seats.arrive(rank); }));
}

std::vector<place_change> running_matching::leave(std::size_t row)
{
    auto const rank = state_->offered().rank_of[row];
    return state_->told(state_->with([&](auto& seats) { return seats.leave(rank); }));
}

std::vector<place_change> running_matching::add_place(pool_position where)
{
    auto const kind = state_->kind_at(where);
    return state_->told(state_->with([&](auto& seats) { return seats.add_place(kind); }));
}

std::vector<place_change> running_matching::if_place_added(pool_position where)
{
    auto const kind = state_->kind_at(where);
    return state_->told(state_->with([&](auto& seats) { return seats.if_place_added(kind); }));
}

std::vector<place_effect> one_more_place(engine const& compiled, people const& caseload,
                                         eligibility const& eligible, mandate const& allowed)
{
    running_matching now(compiled, caseload, eligible, allowed);
    auto const keeps_places =
        is_stable(compiled.agreed().matching.value_or(matching_terms{}).policy);
    std::vector<place_effect> all;
    for (auto const& asked : compiled.interventions()) {
        auto const pools = compiled.agreed().interventions[asked.index].places.size();
        for (std::uint32_t pool = 0; pool < pools; ++pool) {
            place_effect effect{.where = {asked.index, pool}};
            effect.changes = now.if_place_added(effect.where);
            if (!keeps_places)
                std::erase_if(effect.changes,
                              [](place_change const& one) { return one.from && one.to; });
            all.push_back(std::move(effect));
        }
    }
    return all;
}

} // namespace finsam
