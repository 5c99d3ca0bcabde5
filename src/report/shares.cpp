// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/saturating.hpp>
#include <finsam/report/shares.hpp>

#include <boost/assert.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

namespace finsam {
namespace {

/// Wide enough: an amount times twice a contribution is below 2^63 · 2^64.
__extension__ typedef unsigned __int128 exact;

/// What is exactly the fraction `numerator / denominator`, rounded down so far.
struct rounding
{
    std::int64_t whole;
    exact remainder;
};

rounding round_down(exact numerator, exact denominator)
{
    return {static_cast<std::int64_t>(numerator / denominator), numerator % denominator};
}

/// Rounds so many up that they sum to `total`, the largest remainders first, ties in order.
///
/// Precondition: the remainders have one denominator; no more must be rounded up than have one.
void round_up(std::vector<rounding>& parts, std::int64_t total)
{
    std::vector<rounding*> by_remainder;
    for (auto& one : parts) {
        total -= one.whole;
        by_remainder.push_back(&one);
    }
    std::ranges::stable_sort(by_remainder, [](rounding const* a, rounding const* b) {
        return a->remainder > b->remainder;
    });
    BOOST_ASSERT(total >= 0 && static_cast<std::size_t>(total) <= parts.size());
    for (auto* const one : by_remainder)
        if (total > 0) {
            ++one->whole;
            --total;
        }
}

bool is_in(member const& one, party of)
{
    return one.party == of
           || (of == party::region && one.party == party::municipality && one.code
               && is_own_region(*one.code));
}

/// What each member contributes, by id.
using contributed = std::map<std::string_view, std::int64_t>;

/// Twice what the member contributes to the party, since Gotland's counts half in each of two.
exact weight_of(contributed const& paid, member const& one)
{
    auto const found = paid.find(one.id);
    if (found == paid.end())
        return 0;
    auto const is_both = is_in(one, party::region) && is_in(one, party::municipality);
    return static_cast<exact>(found->second) * (is_both ? 1 : 2);
}

/// Splits a party's part, of which `total / divisor` is the exact value, between its members.
///
/// A member's exact value is taken of the whole, not of the party's rounded part. Rounded down the
/// members sum to no more than the party's part, rounded up to no less, so it can be reached.
std::vector<member_share> split(plan const& agreed, contributed const& paid, party of,
                                std::int64_t total, std::int64_t divisor, std::int64_t part)
{
    std::vector<member_share> members;
    std::vector<exact> weights;
    exact sum = 0;
    for (auto const& one : agreed.members)
        if (is_in(one, of)) {
            members.push_back({.member = one.id});
            sum += weights.emplace_back(weight_of(paid, one));
        }
    if (sum == 0) {
        weights.assign(members.size(), 1);
        sum = members.size();
    }
    std::vector<rounding> parts;
    for (auto const weight : weights)
        parts.push_back(
            round_down(static_cast<exact>(total) * weight, static_cast<exact>(divisor) * sum));
    round_up(parts, part);
    for (std::size_t i = 0; i < members.size(); ++i)
        members[i].share_ore = parts[i].whole;
    return members;
}

struct fraction
{
    finsam::party party;
    std::int64_t divisor;
};

constexpr fraction by_act[] = {
    {party::social_insurance_agency, 2}, {party::region, 4}, {party::municipality, 4}};

} // namespace

std::vector<party_share> shares_of(plan const& agreed, std::int64_t ore)
{
    BOOST_ASSERT(ore >= 0);
    contributed paid;
    for (auto const& one : agreed.contributions) {
        auto& sum = paid[one.member];
        sum = detail::saturating_sum(sum, one.amount);
    }
    std::vector<rounding> parts;
    for (auto const& one : by_act)
        parts.push_back(
            round_down(static_cast<exact>(ore) * static_cast<exact>(4 / one.divisor), 4));
    round_up(parts, ore);

    std::vector<party_share> all;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const& [of, divisor] = by_act[i];
        auto members = split(agreed, paid, of, ore, divisor, parts[i].whole);
        BOOST_ASSERT(!members.empty());
        all.push_back({.party = of, .share_ore = parts[i].whole, .members = std::move(members)});
    }
    return all;
}

} // namespace finsam
