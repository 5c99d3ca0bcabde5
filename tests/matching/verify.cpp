// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/verify.hpp>
#include <finsam/model/promises.hpp>

#include "support/verified.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>

namespace finsam {
namespace {

using namespace testing_support;
using testing::IsEmpty;
using testing::Not;

struct policy_case
{
    char const* name;
    finsam::policy chosen;
    bool reserves;
};

class Verify : public testing::TestWithParam<policy_case>
{
protected:
    template<class Check>
    void in_worlds(std::uint64_t seed, int count, world_sizes sizes, Check check)
    {
        sizes.reserves = GetParam().reserves;
        testing_support::in_worlds(seed, count, GetParam().chosen, sizes, check);
    }

    /// What a certificate proves of an outcome, by the definition.
    static bool is_lawful(world const& drawn, reading const& read, outcome const& got,
                          std::vector<std::int64_t> const& best)
    {
        if (promises_of(GetParam().chosen).nobody_passed_over)
            return read.is_stable(got);
        return read.is_feasible(got) && worth(drawn, read, got) == best;
    }
};

INSTANTIATE_TEST_SUITE_P(Policy, Verify,
                         testing::Values(policy_case{"Stable", policies::stable{}, false},
                                         policy_case{"StableWithReserves", policies::stable{},
                                                     true},
                                         policy_case{"Serial", policies::serial{}, false},
                                         policy_case{"Coverage", policies::coverage{}, false},
                                         policy_case{"Fit", policies::fit{}, false}),
                         [](auto const& one) { return std::string(one.param.name); });

TEST_P(Verify, AcceptsTheCertificateOfItsMatching)
{
    in_worlds(6201, 2000, {.people = 9, .interventions = 4, .seats = 4},
              [&](world const& drawn, dice&) {
                  running_world const run(drawn);
                  auto const proposed = match(run);
                  EXPECT_THAT(verify(run, proposed, certify(run, proposed)), IsEmpty());
              });
}

TEST_P(Verify, AcceptsTheCertificateOfAnOutcomeIfAndOnlyIfItIsLawful)
{
    int lawful = 0, others = 0;
    in_worlds(6202, 1000, {.people = 4, .interventions = 3, .seats = 2},
              [&](world const& drawn, dice&) {
                  running_world const run(drawn);
                  reading const read(drawn);
                  auto const proposed = match(run);
                  auto const best = best_worth(drawn, read);
                  read.for_each_outcome([&](outcome const& got) {
                      auto const made = placed_as(proposed, read, got);
                      bool const is_good = is_lawful(drawn, read, got, best);
                      EXPECT_EQ(verify(run, made, certify(run, made)).empty(), is_good)
                          << testing::PrintToString(got);
                      ++(is_good ? lawful : others);
                  });
              });
    EXPECT_GE(lawful, 1000);
    EXPECT_GT(others, 1000);
}

TEST_P(Verify, RefusesTheCertificateOfAnotherMatching)
{
    int refused = 0;
    in_worlds(6203, 1000, {.people = 7, .interventions = 3, .seats = 2},
              [&](world const& drawn, dice& roll) {
                  running_world const run(drawn);
                  reading const read(drawn);
                  auto const proposed = match(run);
                  auto const shown = certify(run, proposed);
                  auto const best = worth(drawn, read, outcome_of(proposed));
                  auto const got = with_a_change(roll, read, outcome_of(proposed));
                  if (!read.is_listed(got) || is_lawful(drawn, read, got, best))
                      return;
                  EXPECT_THAT(verify(run, placed_as(proposed, read, got), shown), Not(IsEmpty()));
                  ++refused;
              });
    EXPECT_GT(refused, 50);
}

TEST_P(Verify, TakesAnyPlacementsAndAnyCertificateWhatever)
{
    in_worlds(6204, 1500, {}, [&](world const& drawn, dice& roll) {
        running_world const run(drawn);
        auto const position = [&](std::size_t count) {
            return static_cast<std::uint32_t>(roll(count + 2));
        };
        auto const any_mark = [&] {
            turn_mark one{.buckets = static_cast<std::int64_t>(roll(5)), .tie = roll(9)};
            if (roll.chance(2))
                one.tier = static_cast<std::int64_t>(roll(4));
            return one;
        };
        matching made{.mandate = "placement", .people = drawn.residents.size()};
        for (auto count = roll(10); count > 0; --count)
            made.placements.push_back(
                {.person = roll(drawn.residents.size() + 2),
                 .intervention = position(drawn.offers.size()),
                 .pool = roll.chance(5) ? std::nullopt : std::optional{position(1)},
                 .incumbent = roll.chance(4)});
        certificate shown;
        if (roll.chance(4) == 0)
            shown.cutoffs.emplace();
        if (roll.chance(4) == 0)
            shown.closings.emplace();
        if (roll.chance(4) == 0)
            shown.prices.emplace();
        for (auto count = roll(6); count > 0; --count) {
            if (shown.cutoffs)
                shown.cutoffs->push_back(
                    {position(drawn.offers.size()), position(1), random_order(roll, roll(3)),
                     static_cast<admission>(roll(3)),
                     roll.chance(2) ? std::optional{any_mark()} : std::nullopt});
            if (shown.closings)
                shown.closings->push_back({position(drawn.offers.size()), position(1), any_mark()});
            if (shown.prices) {
                using whole = std::numeric_limits<std::int64_t>;
                pool_price line{position(drawn.offers.size()), position(1)};
                line.positions = roll.chance(6)   ? whole::max()
                                 : roll.chance(6) ? whole::min()
                                                  : static_cast<std::int64_t>(roll(5)) - 2;
                if (roll.chance(2))
                    line.person = placed_person{any_mark().tier};
                if (line.person && roll.chance(6))
                    line.person->tier = roll.chance(2) ? whole::max() : whole::min();
                shown.prices->push_back(line);
            }
        }
        static_cast<void>(verify(run, made, shown));
        static_cast<void>(verify(run, match(run), shown));
    });
}

TEST_P(Verify, RefusesWhatIsShownForAnotherPolicy)
{
    int refused = 0;
    in_worlds(6205, 400, {.seats = 1}, [&](world const& drawn, dice&) {
        running_world const run(drawn);
        auto const proposed = match(run);
        reading const read(drawn);
        bool const is_shown = // or nobody could have had a place in any case
            std::any_of(proposed.waiting.begin(), proposed.waiting.end(), [&](auto const& one) {
                auto const list = read.list(one.person);
                return !promises_of(GetParam().chosen).best_fit
                       || std::any_of(list.begin(), list.end(), [&](std::uint32_t wanted) {
                              return read.free(wanted, *read.pool_of(wanted, one.person)) > 0;
                          });
            });
        if (!is_shown)
            return;
        auto other = drawn;
        for (auto& one : other.offers)
            for (auto& place : one.places)
                place.reserved.clear();
        if (promises_of(GetParam().chosen).best_coverage)
            other.terms.policy = policies::stable{};
        else
            other.terms.policy = policies::coverage{};
        running_world const elsewhere(other);
        EXPECT_THAT(verify(run, proposed, certify(elsewhere, match(elsewhere))), Not(IsEmpty()));
        ++refused;
    });
    EXPECT_GT(refused, 20);
}

} // namespace
} // namespace finsam
