// SPDX-License-Identifier: BSL-1.0
#include "matching/best_fit.hpp"

#include "support/fit_worlds.hpp"

#include <gtest/gtest.h>

#include <map>

namespace finsam {
namespace {

using namespace testing_support;

/// Never one unit.
constexpr auto apart = std::numeric_limits<std::size_t>::max();

template<class Check>
void in_worlds(std::uint64_t seed, int count, fit_sizes const& sizes, Check check)
{
    dice roll(seed);
    for (int n = 0; n < count && !testing::Test::HasFailure(); ++n) {
        auto const drawn = random_fit_world(roll, sizes);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n)
                     + (sizes.people < 20 ? "\n" + to_text(drawn) : ""));
        check(drawn, roll);
    }
}

/// So many people of one tier more and such a sum of positions, as something to be compared.
using value = std::vector<std::int64_t>;

value value_of(seat_price const& price, std::size_t tiers)
{
    value all(tiers + 1);
    if (price.tier != no_tier)
        ++all[price.tier];
    all.back() += price.positions;
    return all;
}

value less(value a, value const& b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] -= b[i];
    return a;
}

/// Complementary slackness: nobody could do better at these prices than where they are, those who
/// wait could pay none, and what is not full is free. Then no placement is better, because its
/// worth is at most the sum of what people keep and of what the seats cost.
void expect_proof(fit_world const& drawn, std::vector<std::uint32_t> const& kind_of,
                  std::vector<seat_price> const& prices)
{
    auto const demand = drawn.demand();
    auto const tiers = drawn.tier.empty() ? 0 : std::size_t{drawn.tier.back()} + 1;
    value const nothing(tiers + 1);
    auto left = drawn.seats;
    for (auto const kind : kind_of)
        if (kind != no_fit)
            --left[kind];
    for (std::size_t kind = 0; kind < left.size(); ++kind) {
        ASSERT_GE(left[kind], 0);
        auto const price = value_of(prices[kind], tiers);
        ASSERT_GE(price, nothing);
        if (left[kind] > 0) {
            ASSERT_EQ(price, nothing);
        }
    }
    for (std::size_t rank = 0; rank < kind_of.size(); ++rank) {
        auto const list = demand.of(rank);
        auto kept = nothing;
        auto best = nothing;
        bool is_listed = kind_of[rank] == no_fit;
        for (std::size_t i = 0; i < list.size(); ++i) {
            auto gain = nothing;
            ++gain[drawn.tier[rank]];
            gain.back() -= static_cast<std::int64_t>(i);
            gain = less(gain, value_of(prices[list[i]], tiers));
            best = std::max(best, gain);
            if (list[i] == kind_of[rank]) {
                kept = gain;
                is_listed = true;
            }
        }
        ASSERT_TRUE(is_listed);
        ASSERT_EQ(kept, best) << "rank " << rank;
    }
}

TEST(BestFit, IsTheBestOfAllPlacementsOfUpToThreePeopleInThreeKinds)
{
    std::vector<std::vector<std::uint32_t>> lists{{}};
    for (std::uint32_t a = 0; a < 3; ++a) {
        lists.push_back({a});
        for (std::uint32_t b = 0; b < 3; ++b)
            if (b != a) {
                lists.push_back({a, b});
                lists.push_back({a, b, 3 - a - b});
            }
    }
    ASSERT_EQ(lists.size(), 16U);
    for (std::int64_t seats = 0; seats < 27 && !HasFailure(); ++seats)
        for (std::uint32_t tiers = 0; tiers < 4; ++tiers)
            for (auto const& one : lists)
                for (auto const& two : lists)
                    for (auto const& three : lists) {
                        fit_world drawn{.seats = {seats % 3, seats / 3 % 3, seats / 9}};
                        drawn.add(one, 0);
                        drawn.add(two, tiers / 2);
                        drawn.add(three, tiers / 2 + tiers % 2);
                        auto const got = worth(drawn, best_fit(drawn.demand()));
                        ASSERT_TRUE(got) << to_text(drawn);
                        ASSERT_EQ(*got, best_worth(drawn)) << to_text(drawn);
                    }
}

TEST(BestFit, IsTheBestOfAllPlacementsOfTinyWorlds)
{
    in_worlds(6001, 3000, {.people = 7}, [](fit_world const& drawn, dice&) {
        auto const placed = best_fit(drawn.demand());
        ASSERT_TRUE(worth(drawn, placed));
        EXPECT_EQ(*worth(drawn, placed), best_worth(drawn));
        expect_proof(drawn, placed, seat_prices(drawn.demand(), placed));
    });
}

TEST(BestFit, IsProvedByItsPrices)
{
    in_worlds(6002, 150, {.people = 400, .kinds = 25, .seats = 25, .options = 14},
              [](fit_world const& drawn, dice&) {
                  auto const placed = best_fit(drawn.demand());
                  expect_proof(drawn, placed, seat_prices(drawn.demand(), placed));
              });
    // A tier for nearly everyone.
    in_worlds(6003, 100, {.people = 300, .kinds = 12, .seats = 30, .tiers = 200, .options = 8},
              [](fit_world const& drawn, dice&) {
                  auto const placed = best_fit(drawn.demand());
                  expect_proof(drawn, placed, seat_prices(drawn.demand(), placed));
              });
    // Hundreds of kinds that lists connect.
    in_worlds(6004, 5, {.people = 4000, .kinds = 600, .seats = 10, .tiers = 4, .options = 10},
              [](fit_world const& drawn, dice&) {
                  auto const placed = best_fit(drawn.demand());
                  expect_proof(drawn, placed, seat_prices(drawn.demand(), placed));
              });
}

