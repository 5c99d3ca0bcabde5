// SPDX-License-Identifier: BSL-1.0
#include "rules/member_sets.hpp"

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace finsam::checking {
namespace {

using testing_support::dice;
using members = member_sets::members;

constexpr std::size_t values = 5;

bool is_among(members const& set, member_sets const& one)
{
    auto const count = static_cast<std::int64_t>(set.count());
    if (one.impossible || !one.required.is_subset_of(set) || one.forbidden.intersects(set)
        || count < one.least || count > one.most)
        return false;
    for (auto const& some : one.some_of)
        if (!some.intersects(set))
            return false;
    for (auto const& several : one.not_all_of)
        if (several.is_subset_of(set))
            return false;
    return true;
}

member_sets random_demand(dice& roll)
{
    member_sets one{.required = members(values),
                    .forbidden = members(values),
                    .most = static_cast<std::int64_t>(values)};
    members const named(values, 1 + roll((1U << values) - 1));
    switch (roll(6)) {
    case 0:
        one.required = named & members(values, roll(32));
        break;
    case 1:
        one.forbidden = named & members(values, roll(32));
        break;
    case 2:
        one.some_of = {named};
        break;
    case 3:
        one.not_all_of = {named};
        break;
    case 4:
        one.least = static_cast<std::int64_t>(roll(values + 1));
        break;
    default:
        one.most = static_cast<std::int64_t>(roll(values + 1));
        break;
    }
    return one;
}

TEST(MemberSets, OfSeveralDemandsAreEmptyExactlyWhereNoSetMeetsThem)
{
    dice roll(20'261'122);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    std::size_t empty = 0;
    for (int world = 0; world < 20'000; ++world) {
        auto both = random_demand(roll);
        auto other = random_demand(roll);
        for (auto left = roll(4); left > 0; --left)
            both = intersect(both, random_demand(roll));
        for (auto left = roll(3); left > 0; --left)
            other = intersect(other, random_demand(roll));
        auto const kept = intersect(both, other), either = unite(both, other);
        bool some = false;
        for (std::uint64_t bits = 0; bits < 1U << values; ++bits) {
            members const set(values, bits);
            auto const in_both = is_among(set, both), in_other = is_among(set, other);
            some = some || (in_both && in_other);
            ASSERT_EQ(is_among(set, kept), in_both && in_other) << set;
            // Never too few.
            ASSERT_TRUE(!(in_both || in_other) || is_among(set, either)) << set;
        }
        ASSERT_EQ(is_empty(kept), !some) << "world " << world;
        empty += !some;
    }
    EXPECT_GT(empty, 2'000U);
}

} // namespace
} // namespace finsam::checking
