// SPDX-License-Identifier: BSL-1.0
#include "seats.hpp"

#include <finsam/detail/saturating.hpp>

#include <boost/assert.hpp>

#include <algorithm>
#include <numeric>
#include <optional>

namespace finsam {

seats::seats(matching_round const& offered, std::vector<bool> is_away)
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

std::uint32_t seats::kind_of(std::uint32_t rank) const
{
    auto const wishes = offered_.wishes(rank);
    return position_[rank] < wishes.size() ? wishes[position_[rank]] : no_kind;
}

void seats::list_everybody()
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

std::span<seats::lister const> seats::listers_of(std::uint32_t kind) const
{
    return std::span{listers_}.subspan(first_lister_[kind],
                                       first_lister_[kind + 1] - first_lister_[kind]);
}

/// Whether they would rather have this kind than what they have.
bool seats::wants(lister const& one) const
{
    return one.position < position_[one.rank] && !is_away_[one.rank];
}

/// Of those who want a seat and may use the same reserves, only the first can come next.
std::vector<seats::claim> seats::first_claims(std::uint32_t kind) const
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

/// A plan may promise as many places as a number holds.
std::int64_t seats::places_of(std::uint32_t kind) const
{
    return detail::saturating_sum(offered_.kinds[kind].free, added_[kind]);
}

/// The pool with those who hold seats in it.
pool_choice seats::pool_of(std::uint32_t kind, std::uint32_t without) const
{
    pool_choice pool(places_of(kind), *offered_.kinds[kind].reserved);
    for (auto const rank : holders_[kind])
        if (rank != without) {
            [[maybe_unused]] auto const turned_away = pool.ask(rank, offered_.usable(kind, rank));
            BOOST_ASSERT(!turned_away);
        }
    return pool;
}

/// Who of these the pool would admit besides those it has; it has room for one at most.
std::uint32_t seats::newcomer(pool_choice pool, std::vector<claim> const& claims)
{
    auto admitted = no_rank;
    for (auto const& [rank, uses] : claims)
        if (auto const turned_away = pool.ask(rank, uses); turned_away != rank) {
            BOOST_ASSERT(!turned_away || *turned_away == admitted);
            admitted = rank;
        }
    return admitted;
}

std::uint32_t seats::next_in(std::uint32_t kind) const
{
    auto const& offered = offered_.kinds[kind];
    if (static_cast<std::int64_t>(holders_[kind].size()) >= places_of(kind))
        return no_rank;
    auto const claims = first_claims(kind);
    if (claims.empty())
        return no_rank;
    return offered.reserved->empty() ? claims.front().rank : newcomer(pool_of(kind), claims);
}

seats::succession const& seats::succession_of(std::uint32_t kind)
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

std::uint32_t seats::successor_of(std::uint32_t rank)
{
    auto const kind = kind_of(rank);
    if (kind == no_kind)
        return no_rank;
    auto const& known = succession_of(kind);
    auto const at =
        std::lower_bound(known.reserve_set.begin(), known.reserve_set.end(), rank,
                         [](claim const& one, std::uint32_t other) { return one.rank < other; });
    if (at == known.reserve_set.end() || at->rank != rank)
        return known.foremost(); // the reserve set stays as it is
    return std::find_if(known.next.begin(), known.next.end(),
                        [&](auto const& one) { return one.first == at->uses; })
        ->second;
}

void seats::add_place(std::uint32_t kind)
{
    ++added_[kind];
    touch(kind);
}

void seats::remove_place(std::uint32_t kind)
{
    --added_[kind];
    touch(kind);
}

void seats::sit(std::uint32_t rank, std::uint32_t position)
{
    touch_between(rank, std::min(position, position_[rank]), std::max(position, position_[rank]));
    take_seat(rank, position);
}

void seats::take_seat(std::uint32_t rank, std::uint32_t position)
{
    auto const before = kind_of(rank);
    sat_.emplace_back(rank, position_[rank]);
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
void seats::touch(std::uint32_t kind)
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

void seats::touch_between(std::uint32_t rank, std::uint32_t from, std::uint32_t to)
{
    auto const wishes = offered_.wishes(rank);
    for (auto position = from; position <= to && position < wishes.size(); ++position)
        touch(wishes[position]);
}

/// They want what lies between no longer, and that is the same to a pool for which they were not
/// the next. Not for who is still asking: they may be wanted where they have not asked yet.
void seats::move_up(std::uint32_t rank, std::uint32_t kind)
{
    auto const wishes = offered_.wishes(rank);
    auto const from = position_[rank];
    auto const to =
        static_cast<std::uint32_t>(std::find(wishes.begin(), wishes.end(), kind) - wishes.begin());
    touch_between(rank, to, to);
    touch_between(rank, from, from);
    auto const is_first = [&](std::vector<claim> const& claims) {
        return std::any_of(claims.begin(), claims.end(),
                           [&](claim const& one) { return one.rank == rank; });
    };
    if (has_reserves_)
        for (auto between = to + 1; between < from; ++between)
            if (auto const passed = wishes[between];
                is_touched_[passed] || is_first(succession_of(passed).first))
                touch(passed);
    take_seat(rank, to);
}

std::vector<move> seats::moves() const
{
    // Where each sat before the change is what was noted of them first.
    auto first = sat_;
    std::stable_sort(first.begin(), first.end(),
                     [](auto const& a, auto const& b) { return a.first < b.first; });
    first.erase(std::unique(first.begin(), first.end(),
                            [](auto const& a, auto const& b) { return a.first == b.first; }),
                first.end());
    std::vector<move> told;
    for (auto const& [rank, position] : first) {
        auto const wishes = offered_.wishes(rank);
        auto const from = position < wishes.size() ? wishes[position] : no_kind;
        if (from != kind_of(rank))
            told.push_back({rank, from, kind_of(rank)});
    }
    return told;
}

void seats::undo()
{
    auto const sat = std::move(sat_);
    sat_.clear();
    for (auto one = sat.rbegin(); one != sat.rend(); ++one)
        sit(one->first, one->second);
    for (auto const kind : touched_)
        successions_[kind].is_known = false;
    for (auto& [kind, known] : before_)
        successions_[kind] = std::move(known);
    finish();
}

void seats::finish()
{
    sat_.clear();
    for (auto const kind : touched_)
        is_touched_[kind] = false;
    touched_.clear();
    before_.clear();
}

} // namespace finsam
