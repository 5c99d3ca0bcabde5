// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/priority.hpp>

#include "matching/audit_turn.hpp"
#include "support/stability.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace finsam {
namespace {

using namespace testing_support;

/// The priority of the only person of a world.
priority priority_of(resident one, std::vector<std::int64_t> tiers = {}, matching_terms terms = {})
{
    running_world const run({.group_priority = std::move(tiers),
                             .residents = {std::move(one)},
                             .terms = std::move(terms)});
    auto all = priorities(run.compiled, run.caseload, run.eligible);
    all.at(0).id = "gone with the people";
    return all.front();
}

TEST(Priority, IsAStrictTotalOrderOverPeopleWithDifferentIds)
{
    std::vector<priority> all;
    for (auto const tier : {std::optional<std::int64_t>{}, std::optional<std::int64_t>{1},
                            std::optional<std::int64_t>{2}})
        for (std::int64_t const waited : {0, 1, 7})
            for (std::uint64_t const tie : {std::uint64_t{0}, ~std::uint64_t{0}})
                for (std::string_view const id : {"a", "b", "\xc3\xa5"})
                    all.push_back({tier, waited, tie, id});
    for (std::size_t a = 0; a < all.size(); ++a)
        for (std::size_t b = 0; b < all.size(); ++b) {
            EXPECT_EQ(before(all[a], all[b]) + before(all[b], all[a]), a == b ? 0 : 1);
            for (auto const& c : all)
                EXPECT_TRUE(!before(all[a], all[b]) || !before(all[b], c) || before(all[a], c));
        }
}

TEST(Priority, ComparesTierThenWaitThenLotThenId)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_TRUE(before({.tier = 1, .waited = 0, .tie = 9, .id = "b"}, {.tier = 2, .waited = 5}));
    EXPECT_TRUE(before({.tier = most, .tie = 9}, {.waited = 5})) << "in no needs group";
    EXPECT_TRUE(before({.tier = 1, .waited = 2, .tie = 9}, {.tier = 1, .waited = 1, .tie = 0}));
    EXPECT_TRUE(before({.tie = 1, .id = "b"}, {.tie = 2, .id = "a"}));
    EXPECT_TRUE(before({.id = "z"}, {.id = "\xc3\xa5"})) << "ids go by their bytes";
}

TEST(Priority, TakesTheSmallestTierOfTheGroupsThatAreYes)
{
    auto const tier = [](std::vector<truth> groups) {
        return priority_of({.id = "p", .groups = std::move(groups)}, {3, 1, 2}).tier;
    };
    using enum truth;
    EXPECT_EQ(tier({yes, no, yes}), 2);
    EXPECT_EQ(tier({yes, unknown, no}), 3) << "unknown is not yes";
    EXPECT_EQ(tier({no, unknown, no}), std::nullopt);
}

TEST(Priority, CountsTheWaitInWholeBuckets)
{
    auto const waited = [](std::optional<int> days, std::int64_t bucket) {
        return priority_of({.id = "p", .waited = days}, {}, {.waiting_bucket_days = bucket}).waited;
    };
    EXPECT_EQ(waited(59, 30), 1);
    EXPECT_EQ(waited(60, 30), 2);
    EXPECT_EQ(waited(60, 1), 60);
    EXPECT_EQ(waited(29, 30), 0);
    EXPECT_EQ(waited(0, 1), 0);
    EXPECT_EQ(waited(-1, 1), 0) << "a day that has not come is no wait";
    EXPECT_EQ(waited({}, 1), 0) << "nor is one that is not on record";
    EXPECT_EQ(waited(700000, std::numeric_limits<std::int64_t>::max()), 0);
}

TEST(Priority, CountsNoWaitForSomebodyKnownNotToWaitOrWhoseDateIsWithheld)
{
    running_world const empty({.terms = {}});
    people caseload(empty.compiled.facts());
    for (auto const state : {fact_state::none, fact_state::withheld}) {
        auto someone = person_of(empty.compiled, {.id = "p"});
        someone.facts[waiting_since_column].state = state;
        caseload.append(someone);
    }
    auto const eligible = evaluate(empty.compiled, caseload, empty.allowed);
    for (auto const& one : priorities(empty.compiled, caseload, eligible))
        EXPECT_EQ(one.waited, 0);
}

