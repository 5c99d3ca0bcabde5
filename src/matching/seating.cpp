// SPDX-License-Identifier: BSL-1.0
#include "seating.hpp"

#include <finsam/detail/saturating.hpp>

#include <boost/assert.hpp>

#include <algorithm>
#include <numeric>

namespace finsam {

seating::seating(matching_round const& offered, std::vector<bool> is_away)
    : offered_(offered)
    , has_reserves_(std::any_of(offered.kinds.begin(), offered.kinds.end(),
                                [](place_kind const& one) { return !one.reserved->empty(); }))
    , is_away_(std::move(is_away))
    , position_(offered.people())
    , added_(offered.kinds.size())
    , holders_(offered.kinds.size())
    , uses_listed_(offered.kinds.size())
    , successions_(offered.kinds.size())
    , is_touched_(offered.kinds.size())
    , walk_of_(offered.people())
{
    auto const found = deferred_acceptance(offered, is_away_);
    for (std::uint32_t rank = 0; rank < offered.people(); ++rank) {
        offered.prefetch_ahead_of(rank);
        auto const wishes = offered.wishes(rank);
        auto const at = std::find(wishes.begin(), wishes.end(), found.kind_of[rank]);
        position_[rank] = static_cast<std::uint32_t>(at - wishes.begin());
        if (at != wishes.end())
            holders_[*at].push_back(rank);
    }
    list_everybody();
}

std::uint32_t seating::kind_of(std::uint32_t rank) const
{
    auto const wishes = offered_.wishes(rank);
    return position_[rank] < wishes.size() ? wishes[position_[rank]] : no_kind;
}

std::vector<move> seating::arrive(std::uint32_t rank)
{
    BOOST_ASSERT(is_away_[rank]);
    is_away_[rank] = false;
    auto asking = rank;
    for (std::uint32_t position = 0; position < offered_.wishes(asking).size(); ++position) {
        auto const kind = offered_.wishes(asking)[position];
        auto const turned_away = pool_of(kind).ask(asking, offered_.usable(kind, asking));
        if (turned_away == asking)
            continue;
        sit(asking, position);
        if (!turned_away)
            break;
        asking = *turned_away;
        position = position_[asking]; // and on from the next
        sit(asking, static_cast<std::uint32_t>(offered_.wishes(asking).size()));
    }
    // Whoever found no place wants all that they listed.
    touch_between(rank, 0, position_[rank]);
    return finish();
}

std::vector<move> seating::leave(std::uint32_t rank)
{
    BOOST_ASSERT(!is_away_[rank]);
    auto const kind = kind_of(rank);
    touch_between(rank, 0, position_[rank]);
    sit(rank, static_cast<std::uint32_t>(offered_.wishes(rank).size()));
    is_away_[rank] = true;
    if (kind != no_kind)
        fill(kind);
    exchange();
    return finish();
}

std::vector<move> seating::add_place(std::uint32_t kind)
{
    ++added_[kind];
    touch(kind);
    fill(kind);
    exchange();
    return finish();
}

std::vector<move> seating::if_place_added(std::uint32_t kind)
{
    ++added_[kind];
    touch(kind);
    fill(kind);
    exchange();
    auto moves = net_moves();

    --added_[kind];
    auto const sat = std::move(sat_);
    sat_.clear();
    for (auto one = sat.rbegin(); one != sat.rend(); ++one)
        sit(one->first, one->second);
    for (auto const touched : touched_)
        successions_[touched].is_known = false;
    for (auto& [one, known] : before_)
        successions_[one] = std::move(known);
    static_cast<void>(finish());
    return moves;
}

void seating::list_everybody()
{
    first_lister_.assign(offered_.kinds.size() + 1, 0);
    for (auto const kind : offered_.kinds_wished)
        ++first_lister_[kind + 1];
    std::partial_sum(first_lister_.begin(), first_lister_.end(), first_lister_.begin());
    listers_.resize(first_lister_.back());
    auto next = first_lister_;
    for (std::uint32_t rank = 0; rank < offered_.people(); ++rank) {
        offered_.prefetch_ahead_of(rank);
        std::uint32_t position = 0;
        for (auto const kind : offered_.wishes(rank))
            listers_[next[kind]++] = {rank, position++, offered_.usable(kind, rank)};
    }
    std::vector<reserve_bits> seen;
    for (std::uint32_t kind = 0; kind < offered_.kinds.size(); ++kind) {
        seen.clear();
        for (auto const& one : listers_of(kind))
            if (std::find(seen.begin(), seen.end(), one.uses) == seen.end())
                seen.push_back(one.uses);
        uses_listed_[kind] = seen.size();
    }
}

std::span<seating::lister const> seating::listers_of(std::uint32_t kind) const
{
    return std::span{listers_}.subspan(first_lister_[kind],
                                       first_lister_[kind + 1] - first_lister_[kind]);
}

/// Whether they would rather have this kind than what they have.
bool seating::wants(lister const& one) const
{
    return one.position < position_[one.rank] && !is_away_[one.rank];
}

/// Of those who want a seat and may use the same reserves, only the first can come next.
std::vector<seating::claim> seating::first_claims(std::uint32_t kind) const
{
    std::vector<claim> first;
    for (auto const& one : listers_of(kind)) {
        if (!wants(one) || std::any_of(first.begin(), first.end(), [&](claim const& other) {
                return other.uses == one.uses;
            }))
            continue;
        first.push_back({one.rank, one.uses});
        if (first.size() == uses_listed_[kind])
            break;
    }
    return first;
}

/// They stand in order of priority.
std::uint32_t seating::foremost(std::vector<claim> const& claims)
{
    return claims.empty() ? no_rank : claims.front().rank;
}

/// A plan may promise as many places as a number holds.
std::int64_t seating::seats_of(std::uint32_t kind) const
{
    return detail::saturating_sum(offered_.kinds[kind].free, added_[kind]);
}

/// The pool with those who hold seats in it.
pool_choice seating::pool_of(std::uint32_t kind, std::uint32_t without) const
{
    pool_choice pool(seats_of(kind), *offered_.kinds[kind].reserved);
    for (auto const rank : holders_[kind])
        if (rank != without) {
            [[maybe_unused]] auto const turned_away = pool.ask(rank, offered_.usable(kind, rank));
            BOOST_ASSERT(!turned_away);
        }
    return pool;
}

/// Who of these the pool would admit besides those it has; it has room for one at most.
std::uint32_t seating::newcomer(pool_choice pool, std::vector<claim> const& claims) const
{
    auto admitted = no_rank;
    for (auto const& [rank, uses] : claims)
        if (pool.ask(rank, uses) != rank)
            admitted = rank;
    return admitted;
}

/// Who would get a seat in the pool that is open now, if there is one for them.
std::uint32_t seating::next_in(std::uint32_t kind) const
{
    auto const& offered = offered_.kinds[kind];
    if (static_cast<std::int64_t>(holders_[kind].size()) >= seats_of(kind))
        return no_rank;
    auto const claims = first_claims(kind);
    return offered.reserved->empty() || claims.empty() ? foremost(claims)
                                                       : newcomer(pool_of(kind), claims);
}

seating::succession const& seating::succession_of(std::uint32_t kind)
{
    auto& known = successions_[kind];
    if (known.is_known)
        return known;
    known = {.is_known = true, .first = first_claims(kind)};
    if (known.first.empty() || offered_.kinds[kind].reserved->empty())
        return known;
    pool_of(kind).for_each_admitted([&](std::uint32_t rank, std::optional<reserve_bits> uses) {
        if (uses)
            known.reserve_set.push_back({rank, *uses});
    });
    std::sort(known.reserve_set.begin(), known.reserve_set.end(),
              [](claim const& a, claim const& b) { return a.rank < b.rank; });
    for (auto const& [rank, uses] : known.reserve_set)
        if (std::none_of(known.next.begin(), known.next.end(),
                         [uses = uses](auto const& one) { return one.first == uses; }))
            known.next.emplace_back(uses, newcomer(pool_of(kind, rank), known.first));
    return known;
}

/// Who would get the seat of a person who left it.
std::uint32_t seating::successor_of(std::uint32_t rank)
{
    auto const kind = kind_of(rank);
    if (kind == no_kind)
        return no_rank;
    auto const& known = succession_of(kind);
    auto const at =
        std::lower_bound(known.reserve_set.begin(), known.reserve_set.end(), rank,
                         [](claim const& one, std::uint32_t other) { return one.rank < other; });
    if (at == known.reserve_set.end() || at->rank != rank)
        return foremost(known.first); // the reserve set stays as it is
    return std::find_if(known.next.begin(), known.next.end(),
                        [&](auto const& one) { return one.first == at->uses; })
        ->second;
}

void seating::sit(std::uint32_t rank, std::uint32_t position)
{
    auto const before = kind_of(rank);
    sat_.emplace_back(rank, position_[rank]);
    touch_for(rank, position);
    if (before != no_kind) {
        auto& holders = holders_[before];
        std::iter_swap(std::find(holders.begin(), holders.end(), rank), holders.end() - 1);
        holders.pop_back();
    }
    position_[rank] = position;
    if (auto const after = kind_of(rank); after != no_kind)
        holders_[after].push_back(rank);
}

/// What is known of the kind's succession may not be so any more.
void seating::touch(std::uint32_t kind)
{
    if (!has_reserves_)
        return; // nobody will ask
    if (!is_touched_[kind]) {
        is_touched_[kind] = true;
        touched_.push_back(kind);
        if (successions_[kind].is_known)
            before_.emplace_back(kind, std::move(successions_[kind]));
    }
    successions_[kind].is_known = false; // it may have been found since it was first touched
}

/// The person wants, or has, other kinds of these positions of their list than before.
void seating::touch_between(std::uint32_t rank, std::uint32_t from, std::uint32_t to)
{
    auto const wishes = offered_.wishes(rank);
    for (auto position = from; position <= to && position < wishes.size(); ++position)
        touch(wishes[position]);
}

/// They are about to sit elsewhere. Who moves up wants what lies between no longer, and that is the
/// same to a pool for which they were not the next.
void seating::touch_for(std::uint32_t rank, std::uint32_t position)
{
    auto const before = position_[rank];
    if (!has_reserves_ || position >= before)
        return touch_between(rank, before, position);
    auto const wishes = offered_.wishes(rank);
    touch_between(rank, position, position);
    touch_between(rank, before, before);
    for (auto between = position + 1; between < before; ++between) {
        // A kind that is touched already may be about to fill a seat, and is looked at afterwards.
        auto const kind = wishes[between];
        if (is_touched_[kind]) {
            touch(kind);
            continue;
        }
        auto const& first = succession_of(kind).first;
        if (std::any_of(first.begin(), first.end(),
                        [&](claim const& one) { return one.rank == rank; }))
            touch(kind);
    }
}

/// Gives the open seat of a kind to whom it would go to, and theirs to the next.
void seating::fill(std::uint32_t kind)
{
    while (kind != no_kind) {
        auto const next = next_in(kind);
        if (next == no_rank)
            return;
        auto const left = kind_of(next);
        auto const wishes = offered_.wishes(next);
        sit(next, static_cast<std::uint32_t>(std::find(wishes.begin(), wishes.end(), kind)
                                             - wishes.begin()));
        kind = left;
    }
}

/// Lets circles happen until there is none. Before the change there was none, so each goes through
/// a pool that it touched.
void seating::exchange()
{
    if (!has_reserves_)
        return; // one order of priority for all leaves one stable matching
    for (bool again = true; again;) {
        again = false;
        auto const pass = walk_ + 1;
        for (std::size_t i = 0; i < touched_.size() && !again; ++i) {
            auto const kind = touched_[i];
            if (holders_[kind].empty())
                continue;
            auto const& known = succession_of(kind);
            if (known.first.empty())
                continue;
            std::vector<std::uint32_t> starts{foremost(known.first)};
            for (auto const& [uses, next] : known.next)
                starts.push_back(next);
            for (auto const start : starts)
                if (start != no_rank && exchange_from(start, pass)) {
                    again = true;
                    break;
                }
        }
    }
}

/// Follows from each whom they would make room for; a walk that meets itself has found a circle.
///
/// Returns: whether one was found, and has happened.
bool seating::exchange_from(std::uint32_t first, std::uint32_t pass)
{
    ++walk_;
    auto at = first;
    while (at != no_rank && walk_of_[at] < pass) {
        walk_of_[at] = walk_;
        at = successor_of(at);
    }
    if (at == no_rank || walk_of_[at] != walk_)
        return false;

    std::vector<std::pair<std::uint32_t, std::uint32_t>> turns; // (rank, kind)
    auto one = at;
    do {
        auto const next = successor_of(one);
        turns.emplace_back(next, kind_of(one));
        one = next;
    } while (one != at);
    for (auto const& [rank, kind] : turns) {
        auto const wishes = offered_.wishes(rank);
        sit(rank, static_cast<std::uint32_t>(std::find(wishes.begin(), wishes.end(), kind)
                                             - wishes.begin()));
    }
    return true;
}

std::vector<move> seating::net_moves() const
{
    // Where each sat before the change is what was noted of them first.
    auto first = sat_;
    std::stable_sort(first.begin(), first.end(),
                     [](auto const& a, auto const& b) { return a.first < b.first; });
    first.erase(std::unique(first.begin(), first.end(),
                            [](auto const& a, auto const& b) { return a.first == b.first; }),
                first.end());
    std::vector<move> moves;
    for (auto const& [rank, position] : first) {
        auto const wishes = offered_.wishes(rank);
        auto const from = position < wishes.size() ? wishes[position] : no_kind;
        if (from != kind_of(rank))
            moves.push_back({rank, from, kind_of(rank)});
    }
    return moves;
}

std::vector<move> seating::finish()
{
    auto moves = net_moves();
    sat_.clear();
    for (auto const kind : touched_)
        is_touched_[kind] = false;
    touched_.clear();
    before_.clear();
    return moves;
}

} // namespace finsam
