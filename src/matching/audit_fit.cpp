// SPDX-License-Identifier: BSL-1.0
#include "audit_fit.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace finsam::audited {
namespace {

/// What somebody's coming costs the others: who has to leave, 0 for nobody, 1 for one of the last
/// tier and so on; then by how many positions the others are worse off.
using loss = std::pair<std::size_t, std::int64_t>;

struct fitting
{
    std::optional<loss> least{}; ///< nothing if nobody more can come in
    std::optional<std::size_t> by{};
    std::optional<std::size_t> via{}; ///< the move that begins it
};

struct move
{
    std::size_t from = 0;
    std::size_t to = 0;
    std::int64_t positions = 0;
    std::size_t person = 0;
};

/// By row, 1 for the last tier, more for those before.
std::vector<std::size_t> importance(std::vector<std::optional<std::int64_t>> const& tier_of)
{
    std::set<std::int64_t> tiers;
    for (auto const& tier : tier_of)
        if (tier)
            tiers.insert(*tier);
    std::vector<std::size_t> all;
    for (auto const& tier : tier_of)
        all.push_back(
            tier ? 1 + static_cast<std::size_t>(std::distance(tiers.find(*tier), tiers.end())) : 1);
    return all;
}

/// Where in their own list somebody sits, from 0.
std::optional<std::int64_t> own_position(std::vector<std::size_t> const& wanted,
                                         std::optional<std::size_t> place)
{
    auto const at = place ? std::find(wanted.begin(), wanted.end(), *place) : wanted.end();
    if (at == wanted.end())
        return {};
    return at - wanted.begin();
}

} // namespace

std::vector<misfit> not_best_fit(std::vector<std::int64_t> const& open,
                                 std::vector<std::vector<std::size_t>> const& wanted,
                                 std::vector<std::optional<std::size_t>> const& place_of,
                                 std::vector<std::optional<std::int64_t>> const& tier_of)
{
    auto const matters = importance(tier_of);
    std::vector<fitting> into(open.size());
    for (std::size_t pool = 0; pool < open.size(); ++pool)
        if (open[pool] > 0)
            into[pool].least = loss{0, 0};

    // Somebody leaves, or moves at the least cost of all who could.
    std::map<std::pair<std::size_t, std::size_t>, move> cheapest;
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        auto const own = own_position(wanted[row], place_of[row]);
        if (!own)
            continue;
        auto& here = into[*place_of[row]];
        if (loss const leaving{matters[row], -*own}; !here.least || leaving < *here.least)
            here = {leaving, row, {}};
        for (std::size_t i = 0; i < wanted[row].size(); ++i) {
            if (wanted[row][i] == *place_of[row])
                continue;
            move const one{*place_of[row], wanted[row][i], static_cast<std::int64_t>(i) - *own,
                           row};
            auto const [known, is_new] = cheapest.try_emplace({one.from, one.to}, one);
            if (one.positions < known->second.positions)
                known->second = one;
        }
    }
    std::vector<move> moves;
    for (auto const& [between, one] : cheapest)
        moves.push_back(one);

    // If after as many rounds as there are pools something still becomes cheaper, it is by a circle
    // of moves, all of which together cost less than nothing.
    std::vector<std::size_t> cheaper{0};
    for (std::size_t round = 0; round <= open.size() && !cheaper.empty(); ++round) {
        cheaper.clear();
        for (std::size_t i = 0; i < moves.size(); ++i) {
            auto const& beyond = into[moves[i].to];
            if (!beyond.least)
                continue;
            loss const through{beyond.least->first, beyond.least->second + moves[i].positions};
            auto& here = into[moves[i].from];
            if (!here.least || through < *here.least) {
                here = {through, beyond.by, i};
                cheaper.push_back(moves[i].from);
            }
        }
    }

    std::vector<misfit> found;
    std::vector<bool> is_told(open.size());
    for (auto at : cheaper) {
        for (std::size_t steps = 0; steps < open.size(); ++steps)
            at = moves[*into[at].via].to;
        for (; !is_told[at]; at = moves[*into[at].via].to) {
            is_told[at] = true;
            auto const& one = moves[*into[at].via];
            if (one.positions < 0)
                found.push_back({one.person, one.to, moves[*into[one.to].via].person});
        }
    }
    if (!found.empty())
        return found;

    for (std::size_t row = 0; row < wanted.size(); ++row) {
        auto const own = own_position(wanted[row], place_of[row]);
        if (place_of[row] && !own)
            continue;
        // What they would bring: themselves, or the position that they have now.
        loss const now = own ? loss{0, *own} : loss{matters[row], 0};
        for (std::size_t i = 0; i < wanted[row].size(); ++i) {
            auto const& [least, by, via] = into[wanted[row][i]];
            auto const is_elsewhere = !own || wanted[row][i] != *place_of[row];
            if (is_elsewhere && least
                && loss{least->first, least->second + static_cast<std::int64_t>(i)} < now) {
                found.push_back({row, wanted[row][i], by});
                break;
            }
        }
    }
    return found;
}

} // namespace finsam::audited