TEST(TieNumber, IsSipHashOfTheIdUnderThePlansSeed)
{
    plan agreed{.matching = matching_terms{.seed = "000102030405060708090a0b0c0d0e0f"}};
    std::string_view const id("\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e", 15);
    EXPECT_EQ(tie_number(agreed, id), 0xa129ca6149be45e5);
    agreed.matching->seed = "000102030405060708090A0B0C0D0E0F";
    EXPECT_EQ(tie_number(agreed, id), 0xa129ca6149be45e5);
}

TEST(TieNumber, HasAllZerosForASeedWhereThePlanGivesNone)
{
    plan const zeros{.matching = matching_terms{.seed = std::string(32, '0')}};
    EXPECT_EQ(tie_number({}, "p01"), tie_number(zeros, "p01"));
    EXPECT_EQ(tie_number({.matching = matching_terms{}}, "p01"), tie_number(zeros, "p01"));
}

TEST(TieNumber, IsTheAuditsLot)
{
    dice roll(4201);
    static char const digits[] = "0123456789abcdefABCDEF";
    for (int n = 0; n < 2000; ++n) {
        std::string seed, id;
        while (seed.size() < 32)
            seed.push_back(digits[roll(22)]);
        for (auto length = roll(70); length > 0; --length)
            id.push_back(static_cast<char>(roll(256)));
        plan const agreed{.matching = matching_terms{.seed = seed}};
        ASSERT_EQ(tie_number(agreed, id), audited::lottery(agreed).lot(id)) << seed << ", " << n;
    }
    EXPECT_EQ(tie_number({}, "p01"), audited::lottery({}).lot("p01"));
}

TEST(Priorities, AreTheSpecificationsAndTheAuditsForEveryone)
{
    dice roll(4202);
    for (int n = 0; n < 500; ++n) {
        auto const drawn = random_world(roll);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        running_world const run(drawn);
        reading const read(drawn);
        auto const all = priorities(run.compiled, run.caseload, run.eligible);
        ASSERT_EQ(all.size(), drawn.residents.size());
        audited::turn_book const book(run.compiled);
        std::vector<audited::turn> turns;
        for (std::size_t a = 0; a < all.size(); ++a) {
            EXPECT_EQ(all[a].id, drawn.residents[a].id);
            EXPECT_EQ(all[a].tier, read.tier(a));
            EXPECT_EQ(all[a].waited, read.buckets(a));
            auto tier = book.no_tier();
            for (std::size_t i = 0; i < drawn.group_priority.size(); ++i)
                if (drawn.residents[a].groups[i] == truth::yes)
                    tier = std::min(tier, book.tier(i));
            auto const& since = run.caseload.fact(a, waiting_since_column);
            turns.push_back(book.of(all[a].id,
                                    since.state == fact_state::value ? std::optional{since.number}
                                                                     : std::nullopt,
                                    tier));
        }
        audited::turn_order const served_before(turns, run.caseload);
        for (std::size_t a = 0; a < all.size(); ++a)
            for (std::size_t b = 0; b < all.size(); ++b) {
                ASSERT_EQ(before(all[a], all[b]), read.rank(a) < read.rank(b));
                ASSERT_EQ(served_before(a, b), read.rank(a) < read.rank(b));
            }
    }
}

TEST(BestTiers, CountUnknownGroupsAsYes)
{
    dice roll(4203);
    for (int n = 0; n < 300; ++n) {
        auto const drawn = random_world(roll);
        running_world const run(drawn);
        reading const read(drawn);
        auto const best = best_tiers(run.compiled, run.eligible);
        ASSERT_EQ(best.size(), drawn.residents.size());
        for (std::size_t row = 0; row < best.size(); ++row)
            ASSERT_EQ(best[row], read.tier(row, truth::unknown))
                << "seed " << roll.seed() << ", world " << n << "\n"
                << to_text(drawn);
    }
}

} // namespace
} // namespace finsam
