// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/choice.hpp>

#include <boost/assert.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace finsam {
namespace {

constexpr auto unreached = std::numeric_limits<std::uint32_t>::max();
constexpr auto start = unreached - 1; // the one who asks comes from outside

} // namespace

pool_choice::pool_choice(std::int64_t free, std::vector<reserve> const& reserved)
    : free_(static_cast<std::size_t>(std::max<std::int64_t>(free, 0)))
    , moves_(reserved.size() * reserved.size())
{
    auto left = free_;
    for (auto const& one : reserved) {
        auto const wanted = static_cast<std::size_t>(std::max<std::int64_t>(one.count, 0));
        auto const count = std::min(wanted, left);
        left -= count;
        reserves_.push_back({.count = count, .hard = one.hard});
        if (one.hard)
            hard_left_ += count;
    }
}

std::optional<std::uint32_t> pool_choice::ask(std::uint32_t rank,
                                              std::vector<std::uint32_t> reserves)
{
    auto const unseated =
        reserves.empty() ? std::optional{rank} : seat({rank, std::move(reserves)});
    if (unseated) {
        if (open_.size() >= open_seats() && (open_.empty() || *unseated > open_.front()))
            return unseated;
        open_.push_back(*unseated);
        std::push_heap(open_.begin(), open_.end());
    }
    if (open_.size() <= open_seats())
        return {};
    std::pop_heap(open_.begin(), open_.end());
    auto const turned_away = open_.back();
    open_.pop_back();
    return turned_away;
}

std::optional<std::uint32_t>
pool_choice::last_admitted(std::vector<std::uint32_t> const& reserves) const
{
    std::optional<std::uint32_t> last;
    if (!reserves.empty())
        last = worst_of(reach_of(reserves));
    if (!open_.empty() && (!last || open_.front() > *last))
        last = open_.front();
    return last;
}

std::size_t pool_choice::open_seats() const
{
    return free_ - seated_ - hard_left_;
}

pool_choice::reach pool_choice::reach_of(std::vector<std::uint32_t> const& reserves) const
{
    auto const count = reserves_.size();
    reach all{.found = reserves, .from = std::vector<std::uint32_t>(count, unreached)};
    for (auto const at : reserves)
        all.from[at] = start;
    for (std::size_t i = 0; i < all.found.size(); ++i) {
        auto const at = all.found[i];
        for (std::uint32_t to = 0; to < count; ++to)
            if (all.from[to] == unreached && moves_[at * count + to] > 0) {
                all.from[to] = at;
                all.found.push_back(to);
            }
    }
    return all;
}

std::optional<std::uint32_t> pool_choice::worst_of(reach const& within) const
{
    std::optional<std::uint32_t> worst;
    for (auto const at : within.found)
        if (auto const& holders = reserves_[at].holders; !holders.empty())
            worst = std::max(worst.value_or(0), holders.back().rank);
    return worst;
}

/// Takes the newcomer into the reserve set, if need be instead of somebody.
///
/// Returns: who of the reserve set and the newcomer has no reserved seat now, if anyone has none.
std::optional<std::uint32_t> pool_choice::seat(holder newcomer)
{
    auto const within = reach_of(newcomer.reserves);
    auto const is_free = [&](std::uint32_t at) {
        return reserves_[at].holders.size() < reserves_[at].count;
    };
    auto end = std::find_if(within.found.begin(), within.found.end(),
                            [&](std::uint32_t at) { return reserves_[at].hard && is_free(at); });
    // Hard seats first keeps as many of them filled as can be: were there a way from a soft seat to
    // a free hard one, the one who took the soft seat would have gone it.
    if (end == within.found.end())
        end = std::find_if(within.found.begin(), within.found.end(), is_free);

    std::optional<std::uint32_t> replaced;
    if (end != within.found.end()) {
        ++seated_;
        if (reserves_[*end].hard)
            --hard_left_;
    } else {
        // These holders and the newcomer are one too many, and any one of them can be spared.
        auto const worst = worst_of(within);
        if (!worst || newcomer.rank > *worst)
            return newcomer.rank;
        end = std::find_if(within.found.begin(), within.found.end(), [&](std::uint32_t at) {
            auto const& holders = reserves_[at].holders;
            return !holders.empty() && holders.back().rank == *worst;
        });
        replaced = take(*end, reserves_[*end].holders.size() - 1).rank;
    }

    auto at = *end;
    for (auto from = within.from[at]; from != start; from = within.from[at]) {
        auto const& holders = reserves_[from].holders;
        auto const mover = std::find_if(holders.begin(), holders.end(), [&](holder const& one) {
            return std::find(one.reserves.begin(), one.reserves.end(), at) != one.reserves.end();
        });
        BOOST_ASSERT(mover != holders.end());
        put(at, take(from, static_cast<std::size_t>(mover - holders.begin())));
        at = from;
    }
    put(at, std::move(newcomer));
    return replaced;
}

void pool_choice::put(std::uint32_t at, holder one)
{
    for (auto const to : one.reserves)
        ++moves_[at * reserves_.size() + to];
    auto& holders = reserves_[at].holders;
    holders.insert(
        std::upper_bound(holders.begin(), holders.end(), one.rank,
                         [](std::uint32_t rank, holder const& other) { return rank < other.rank; }),
        std::move(one));
}

pool_choice::holder pool_choice::take(std::uint32_t at, std::size_t index)
{
    auto& holders = reserves_[at].holders;
    auto one = std::move(holders[index]);
    holders.erase(holders.begin() + static_cast<std::ptrdiff_t>(index));
    for (auto const to : one.reserves)
        --moves_[at * reserves_.size() + to];
    return one;
}

} // namespace finsam
