// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/choice.hpp>

#include <boost/assert.hpp>

#include <algorithm>
#include <bit>

namespace finsam {
namespace {

constexpr std::uint8_t outside = most_reserves; // where the one who asks comes from

std::uint8_t first_of(reserve_bits some)
{
    return static_cast<std::uint8_t>(std::countr_zero(some));
}

reserve_bits only(std::uint8_t at)
{
    return static_cast<reserve_bits>(1U << at);
}

/// Calls `visit(position)` for each of the reserves.
template<class Visit>
void for_each(reserve_bits some, Visit visit)
{
    for (; some != 0; some = static_cast<reserve_bits>(some & (some - 1)))
        visit(first_of(some));
}

} // namespace

void pool_choice::ranks::put(std::uint32_t rank)
{
    all_.push_back(rank);
    if (is_heap_)
        std::push_heap(all_.begin(), all_.end());
}

std::uint32_t pool_choice::ranks::last()
{
    if (!is_heap_)
        std::make_heap(all_.begin(), all_.end());
    is_heap_ = true;
    return all_.front();
}

std::uint32_t pool_choice::ranks::take_last()
{
    auto const rank = last();
    std::pop_heap(all_.begin(), all_.end());
    all_.pop_back();
    return rank;
}

std::uint32_t pool_choice::ranks::take_any()
{
    auto const rank = all_.back();
    all_.pop_back();
    return rank;
}

pool_choice::pool_choice(std::int64_t free, std::vector<reserve> const& reserved)
    : free_(static_cast<std::size_t>(std::max<std::int64_t>(free, 0)))
    , count_(reserved.size())
    , holders_(reserved.size())
{
    BOOST_ASSERT(reserved.size() <= most_reserves);
    auto left = free_;
    for (std::uint8_t at = 0; at < count_; ++at) {
        auto const wanted = static_cast<std::size_t>(std::max<std::int64_t>(reserved[at].count, 0));
        auto const count = std::min(wanted, left);
        left -= count;
        left_[at] = count;
        if (count > 0)
            with_room_ |= only(at);
        if (reserved[at].hard) {
            hard_ |= only(at);
            hard_left_ += count;
        }
    }
}

std::optional<std::uint32_t> pool_choice::ask(std::uint32_t rank, reserve_bits reserves)
{
    if (is_behind_refused(rank, reserves))
        return rank;
    auto const unseated = reserves == 0 ? std::optional{rank} : seat(rank, reserves);
    if (unseated)
        open_.put(*unseated);
    if (open_.size() <= open_seats())
        return {};
    auto const turned_away = open_.take_last();
    if (turned_away == rank)
        refuse(rank, reserves);
    return turned_away;
}

bool pool_choice::is_behind_refused(std::uint32_t rank, reserve_bits reserves) const
{
    if (reserves == 0)
        return rank > refused_without_;
    for (auto const& [uses, first] : refused_)
        if (uses == reserves)
            return rank > first;
    return false;
}

void pool_choice::refuse(std::uint32_t rank, reserve_bits reserves)
{
    if (reserves == 0) {
        refused_without_ = std::min(refused_without_, rank);
        return;
    }
    for (auto& [uses, first] : refused_)
        if (uses == reserves) {
            first = std::min(first, rank);
            return;
        }
    refused_.emplace_back(reserves, rank);
}

std::optional<std::uint32_t> pool_choice::last_admitted(reserve_bits reserves) const
{
    std::optional<std::uint32_t> last;
    auto const look = [&](std::vector<std::uint32_t> const& all) {
        for (auto const rank : all)
            last = std::max(last.value_or(0), rank);
    };
    if (reserves != 0)
        for_each(reach_of(reserves).found, [&](std::uint8_t at) {
            for (auto const& [uses, who] : holders_[at])
                look(who.all());
        });
    look(open_.all());
    return last;
}

pool_choice::reach pool_choice::reach_of(reserve_bits reserves) const
{
    reach ways{.found = reserves};
    for_each(reserves, [&](std::uint8_t at) { ways.from[at] = {outside, reserve_bits{0}}; });
    for (auto next = reserves; next != 0;) {
        auto const at = first_of(next);
        next &= static_cast<reserve_bits>(~only(at));
        for (auto const& [uses, who] : holders_[at]) {
            auto const fresh = static_cast<reserve_bits>(uses & ~ways.found);
            if (fresh == 0 || who.size() == 0)
                continue;
            for_each(fresh, [&, uses = uses](std::uint8_t to) { ways.from[to] = {at, uses}; });
            ways.found |= fresh;
            next |= fresh;
        }
    }
    return ways;
}

/// Takes the newcomer into the reserve set, if need be instead of somebody.
///
/// Returns: who of the reserve set and the newcomer has no reserved seat now, if anyone has none.
std::optional<std::uint32_t> pool_choice::seat(std::uint32_t rank, reserve_bits reserves)
{
    auto const ways = reach_of(reserves);
    // Hard seats first keeps as many of them filled as can be: were there a way from a soft seat to
    // a free hard one, the one who took the soft seat would have gone it.
    auto room = static_cast<reserve_bits>(ways.found & with_room_);
    if ((room & hard_) != 0)
        room &= hard_;
    if (room != 0) {
        auto const end = first_of(room);
        ++seated_;
        if ((only(end) & hard_) != 0)
            --hard_left_;
        if (--left_[end] == 0)
            with_room_ &= static_cast<reserve_bits>(~only(end));
        settle(ways, end, rank, reserves);
        return {};
    }

    // These holders and the newcomer are one too many, and any one of them can be spared.
    ranks* worst = nullptr;
    std::uint8_t end = 0;
    for_each(ways.found, [&](std::uint8_t at) {
        for (auto& [uses, who] : holders_[at])
            if (who.size() > 0 && (worst == nullptr || who.last() > worst->last())) {
                worst = &who;
                end = at;
            }
    });
    if (worst == nullptr || rank > worst->last())
        return rank;
    auto const replaced = worst->take_last();
    settle(ways, end, rank, reserves);
    return replaced;
}

/// Moves holders towards the seat that is free now, so that there is one for the newcomer.
void pool_choice::settle(reach const& ways, std::uint8_t at, std::uint32_t rank,
                         reserve_bits reserves)
{
    while (ways.from[at].first != outside) {
        auto const [before, uses] = ways.from[at];
        auto& movers = holders_of(before, uses);
        auto const mover = movers.take_any();
        holders_of(at, uses).put(mover);
        at = before;
    }
    holders_of(at, reserves).put(rank);
}

/// Who of those who may use these sit there; nobody yet, perhaps.
pool_choice::ranks& pool_choice::holders_of(std::uint8_t at, reserve_bits uses)
{
    for (auto& [known, who] : holders_[at])
        if (known == uses)
            return who;
    return holders_[at].emplace_back(uses, ranks{}).second;
}

} // namespace finsam
