// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/choice.hpp>

#include "matching/audit_choice.hpp"
#include "support/stability.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

/// A pool and who asks for a place in it, in order of priority.
struct asked_pool
{
    std::int64_t free = 0;
    std::vector<reserve> reserved{};
    uses_of uses{};
};

asked_pool random_pool_asked(dice& roll, std::uint64_t people = 7)
{
    asked_pool drawn{.free = static_cast<std::int64_t>(roll(6))};
    for (auto wanted = roll(4); wanted > 0; --wanted)
        drawn.reserved.push_back(
            {.count = static_cast<std::int64_t>(roll(4)), .hard = roll.chance(2)});
    drawn.uses.resize(roll(people + 1));
    for (auto& uses : drawn.uses)
        for (std::uint32_t i = 0; i < drawn.reserved.size(); ++i)
            if (roll.chance(2))
                uses.push_back(i);
    return drawn;
}

std::string to_text(asked_pool const& drawn)
{
    auto text = std::to_string(drawn.free) + " free;";
    for (auto const& one : drawn.reserved)
        text += ' ' + std::to_string(one.count) + (one.hard ? " hard" : " soft");
    for (auto const& uses : drawn.uses) {
        text += "; uses";
        for (auto const at : uses)
            text += ' ' + std::to_string(at);
    }
    return text;
}

reserve_bits bits_of(std::vector<std::uint32_t> const& positions)
{
    unsigned bits = 0;
    for (auto const at : positions)
        bits |= 1U << at;
    return static_cast<reserve_bits>(bits);
}

/// Lets people ask in the order given; checks that at most one is turned away for each.
unsigned admitted_after(asked_pool const& drawn, std::vector<std::uint32_t> const& order,
                        pool_choice& pool)
{
    unsigned admitted = 0;
    for (auto const rank : order) {
        admitted |= 1U << rank;
        if (auto const turned_away = pool.ask(rank, bits_of(drawn.uses[rank]))) {
            EXPECT_TRUE((admitted >> *turned_away & 1) != 0);
            admitted &= ~(1U << *turned_away);
        }
        EXPECT_EQ(pool.admitted(), static_cast<std::size_t>(std::popcount(admitted)));
    }
    return admitted;
}

unsigned chosen_of(asked_pool const& drawn, unsigned who)
{
    uses_of uses;
    std::vector<std::size_t> rank;
    for (std::size_t i = 0; i < drawn.uses.size(); ++i)
        if ((who >> i & 1) != 0) {
            uses.push_back(drawn.uses[i]);
            rank.push_back(i);
        }
    auto const chosen = chosen_by_subsets(drawn.free, drawn.reserved, uses);
    unsigned all = 0;
    for (std::size_t i = 0; i < rank.size(); ++i)
        if ((chosen >> i & 1) != 0)
            all |= 1U << rank[i];
    return all;
}

TEST(PoolChoice, IsTheDefinitionTriedOnEverySubsetInWhateverOrderPeopleAsk)
{
    dice roll(4101);
    for (int n = 0; n < 20000; ++n) {
        auto const drawn = random_pool_asked(roll);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", pool " + std::to_string(n) + ": "
                     + to_text(drawn));
        pool_choice pool(drawn.free, drawn.reserved);
        auto const order = random_order(roll, drawn.uses.size());
        auto const admitted = admitted_after(drawn, order, pool);
        ASSERT_EQ(admitted, chosen_of(drawn, (1U << drawn.uses.size()) - 1));

        // The audit has its own words for it.
        std::vector<audited::usable_reserves> uses;
        for (auto const& one : drawn.uses)
            uses.emplace_back(one.begin(), one.end());
        auto const second = audited::chosen(drawn.free, drawn.reserved, uses);
        for (std::size_t i = 0; i < second.size(); ++i)
            ASSERT_EQ(second[i], (admitted >> i & 1) != 0) << "applicant " << i;
    }
}

TEST(PoolChoice, TurnsNobodyAwayWhoWouldBeTakenWithMorePeopleAsking)
{
    dice roll(4102);
    for (int n = 0; n < 1500; ++n) {
        auto const drawn = random_pool_asked(roll, 6);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", pool " + std::to_string(n) + ": "
                     + to_text(drawn));
        auto const all = (1U << drawn.uses.size()) - 1;
        std::vector<unsigned> chosen;
        for (unsigned who = 0; who <= all; ++who)
            chosen.push_back(chosen_of(drawn, who));
        for (unsigned many = 0; many <= all; ++many)
            for (unsigned few = many;; few = (few - 1) & many) {
                // substitutes, the law of aggregate demand, and path independence
                ASSERT_EQ(chosen[many] & few & ~chosen[few], 0U);
                ASSERT_LE(std::popcount(chosen[few]), std::popcount(chosen[many]));
                ASSERT_EQ(chosen[chosen[few] | (many & ~few)], chosen[many]);
                if (few == 0)
                    break;
            }
    }
}

