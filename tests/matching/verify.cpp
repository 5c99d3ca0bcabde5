// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/matching/priority.hpp>
#include <finsam/matching/verify.hpp>

#include "support/stability.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <map>
#include <set>

namespace finsam {

// GoogleTest finds this and says what a failing test found.
static void PrintTo(finding const& one, std::ostream* out)
{
    *out << detail::name_of(one.kind) << " i" << one.intervention;
    if (one.person)
        *out << " row " << *one.person;
    if (one.pool)
        *out << " pool " << *one.pool;
}

namespace {

using namespace testing_support;
using testing::Contains;
using testing::Each;
using testing::Field;
using testing::IsEmpty;
using testing::Not;
using enum truth;

matching match(running_world const& run)
{
    return match(run.compiled, run.caseload, run.eligible, run.allowed);
}

certificate certify(running_world const& run, matching const& proposed)
{
    return certify(run.compiled, run.caseload, run.eligible, proposed);
}

std::vector<finding> verify(running_world const& run, matching const& proposed,
                            certificate const& shown)
{
    auto found = verify(run.compiled, run.caseload, proposed, shown);
    EXPECT_THAT(found, Each(Field(&finding::kind, finding_kind::wrong_certificate)));
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](auto const& a, auto const& b) {
        return std::tie(a.person, a.intervention, a.pool)
               < std::tie(b.person, b.intervention, b.pool);
    }));
    return found;
}

/// The placements of the outcome beside those of the incumbents.
matching with(matching proposed, reading const& read, outcome const& got)
{
    std::erase_if(proposed.placements, [](placement const& one) { return !one.incumbent; });
    for (std::size_t row = 0; row < got.size(); ++row)
        if (got[row])
            proposed.placements.push_back({.person = row,
                                           .intervention = *got[row],
                                           .pool = read.pool_of(*got[row], row),
                                           .choice = 1});
    return proposed;
}

bool is_feasible(world const& drawn, reading const& read, outcome const& got)
{
    for (std::uint32_t offered = 0; offered < drawn.offers.size(); ++offered)
        for (std::uint32_t pool = 0; pool < drawn.offers[offered].places.size(); ++pool)
            if (std::ssize(read.rows_in(got, offered, pool)) > read.free(offered, pool))
                return false;
    return true;
}

/// Who is placed, the first in priority as the highest digit: the larger the better.
std::vector<std::int64_t> covered(reading const& read, outcome const& got)
{
    std::vector<std::int64_t> digits(got.size());
    for (std::size_t row = 0; row < got.size(); ++row)
        digits[read.rank(row)] = got[row].has_value();
    return digits;
}

/// What there is most of in a lawful outcome by `coverage`, or by `fit`.
std::vector<std::int64_t> worth(world const& drawn, reading const& read, outcome const& got)
{
    return drawn.terms.policy == policy::fit ? fitted(drawn, read, got) : covered(read, got);
}

std::vector<std::int64_t> best_worth(world const& drawn, reading const& read)
{
    std::vector<std::int64_t> best;
    read.for_each_outcome([&](outcome const& got) {
        if (is_feasible(drawn, read, got))
            best = std::max(best, worth(drawn, read, got));
    });
    return best;
}

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
        dice roll(seed);
        sizes.reserves = GetParam().reserves;
        for (int n = 0; n < count && !HasFailure(); ++n) {
            auto drawn = random_world(roll, sizes);
            drawn.terms.policy = GetParam().chosen;
            SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n)
                         + "\n" + to_text(drawn));
            check(drawn, roll);
        }
    }

    /// What a certificate proves of an outcome, by the definition.
    static bool is_lawful(world const& drawn, reading const& read, outcome const& got,
                          std::vector<std::int64_t> const& best)
    {
        if (GetParam().chosen == policy::stable || GetParam().chosen == policy::serial)
            return read.is_stable(got);
        return is_feasible(drawn, read, got) && worth(drawn, read, got) == best;
    }
};

