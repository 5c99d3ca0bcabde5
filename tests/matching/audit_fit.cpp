// SPDX-License-Identifier: BSL-1.0
#include "matching/audit_fit.hpp"

#include "support/fit_worlds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

/// The findings, and that each of them is about somebody who wants the pool and has another or
/// none.
std::vector<audited::misfit> audited_fit(fit_world const& drawn,
                                         std::vector<std::uint32_t> const& kind_of)
{
    auto open = drawn.seats;
    std::vector<std::vector<std::size_t>> wanted;
    std::vector<std::optional<std::size_t>> place_of(kind_of.size());
    std::vector<std::optional<std::int64_t>> tier_of;
    for (std::size_t row = 0; row < kind_of.size(); ++row) {
        auto const list = drawn.demand().of(row);
        wanted.emplace_back(list.begin(), list.end());
        // The second tier of three is called 7, and the last is of those who are in none.
        if (drawn.tier[row] < 2)
            tier_of.emplace_back(7 * drawn.tier[row]);
        else
            tier_of.emplace_back();
        if (kind_of[row] != no_fit) {
            place_of[row] = kind_of[row];
            --open[kind_of[row]];
        }
    }
    auto const found = audited::not_best_fit(open, wanted, place_of, tier_of);
    for (auto const& [person, pool, by] : found) {
        EXPECT_THAT(wanted[person], testing::Contains(pool));
        EXPECT_NE(place_of[person], pool);
        EXPECT_NE(by, person);
        if (by) {
            EXPECT_TRUE(place_of[*by]);
        }
    }
    return found;
}

TEST(AuditFit, FindsNothingExactlyInTheBestOfAllPlacementsOfTinyWorlds)
{
    dice roll(6101);
    int best_ones = 0, others = 0;
    for (int n = 0; n < 4000 && !HasFailure(); ++n) {
        auto const drawn = random_fit_world(roll, {.people = 5, .kinds = 4, .seats = 2});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        auto const best = best_worth(drawn);
        for_each_placement(drawn, [&](std::vector<std::uint32_t> const& kind_of) {
            auto const is_best = *worth(drawn, kind_of) == best;
            EXPECT_EQ(audited_fit(drawn, kind_of).empty(), is_best)
                << testing::PrintToString(kind_of);
            ++(is_best ? best_ones : others);
        });
    }
    EXPECT_GT(best_ones, 4000);
    EXPECT_GT(others, 50000);
}

TEST(AuditFit, FindsNothingInABestFitOfManyAndSomethingAfterAnyHarm)
{
    dice roll(6102);
    for (int n = 0; n < 60 && !HasFailure(); ++n) {
        auto const drawn =
            random_fit_world(roll, {.people = 200, .kinds = 20, .seats = 12, .options = 9});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n));
        auto const placed = best_fit(drawn.demand());
        auto const best = worth(drawn, placed);
        EXPECT_TRUE(audited_fit(drawn, placed).empty());

        auto harmed = placed;
        for (int fault = 0; fault < 5; ++fault) {
            // Somebody is thrown out, and two change places if both could.
            auto& one = harmed[roll(harmed.size())];
            auto& other = harmed[roll(harmed.size())];
            auto const before = harmed;
            roll.chance(2) ? void(one = no_fit) : std::swap(one, other);
            if (!worth(drawn, harmed))
                harmed = before;
            EXPECT_EQ(audited_fit(drawn, harmed).empty(), worth(drawn, harmed) == best);
        }
    }
}

TEST(AuditFit, NamesWhoWouldChangePlaces)
{
    // Each has what the other likes best.
    fit_world drawn{.seats = {1, 1}};
    drawn.add({0, 1}, 0);
    drawn.add({1, 0}, 1);
    auto const found = audited_fit(drawn, {1, 0});
    ASSERT_EQ(found.size(), 2U);
    for (auto const& one : found) {
        EXPECT_EQ(one.pool, one.person);
        EXPECT_EQ(one.by, 1 - one.person);
    }
}

TEST(AuditFit, NamesWhoseSeatItIsAtTheEndOfTheMoves)
{
    // The first could have the first kind if the second moved to the seat of the third, who is of a
    // later tier.
    fit_world drawn{.seats = {1, 1}};
    drawn.add({0}, 0);
    drawn.add({0, 1}, 0);
    drawn.add({1}, 2);
    auto const found = audited_fit(drawn, {no_fit, 0, 1});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].person, 0U);
    EXPECT_EQ(found[0].pool, 0U);
    EXPECT_EQ(found[0].by, 2U);
    EXPECT_TRUE(audited_fit(drawn, {0, 1, no_fit}).empty());
}

TEST(AuditFit, LeavesThoseWhoSitWhereTheyDidNotWantTo)
{
    std::vector<std::vector<std::size_t>> const wanted{{0}, {}};
    EXPECT_TRUE(audited::not_best_fit({0}, wanted, {{}, 0}, {0, 1}).empty());
    EXPECT_EQ(audited::not_best_fit({1}, wanted, {{}, 0}, {0, 1}).size(), 1U);
}

} // namespace
} // namespace finsam
