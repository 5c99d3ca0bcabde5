// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/model/plan.hpp>

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace finsam {

/// What one member bears of a cost (medlems andel).
struct member_share
{
    std::string member{};
    std::int64_t share_ore = 0;

    friend bool operator==(member_share const&, member_share const&) = default;
};
BOOST_DESCRIBE_STRUCT(member_share, (), (member, share_ore))

/// What one party bears of a cost, and each of its members (parts andel).
///
/// Gotland, which is its own region, is a member of both the regions and the municipalities.
struct party_share
{
    finsam::party party{};
    std::int64_t share_ore = 0;
    std::vector<member_share> members{}; ///< in the order of the plan

    friend bool operator==(party_share const&, party_share const&) = default;
};
BOOST_DESCRIBE_STRUCT(party_share, (), (party, share_ore, members))

/// Splits a cost as the act does: the Social Insurance Agency bears half, the regions together a
/// quarter, the municipalities together a quarter, the Public Employment Service nothing
/// (andelar).
///
/// Within a party the act leaves the split to the members: it is in proportion to their
/// contributions in the plan, equal where the party has stated none. What Gotland contributes
/// counts half as a region's and half as a municipality's.
///
/// Each amount, a party's as well as a member's, is less than one öre from its exact share. The
/// öre that are left over when all are rounded down go to the largest remainders, ties in the order
/// of the parties and of the plan's members.
///
/// Shape: the three parties that pay, in the order of `party`; the amounts of the parties sum to
///        the whole, those of its members to the party's.
/// Units: öre.
/// Precondition: the plan is checked, so each of the parties has a member; the amount is not
///               negative.
/// Complexity: O((members + contributions) log (members + contributions)).
/// Source: SFS 2003:1210 5 §.
[[nodiscard]] FINSAM_EXPORT std::vector<party_share> shares_of(plan const& agreed,
                                                               std::int64_t ore);

} // namespace finsam