INSTANTIATE_TEST_SUITE_P(Policy, Verify,
                         testing::Values(policy_case{"Stable", policy::stable, false},
                                         policy_case{"StableWithReserves", policy::stable, true},
                                         policy_case{"Serial", policy::serial, false},
                                         policy_case{"Coverage", policy::coverage, false},
                                         policy_case{"Fit", policy::fit, false}),
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
                      auto const made = with(proposed, read, got);
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
                  auto got = outcome_of(proposed);
                  // Two people change places, or one goes elsewhere.
                  auto const a = roll(got.size()), b = roll(got.size());
                  if (roll.chance(2))
                      std::swap(got[a], got[b]);
                  else if (auto const list = read.list(a); !list.empty())
                      got[a] = list[roll(list.size())];
                  for (std::size_t row = 0; row < got.size(); ++row)
                      if (auto const list = read.list(row);
                          got[row] && std::find(list.begin(), list.end(), *got[row]) == list.end())
                          return;
                  if (is_lawful(drawn, read, got, best))
                      return;
                  EXPECT_THAT(verify(run, with(proposed, read, got), shown), Not(IsEmpty()));
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
                return GetParam().chosen != policy::fit
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
        other.terms.policy =
            GetParam().chosen == policy::coverage ? policy::stable : policy::coverage;
        running_world const elsewhere(other);
        EXPECT_THAT(verify(run, proposed, certify(elsewhere, match(elsewhere))), Not(IsEmpty()));
        ++refused;
    });
    EXPECT_GT(refused, 20);
}

class EveryCutoff : public testing::TestWithParam<bool>
{};

INSTANTIATE_TEST_SUITE_P(Verify, EveryCutoff, testing::Bool(), [](auto const& one) {
    return one.param ? "WithReserves" : "WithoutReserves";
});

