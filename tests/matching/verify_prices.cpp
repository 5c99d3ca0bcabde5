// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/audit.hpp>

#include "support/verified.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace finsam {
namespace {

using namespace testing_support;
using testing::Contains;
using testing::IsEmpty;
using enum truth;

class ShownPrices : public testing::Test
{
protected:
    template<class Check>
    static void in_worlds(std::uint64_t seed, int count, world_sizes const& sizes, Check check)
    {
        testing_support::in_worlds(seed, count, policies::fit{}, sizes, check);
    }

    /// Nobody, and somebody of each tier.
    static std::vector<std::optional<placed_person>> people_of(world const& drawn)
    {
        std::vector<std::optional<placed_person>> all{std::nullopt, placed_person{}};
        for (auto const priority :
             std::set(drawn.group_priority.begin(), drawn.group_priority.end()))
            all.emplace_back(placed_person{priority});
        return all;
    }

    /// Complementary slackness, with worths and prices as they are compared.
    static bool is_proof(world const& drawn, reading const& read, outcome const& got,
                         std::vector<pool_price> const& lines)
    {
        auto const nothing = value_of(drawn, {});
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::int64_t>> price;
        for (auto const& line : lines) {
            auto const value = value_of(drawn, line);
            if (line.intervention >= drawn.offers.size()
                || line.pool >= drawn.offers[line.intervention].places.size()
                || !price.emplace(std::pair(line.intervention, line.pool), value).second)
                return false;
            auto const seats = read.free(line.intervention, line.pool);
            auto const left = seats - std::ssize(read.rows_in(got, line.intervention, line.pool));
            if (seats == 0 || value < nothing || (value > nothing && left != 0))
                return false;
        }
        for (std::size_t row = 0; row < got.size(); ++row) {
            auto best = nothing, kept = nothing;
            for (auto const offered : read.list(row)) {
                auto const pool = *read.pool_of(offered, row);
                outcome alone(got.size());
                alone[row] = offered;
                auto gain = fitted(drawn, read, alone);
                if (auto const found = price.find({offered, pool}); found != price.end())
                    gain = less(gain, found->second);
                if (read.free(offered, pool) > 0)
                    best = std::max(best, gain);
                if (got[row] == offered)
                    kept = gain;
            }
            if (kept != best)
                return false;
        }
        return read.is_feasible(got);
    }
};

/// Every set of prices from a few: one is accepted only where the fit is the best, and there one
/// is.
TEST_F(ShownPrices, ProveTheBestFitAndNothingElse)
{
    int best_ones = 0, others = 0;
    long proofs = 0, tried = 0;
    in_worlds(6208, 1200, {.people = 3, .interventions = 2, .groups = 1, .seats = 1},
              [&](world const& drawn, dice&) {
                  auto const pools = pools_of(drawn);
                  if (pools.size() > 2)
                      return;
                  std::vector<std::vector<pool_price>> prices;
                  for (auto const& [intervention, pool] : pools) {
                      auto& of_pool = prices.emplace_back();
                      for (auto const& person : people_of(drawn))
                          for (std::int64_t positions = -1; positions < 2; ++positions)
                              of_pool.push_back({intervention, pool, person, positions});
                  }
                  running_world const run(drawn);
                  reading const read(drawn);
                  auto const proposed = match(run);
                  auto const best = best_worth(drawn, read);
                  read.for_each_outcome([&](outcome const& got) {
                      auto const made = placed_as(proposed, read, got);
                      bool const is_best = read.is_feasible(got) && worth(drawn, read, got) == best;
                      bool accepted = false;
                      for_each_selection(prices, [&](std::vector<pool_price> const& lines) {
                          auto const is_accepted = verify(run, made, {.prices = lines}).empty();
                          EXPECT_EQ(is_accepted, is_proof(drawn, read, got, lines));
                          accepted = accepted || is_accepted;
                          proofs += is_accepted;
                          ++tried;
                      });
                      EXPECT_EQ(accepted, is_best) << testing::PrintToString(got);
                      ++(is_best ? best_ones : others);
                  });
              });
    EXPECT_GT(best_ones, 500);
    EXPECT_GT(others, 300);
    EXPECT_GT(proofs, 1000);
    EXPECT_GT(tried, 20000);
}

TEST_F(ShownPrices, OfOneBestFitProveEveryOther)
{
    int others = 0;
    in_worlds(6209, 600, {.people = 5, .interventions = 3, .seats = 2},
              [&](world const& drawn, dice&) {
                  running_world const run(drawn);
                  reading const read(drawn);
                  auto const proposed = match(run);
                  auto const shown = certify(run, proposed);
                  auto const best = best_worth(drawn, read);
                  read.for_each_outcome([&](outcome const& got) {
                      if (!read.is_feasible(got) || worth(drawn, read, got) != best)
                          return;
                      auto const made = placed_as(proposed, read, got);
                      EXPECT_EQ(certify(run, made), shown);
                      EXPECT_THAT(verify(run, made, shown), IsEmpty());
                      ++others;
                  });
              });
    EXPECT_GT(others, 500);
}

TEST_F(ShownPrices, OfManyPeopleProveTheirFitAndNoneThatIsWorse)
{
    int worse = 0;
    in_worlds(6211, 20, {.people = 3000, .interventions = 12, .groups = 4, .seats = 200},
              [&](world const& drawn, dice& roll) {
                  running_world const run(drawn);
                  reading const read(drawn);
                  auto const proposed = match(run);
                  auto const shown = certify(run, proposed);
                  EXPECT_THAT(verify(run, proposed, shown), IsEmpty());
                  auto const got = outcome_of(proposed);
                  auto const best = worth(drawn, read, got);
                  for (int n = 0; n < 20; ++n) {
                      auto const other = with_a_change(roll, read, got);
                      bool const is_best = read.is_feasible(other) && read.is_listed(other)
                                           && worth(drawn, read, other) == best;
                      auto const made = placed_as(proposed, read, other);
                      EXPECT_EQ(verify(run, made, shown).empty(), is_best);
                      EXPECT_EQ(verify(run, made, certify(run, made)).empty(), is_best);
                      worse += !is_best;
                  }
              });
    EXPECT_GT(worse, 100);
}

TEST_F(ShownPrices, AlteredAreRefusedUnlessTheyProveTheSame)
{
    int refused = 0, accepted = 0;
    in_worlds(
        6210, 400, {.people = 8, .interventions = 3, .seats = 3},
        [&](world const& drawn, dice& roll) {
            running_world const run(drawn);
            reading const read(drawn);
            auto const proposed = match(run);
            auto const got = outcome_of(proposed);
            auto const shown = certify(run, proposed);
            auto const look = [&](certificate const& other) {
                bool const is_good = is_proof(drawn, read, got, *other.prices);
                EXPECT_EQ(verify(run, proposed, other).empty(), is_good);
                ++(is_good ? accepted : refused);
            };
            look(shown);
            auto const people = people_of(drawn);
            for (std::size_t i = 0; i < shown.prices->size(); ++i) {
                auto const& right = (*shown.prices)[i];
                auto other = shown;
                auto& line = (*other.prices)[i];
                for (std::int64_t const by : {-2, -1, 1, 2}) {
                    line.positions = right.positions + by;
                    look(other);
                }
                for (auto const& person : people) {
                    line = {right.intervention, right.pool, person, right.positions};
                    look(other);
                    line.positions = 0;
                    look(other);
                }
                other = shown;
                other.prices->push_back(right); // twice
                look(other);
                EXPECT_THAT(verify(run, proposed, other),
                            Contains(about_pool(right.intervention, right.pool)));
                other.prices->erase(other.prices->begin() + static_cast<std::ptrdiff_t>(i));
                EXPECT_THAT(verify(run, proposed, other), IsEmpty()); // in another order
                other.prices->pop_back();
                look(other);
                other = shown;
                (*other.prices)[i].pool = 2; // one that does not exist
                look(other);
            }
            for (auto const& pool : pools_of(drawn)) // one too many, or twice
                for (auto const& person : people)
                    for (std::int64_t positions = -1; positions < 2; ++positions) {
                        auto other = shown;
                        other.prices->push_back({pool.intervention, pool.pool, person, positions});
                        look(other);
                    }
            for (int several = 0; several < 20 && !shown.prices->empty(); ++several) {
                auto other = shown;
                for (auto& line : *other.prices) {
                    line.positions += static_cast<std::int64_t>(roll(3)) - 1;
                    if (roll.chance(6))
                        line.person = people[roll(people.size())];
                }
                look(other);
            }
        });
    EXPECT_GT(refused, 4000);
    EXPECT_GT(accepted, 800);
}

TEST_F(ShownPrices, SayNothingOfAPoolWithoutFreeSeats)
{
    world drawn{.offers = {{.places = {{.count = 0}}}, {.places = {{.count = 1}}}},
                .terms = {.policy = policies::fit{}, .seed = std::string(32, '0')}};
    drawn.residents.push_back({.id = "p0", .fits = {yes, yes}, .wishes = {{0, 1}}});
    drawn.residents.push_back({.id = "p1", .fits = {yes, yes}, .wishes = {{0}}});
    running_world const run(drawn);
    auto const made = match(run);
    auto shown = certify(run, made);
    // Their second choice stays the second, though nobody can have the first.
    EXPECT_EQ(*shown.prices, (std::vector<pool_price>{{1, 0, placed_person{}, -1}}));
    EXPECT_THAT(verify(run, made, shown), IsEmpty());
    shown.prices->push_back({0, 0, placed_person{}, 0});
    EXPECT_THAT(verify(run, made, shown), testing::ElementsAre(about_pool(0)));
}

TEST_F(ShownPrices, CountWhatIsListedTwiceWhereItStandsFirst)
{
    world drawn{.offers = {{.places = {{.count = 1}}},
                           {.places = {{.count = 1}}},
                           {.places = {{.count = 0}}}},
                .terms = {.policy = policies::fit{}, .seed = std::string(32, '0')}};
    drawn.residents.push_back({.id = "p0", .fits = {yes, yes, yes}, .wishes = {{0, 0, 0, 1}}});
    drawn.residents.push_back({.id = "p1", .fits = {yes, yes, yes}, .wishes = {{0, 2, 1}}});
    running_world const run(drawn);
    auto const made = match(run);
    EXPECT_EQ(outcome_of(made), (outcome{1, 0}));
    EXPECT_THAT(verify(run, made, certify(run, made)), IsEmpty());
    EXPECT_THAT(audit(run.compiled, run.caseload, made), IsEmpty());
}

} // namespace
} // namespace finsam