TEST(BestFit, IsWorthAsMuchWherePeopleWhoAreAlikeAreTakenAsOne)
{
    in_worlds(6005, 300, {.people = 200, .kinds = 12, .seats = 30, .options = 9, .lists = 12},
              [](fit_world const& drawn, dice&) {
                  auto const together = best_fit(drawn.demand(), 1);
                  auto const alone = best_fit(drawn.demand(), apart);
                  ASSERT_TRUE(worth(drawn, together));
                  EXPECT_EQ(worth(drawn, together), worth(drawn, alone));
                  auto const prices = seat_prices(drawn.demand(), together);
                  expect_proof(drawn, together, prices);
                  EXPECT_EQ(prices, seat_prices(drawn.demand(), alone));
              });
}

TEST(BestFit, GivesWhoComesFirstOfThoseWhoAreAlikeTheBetterPlace)
{
    for (auto const people_a_unit : {std::size_t{1}, apart})
        in_worlds(
            6006, 200, {.people = 60, .kinds = 6, .seats = 10, .lists = 5},
            [&](fit_world const& drawn, dice&) {
                auto const placed = best_fit(drawn.demand(), people_a_unit);
                std::map<std::pair<std::uint32_t, std::vector<std::uint32_t>>, std::ptrdiff_t>
                    before;
                for (std::size_t rank = 0; rank < placed.size(); ++rank) {
                    auto const list = drawn.demand().of(rank);
                    auto const at = std::find(list.begin(), list.end(), placed[rank]);
                    auto& last = before[{drawn.tier[rank], std::vector(list.begin(), list.end())}];
                    EXPECT_LE(last, at - list.begin());
                    last = at - list.begin();
                }
            });
}

TEST(BestFit, DoesNotDependOnWhichNumbersTheKindsHave)
{
    in_worlds(6007, 300, {.people = 80, .kinds = 10, .seats = 8, .options = 6},
              [](fit_world const& drawn, dice& roll) {
                  std::vector<std::uint32_t> other(drawn.seats.size());
                  std::iota(other.begin(), other.end(), std::uint32_t{0});
                  for (std::size_t i = other.size(); i > 1; --i)
                      std::swap(other[i - 1], other[roll(i)]);
                  auto renamed = drawn;
                  for (std::size_t kind = 0; kind < other.size(); ++kind)
                      renamed.seats[other[kind]] = drawn.seats[kind];
                  for (auto& kind : renamed.kinds)
                      kind = other[kind];
                  auto const placed = best_fit(drawn.demand());
                  auto const again = best_fit(renamed.demand());
                  for (std::size_t rank = 0; rank < placed.size(); ++rank)
                      EXPECT_EQ(again[rank], placed[rank] == no_fit ? no_fit : other[placed[rank]]);
              });
}

TEST(BestFit, PlacesTheFirstTierBeforeTheNextWhateverTheirPositions)
{
    // The other way about the positions would be 0 and not 2.
    fit_world drawn{.seats = {0, 0, 1}};
    drawn.add({0, 1, 2}, 0);
    drawn.add({2}, 1);
    EXPECT_EQ(best_fit(drawn.demand()), (std::vector<std::uint32_t>{2, no_fit}));
}

TEST(BestFit, MovesTheFirstToALaterChoiceWhereTheSumIsSmaller)
{
    // If the first kept the best, the second would have to take their last.
    fit_world drawn{.seats = {1, 1, 1}};
    drawn.add({0, 1}, 0);
    drawn.add({0, 2, 1}, 0);
    drawn.add({2}, 0);
    EXPECT_EQ(best_fit(drawn.demand()), (std::vector<std::uint32_t>{1, 0, 2}));
}

TEST(BestFit, OfNobodyIsNothing)
{
    fit_world const empty{.seats = {2}};
    EXPECT_TRUE(best_fit(empty.demand()).empty());
    EXPECT_EQ(seat_prices(empty.demand(), {}), (std::vector<seat_price>{{}}));
}

TEST(BestFit, TellsWhatASeatIsWorth)
{
    // Somebody of tier 1 waits for the first kind, which two of tier 0 have filled; the second is
    // full too, and one of its holders would rather have the first.
    fit_world drawn{.seats = {1, 1, 1}};
    drawn.add({0}, 0);
    drawn.add({0, 1}, 0);
    drawn.add({2}, 1);
    drawn.add({2}, 1);
    auto const placed = best_fit(drawn.demand());
    EXPECT_EQ(placed, (std::vector<std::uint32_t>{0, 1, 2, no_fit}));
    auto const prices = seat_prices(drawn.demand(), placed);
    EXPECT_EQ(prices[0], (seat_price{.tier = 0, .positions = 0}));
    EXPECT_EQ(prices[2], (seat_price{.tier = 1, .positions = 0}));
    expect_proof(drawn, placed, prices);
}

} // namespace
} // namespace finsam