/// A cut-off that says something else is told for its pool; so is one too many and one too few.
TEST_P(EveryCutoff, IsTheOnlyOneThatIsRight)
{
    dice roll(6206);
    int changed = 0;
    for (int n = 0; n < 400 && !HasFailure(); ++n) {
        auto const drawn = random_world(
            roll, {.people = 7, .interventions = 3, .seats = 4, .reserves = GetParam()});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        running_world const run(drawn);
        auto const proposed = match(run);
        auto const shown = certify(run, proposed);
        std::vector<turn_mark> marks;
        for (auto const& line : *shown.cutoffs)
            if (line.last)
                marks.push_back(*line.last);
        for (std::size_t i = 0; i < shown.cutoffs->size(); ++i) {
            auto const& right = (*shown.cutoffs)[i];
            auto const refused = [&](certificate const& other) {
                EXPECT_THAT(
                    verify(run, proposed, other),
                    Contains(finding{
                        finding_kind::wrong_certificate, {}, right.intervention, right.pool}));
                ++changed;
            };
            auto const instead = [&](pool_cutoff const& wrong) {
                auto other = shown;
                (*other.cutoffs)[i] = wrong;
                refused(other);
            };
            for (auto const admits : {admission::everyone, admission::nobody, admission::until})
                if (admits != right.admits) {
                    auto wrong = right;
                    wrong.admits = admits;
                    instead(wrong);
                    wrong.last.reset();
                    instead(wrong);
                    wrong.last = marks.empty() ? turn_mark{} : marks[roll(marks.size())];
                    if (admits == admission::until && wrong.last)
                        instead(wrong);
                }
            for (auto const& mark : marks)
                if (right.last && mark != *right.last) {
                    auto wrong = right;
                    wrong.last = mark;
                    instead(wrong);
                }
            if (right.last) {
                auto wrong = right;
                ++wrong.last->tie; // a turn that nobody has
                instead(wrong);
                wrong.last.reset();
                instead(wrong);
            }
            auto other = shown;
            other.cutoffs->push_back(right); // twice
            refused(other);
            other.cutoffs->erase(other.cutoffs->begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_THAT(verify(run, proposed, other), IsEmpty()); // in another order
            other.cutoffs->pop_back();
            refused(other);
            other = shown;
            other.cutoffs->push_back(right);
            other.cutoffs->back().reserves.push_back(9); // of nobody
            refused(other);
        }
    }
    EXPECT_GT(changed, 2000);
}

/// Every set of closings that the marks of the people allow: one is accepted only where coverage is
/// the best, and there one is.
TEST(Closings, ProveTheBestCoverageAndNothingElse)
{
    dice roll(6207);
    int best_ones = 0, others = 0;
    long tried = 0;
    for (int n = 0; n < 1500 && !testing::Test::HasFailure(); ++n) {
        auto drawn = random_world(roll, {.people = 3, .interventions = 2, .seats = 1});
        drawn.terms.policy = policy::coverage;
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        running_world const run(drawn);
        reading const read(drawn);
        auto const proposed = match(run);
        auto const best = best_worth(drawn, read);
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pools;
        for (std::uint32_t i = 0; i < drawn.offers.size(); ++i)
            for (std::uint32_t pool = 0; pool < drawn.offers[i].places.size(); ++pool)
                pools.emplace_back(i, pool);
        std::vector<turn_mark> marks;
        for (auto const& one : priorities(run.compiled, run.caseload, run.eligible))
            marks.push_back({one.tier, one.waited, one.tie});

        read.for_each_outcome([&](outcome const& got) {
            auto const made = with(proposed, read, got);
            bool const is_best = is_feasible(drawn, read, got) && covered(read, got) == best;
            bool accepted = false;
            auto const extend = [&](auto const& self, std::size_t at, certificate& shown) -> void {
                if (at == pools.size()) {
                    accepted = accepted || verify(run, made, shown).empty();
                    ++tried;
                    return;
                }
                self(self, at + 1, shown); // open
                for (auto const& mark : marks) {
                    shown.closings->push_back({pools[at].first, pools[at].second, mark});
                    self(self, at + 1, shown);
                    shown.closings->pop_back();
                }
            };
            certificate shown{.closings = std::vector<pool_closing>{}};
            extend(extend, 0, shown);
            EXPECT_EQ(accepted, is_best) << testing::PrintToString(got);
            ++(is_best ? best_ones : others);
        });
    }
    EXPECT_GE(best_ones, 1500);
    EXPECT_GT(others, 800);
    EXPECT_GT(tried, 50000);
}

class ShownPrices : public testing::Test
{
protected:
    template<class Check>
    static void in_worlds(std::uint64_t seed, int count, world_sizes sizes, Check check)
    {
        dice roll(seed);
        for (int n = 0; n < count && !HasFailure(); ++n) {
            auto drawn = random_world(roll, sizes);
            drawn.terms.policy = policy::fit;
            SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n)
                         + "\n" + to_text(drawn));
            check(drawn, roll);
        }
    }

    /// Each pool of the world, at no price.
    static std::vector<pool_price> pools_of(world const& drawn)
    {
        std::vector<pool_price> all;
        for (std::uint32_t i = 0; i < drawn.offers.size(); ++i)
            for (std::uint32_t pool = 0; pool < drawn.offers[i].places.size(); ++pool)
                all.push_back({.intervention = i, .pool = pool});
        return all;
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
        return is_feasible(drawn, read, got);
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
                  running_world const run(drawn);
                  reading const read(drawn);
                  auto const proposed = match(run);
                  auto const best = best_worth(drawn, read);
                  read.for_each_outcome([&](outcome const& got) {
                      auto const made = with(proposed, read, got);
                      bool const is_best =
                          is_feasible(drawn, read, got) && worth(drawn, read, got) == best;
                      bool accepted = false;
                      auto const extend = [&](auto const& self, std::size_t at,
                                              certificate& shown) -> void {
                          if (at == pools.size()) {
                              auto const is_accepted = verify(run, made, shown).empty();
                              EXPECT_EQ(is_accepted, is_proof(drawn, read, got, *shown.prices));
                              accepted = accepted || is_accepted;
                              proofs += is_accepted;
                              ++tried;
                              return;
                          }
                          self(self, at + 1, shown); // at none
                          for (auto const& person : people_of(drawn))
                              for (std::int64_t positions = -1; positions < 2; ++positions) {
                                  shown.prices->push_back(
                                      {pools[at].intervention, pools[at].pool, person, positions});
                                  self(self, at + 1, shown);
                                  shown.prices->pop_back();
                              }
                      };
                      certificate shown{.prices = std::vector<pool_price>{}};
                      extend(extend, 0, shown);
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
                      if (!is_feasible(drawn, read, got) || worth(drawn, read, got) != best)
                          return;
                      auto const made = with(proposed, read, got);
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
                      auto other = got; // one goes elsewhere, or two change places
                      auto const a = roll(other.size()), b = roll(other.size());
                      auto const list = read.list(a);
                      if (roll.chance(2))
                          std::swap(other[a], other[b]);
                      else if (!list.empty())
                          other[a] = list[roll(list.size())];
                      bool is_best = is_feasible(drawn, read, other);
                      for (auto const row : {a, b})
                          if (auto const mine = read.list(row); other[row])
                              is_best =
                                  is_best
                                  && std::find(mine.begin(), mine.end(), *other[row]) != mine.end();
                      is_best = is_best && worth(drawn, read, other) == best;
                      auto const made = with(proposed, read, other);
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
                EXPECT_THAT(
                    verify(run, proposed, other),
                    Contains(finding{
                        finding_kind::wrong_certificate, {}, right.intervention, right.pool}));
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
                .terms = {.policy = policy::fit, .seed = std::string(32, '0')}};
    drawn.residents.push_back({.id = "p0", .fits = {yes, yes}, .wishes = {{0, 1}}});
    drawn.residents.push_back({.id = "p1", .fits = {yes, yes}, .wishes = {{0}}});
    running_world const run(drawn);
    auto const made = match(run);
    auto shown = certify(run, made);
    // Their second choice stays the second, though nobody can have the first.
    EXPECT_EQ(*shown.prices, (std::vector<pool_price>{{1, 0, placed_person{}, -1}}));
    EXPECT_THAT(verify(run, made, shown), IsEmpty());
    shown.prices->push_back({0, 0, placed_person{}, 0});
    EXPECT_THAT(verify(run, made, shown),
                testing::ElementsAre(finding{finding_kind::wrong_certificate, {}, 0, 0}));
}

TEST_F(ShownPrices, CountWhatIsListedTwiceWhereItStandsFirst)
{
    world drawn{.offers = {{.places = {{.count = 1}}},
                           {.places = {{.count = 1}}},
                           {.places = {{.count = 0}}}},
                .terms = {.policy = policy::fit, .seed = std::string(32, '0')}};
    drawn.residents.push_back({.id = "p0", .fits = {yes, yes, yes}, .wishes = {{0, 0, 0, 1}}});
    drawn.residents.push_back({.id = "p1", .fits = {yes, yes, yes}, .wishes = {{0, 2, 1}}});
    running_world const run(drawn);
    auto const made = match(run);
    EXPECT_EQ(outcome_of(made), (outcome{1, 0}));
    EXPECT_THAT(verify(run, made, certify(run, made)), IsEmpty());
    EXPECT_THAT(audit(run.compiled, run.caseload, made), IsEmpty());
}

/// p0, p1 and p2 in turn, p0 of an earlier tier if it is about fit: i0 has one seat and i1 one, p0
/// wants both, p1 i0 and p2 i1.
world three_for_two(policy chosen)
{
    world drawn{.offers = {{.places = {{.count = 1}}}, {.places = {{.count = 1}}}},
                .terms = {.policy = chosen, .seed = std::string(32, '0')}};
    std::vector<std::vector<std::uint32_t>> const lists{{0, 1}, {0}, {1}};
    for (std::size_t i = 0; i < lists.size(); ++i)
        drawn.residents.push_back({.id = numbered("p", i),
                                   .fits = {yes, yes},
                                   .waited = static_cast<int>(30 - 10 * i),
                                   .wishes = lists[i]});
    if (chosen == policy::fit) { // or it would be a tie whether p0 or p1 is placed
        drawn.group_priority = {1};
        for (std::size_t i = 0; i < lists.size(); ++i)
            drawn.residents[i].groups = {i == 0 ? yes : no};
    }
    return drawn;
}

/// The lawful matching or its certificate with one thing changed.
struct one_change
{
    std::string name;
    finsam::policy chosen;
    std::vector<finding> expected;
    std::function<void(matching&, certificate&)> change;
};

void PrintTo(one_change const& one, std::ostream* out)
{
    *out << one.name;
}

finding about(std::size_t row, std::uint32_t intervention, std::optional<std::uint32_t> pool = 0)
{
    return {finding_kind::wrong_certificate, row, intervention, pool};
}

finding about_pool(std::uint32_t intervention, std::uint32_t pool = 0)
{
    return {finding_kind::wrong_certificate, {}, intervention, pool};
}

std::vector<one_change> changes()
{
    auto const in_serial = policy::serial;
    auto const in_coverage = policy::coverage;
    auto const in_fit = policy::fit;
    // In turn p0 has i0, p2 has i1; for coverage p0 has i1, p1 has i0. The best fit is as in turn;
    // without its seat i1 would lose p2, and without that of i0 p0 would have to go there.
    return {
        {"NothingInSerial", in_serial, {}, [](matching&, certificate&) {}},
        {"NothingInCoverage", in_coverage, {}, [](matching&, certificate&) {}},
        {"SomebodyDropped",
         in_serial,
         {about_pool(1), about(2, 1)},
         [](matching& made, certificate&) { made.placements.pop_back(); }},
        {"SomebodyInTwoPlaces",
         in_serial,
         {about(0, 0)},
         [](matching& made, certificate&) {
             made.placements.push_back({.person = 0, .intervention = 1, .pool = 0});
         }},
        {"SomebodySaidToBeAnIncumbent",
         in_serial,
         {about(2, 1)},
         [](matching& made, certificate&) { made.placements[1].incumbent = true; }},
        {"APoolThatDoesNotExist",
         in_serial,
         {about_pool(1), about(2, 1)},
         [](matching& made, certificate&) { made.placements[1].pool = 7; }},
        {"AnInterventionThatDoesNotExist",
         in_serial,
         {about(1, 9, std::nullopt)},
         [](matching& made, certificate&) {
             made.placements.push_back({.person = 1, .intervention = 9, .pool = 0});
         }},
        {"MoreThanTheSeats",
         in_serial,
         {about(1, 0)},
         [](matching& made, certificate&) {
             made.placements.push_back({.person = 1, .intervention = 0, .pool = 0});
         }},
        {"SeatsExchanged",
         in_serial,
         {about_pool(0), about_pool(1), about(0, 0), about(2, 1)},
         [](matching& made, certificate&) {
             std::swap(made.placements[0].person, made.placements[1].person);
         }},
        {"ACutoffOfAPoolThatDoesNotExist",
         in_serial,
         {about_pool(4, 2)},
         [](matching&, certificate& shown) {
             shown.cutoffs->push_back({4, 2, {}, admission::everyone, {}});
         }},
        {"NoCutoffs",
         in_serial,
         {about_pool(0), about_pool(1)},
         [](matching&, certificate& shown) { shown.cutoffs.reset(); }},
        {"AClosingTooEarly", // p0, who has i1, comes no earlier than it closed
         in_coverage,
         {about(0, 1), about(1, 0)},
         [](matching&, certificate& shown) {
             for (auto& one : *shown.closings)
                 one.since.buckets = 31;
         }},
        {"AClosingTooLate",
         in_coverage,
         {about(2, 1)},
         [](matching&, certificate& shown) {
             for (auto& one : *shown.closings)
                 one.since.buckets = 1;
         }},
        {"AClosingLeftOut", // i1 is closed, and p0 could go from it to i0
         in_coverage,
         {about(0, 0)},
         [](matching&, certificate& shown) { shown.closings->erase(shown.closings->begin()); }},
        {"OneClosedLaterThanWhereItsHoldersCouldGo",
         in_coverage,
         {about(0, 0)},
         [](matching&, certificate& shown) { (*shown.closings)[0].since.buckets = 1; }},
        {"AClosingTwice",
         in_coverage,
         {about_pool(1)},
         [](matching&, certificate& shown) { shown.closings->push_back(shown.closings->back()); }},
        {"AClosedPoolThatIsNotFull",
         in_coverage,
         {about_pool(0), about(1, 0)},
         [](matching& made, certificate&) {
             // p1 comes before i0 closed, and is left out.
             std::erase_if(made.placements, [](placement const& one) { return one.person == 1; });
         }},
        {"NoClosings",
         in_coverage,
         {about(2, 1)},
         [](matching&, certificate& shown) { shown.closings.reset(); }},
        {"NothingInFit", in_fit, {}, [](matching&, certificate&) {}},
        {"APriceLeftOut", // p1 could pay nothing
         in_fit,
         {about(1, 0)},
         [](matching&, certificate& shown) { shown.prices->erase(shown.prices->begin()); }},
        {"NoPrices",
         in_fit,
         {about(1, 0)},
         [](matching&, certificate& shown) { shown.prices.reset(); }},
        {"APriceTooHigh", // p0 would rather go to i1
         in_fit,
         {about(0, 1)},
         [](matching&, certificate& shown) { ++(*shown.prices)[0].positions; }},
        {"APriceTooLow",
         in_fit,
         {about(0, 1)},
         [](matching&, certificate& shown) { --(*shown.prices)[1].positions; }},
        {"APriceThatSomebodyWithoutAPlaceCouldPay",
         in_fit,
         {about(1, 0)},
         [](matching&, certificate& shown) { (*shown.prices)[0].positions = -1; }},
        {"APriceBelowNothing",
         in_fit,
         {about_pool(0), about(1, 0)},
         [](matching&, certificate& shown) { (*shown.prices)[0] = {.positions = -1}; }},
        {"APriceOfSomebodyMoreImportant",
         in_fit,
         {about(0, 1)},
         [](matching&, certificate& shown) { (*shown.prices)[0].person->tier = 1; }},
        {"PricesThatNobodyWouldPay", // they would be better off with nothing
         in_fit,
         {about(0, 0), about(2, 1)},
         [](matching&, certificate& shown) {
             for (auto& one : *shown.prices)
                 one.person->tier = 0;
         }},
        {"APriceBeyondAllPositions",
         in_fit,
         {about_pool(0), about(1, 0)},
         [](matching&, certificate& shown) {
             (*shown.prices)[0].positions = std::numeric_limits<std::int64_t>::max();
         }},
        {"APriceTwice",
         in_fit,
         {about_pool(1)},
         [](matching&, certificate& shown) { shown.prices->push_back(shown.prices->back()); }},
        {"APriceOfAPoolThatDoesNotExist",
         in_fit,
         {about_pool(4, 2)},
         [](matching&, certificate& shown) {
             shown.prices->push_back({4, 2, {}, 1});
         }},
        {"APriceWhereASeatIsLeft",
         in_fit,
         {about_pool(1)},
         [](matching& made, certificate&) { made.placements.pop_back(); }},
        {"MoreThanTheSeatsInFit",
         in_fit,
         {about_pool(0), about(1, 0)},
         [](matching& made, certificate&) {
             made.placements.push_back({.person = 1, .intervention = 0, .pool = 0});
         }},
        {"SomebodyInTwoPlacesInFit",
         in_fit,
         {about_pool(1), about(0, 0)},
         [](matching& made, certificate&) { made.placements[1].person = 0; }},
        {"SomebodyWhereTheyDidNotWantToBeInFit",
         in_fit,
         {about(2, 0)},
         [](matching& made, certificate&) {
             std::swap(made.placements[0].person, made.placements[1].person);
         }},
        {"SomebodyInAPoolThatDoesNotExistInFit",
         in_fit,
         {about_pool(1), about(2, 1, std::nullopt)},
         [](matching& made, certificate&) { made.placements[1].pool = 7; }},
        {"SomebodySaidToBeAnIncumbentInFit",
         in_fit,
         {about(2, 1)},
         [](matching& made, certificate&) { made.placements[1].incumbent = true; }},
    };
}

class OneChange : public testing::TestWithParam<one_change>
{};

INSTANTIATE_TEST_SUITE_P(Verify, OneChange, testing::ValuesIn(changes()),
                         [](auto const& one) { return one.param.name; });

TEST_P(OneChange, IsFound)
{
    running_world const run(three_for_two(GetParam().chosen));
    auto made = match(run);
    ASSERT_EQ(made.placements.size(), 2U);
    auto shown = certify(run, made);
    GetParam().change(made, shown);
    EXPECT_THAT(verify(run, made, shown), testing::ElementsAreArray(GetParam().expected));
}

} // namespace
} // namespace finsam