TEST(PoolChoice, WithoutReservesTakesTheFirstInOrderOfPriority)
{
    pool_choice pool(2, {});
    EXPECT_EQ(pool.ask(7), std::nullopt);
    EXPECT_EQ(pool.ask(3), std::nullopt);
    EXPECT_EQ(pool.ask(5), 7U);
    EXPECT_EQ(pool.ask(9), 9U);
    EXPECT_EQ(pool.admitted(), 2U);
    EXPECT_EQ(pool.last_admitted(0), 5U);
}

TEST(PoolChoice, WithoutSeatsAdmitsNobody)
{
    for (std::int64_t const free : {0, -3}) {
        pool_choice pool(free, {{.count = 2, .hard = true}});
        EXPECT_EQ(pool.ask(1, 1), 1U);
        EXPECT_EQ(pool.last_admitted(1), std::nullopt);
    }
}

TEST(PoolChoice, GivesASoftReserveThatFindsNobodyToOthersAndAHardOneToNobody)
{
    pool_choice soft(1, {{.count = 1}});
    EXPECT_EQ(soft.ask(1), std::nullopt);
    EXPECT_EQ(soft.ask(2, 1), 1U) << "until somebody in the group asks";
    pool_choice hard(1, {{.count = 1, .hard = true}});
    EXPECT_EQ(hard.ask(1), 1U);
    EXPECT_EQ(hard.ask(2, 1), std::nullopt);
}

TEST(PoolChoice, CutsReservesFromTheLastListedBackwards)
{
    pool_choice pool(2, {{.count = 1}, {.count = 2}, {.count = 1}});
    EXPECT_EQ(pool.ask(4, 2), std::nullopt);
    EXPECT_EQ(pool.ask(3, 1), std::nullopt);
    EXPECT_EQ(pool.ask(2, 2), 4U) << "one seat is left of the second reserve";
    EXPECT_EQ(pool.ask(1, 4), 1U) << "and none of the third";
}

TEST(PoolChoice, MovesSomebodyToAnotherReserveToMakeRoom)
{
    pool_choice pool(2, {{.count = 1}, {.count = 1}});
    EXPECT_EQ(pool.ask(1), std::nullopt);
    EXPECT_EQ(pool.ask(2, 3), std::nullopt);
    EXPECT_EQ(pool.ask(3, 1), 1U);
}

TEST(PoolChoice, FillsHardReservesBeforeSoftOnes)
{
    // Whoever may use both takes the hard seat, so that the soft one is left for anybody.
    pool_choice pool(2, {{.count = 1}, {.count = 1, .hard = true}});
    EXPECT_EQ(pool.ask(2, 3), std::nullopt);
    EXPECT_EQ(pool.ask(1), std::nullopt);
    EXPECT_EQ(pool.admitted(), 2U);
}

TEST(PoolChoice, TellsWhomAPersonWouldHaveReplacedByStandingBeforeThem)
{
    // Moving a refused person up step by step finds the first place in the order that is too late.
    dice roll(4103);
    int told = 0;
    for (int n = 0; n < 10000; ++n) {
        auto const drawn = random_pool_asked(roll);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", pool " + std::to_string(n) + ": "
                     + to_text(drawn));
        pool_choice pool(drawn.free, drawn.reserved);
        auto const admitted = admitted_after(drawn, random_order(roll, drawn.uses.size()), pool);
        for (std::uint32_t who = 0; who < drawn.uses.size(); ++who) {
            if ((admitted >> who & 1) != 0)
                continue;
            std::optional<std::uint32_t> last;
            for (std::uint32_t before = 0; before < who; ++before) {
                auto uses = drawn.uses;
                auto const one = uses[who];
                uses.erase(uses.begin() + who);
                uses.insert(uses.begin() + before, one);
                auto const now = chosen_by_subsets(drawn.free, drawn.reserved, uses);
                if ((now >> before & 1) != 0)
                    last = before;
            }
            auto const found = pool.last_admitted(bits_of(drawn.uses[who]));
            // Standing just before the last one admitted is enough, and just after is not.
            ASSERT_EQ(found, last) << "applicant " << who;
            told += found.has_value();
        }
    }
    EXPECT_GT(told, 1000);
}

} // namespace
} // namespace finsam
