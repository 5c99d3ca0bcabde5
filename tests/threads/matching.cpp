// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/audit.hpp>
#include <finsam/matching/match.hpp>

#include "support/worlds.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Threads, MatchFromOneEngineAndOneCaseload)
{
    dice roll(42);
    running_world const run(
        random_world(roll, {.people = 60, .interventions = 5, .seats = 9, .reserves = true}));
    auto const proposed = match(run.compiled, run.caseload, run.eligible, run.allowed);

    constexpr std::size_t threads = 4;
    std::vector<char> agrees(threads);
    {
        std::vector<std::jthread> running;
        for (std::size_t i = 0; i < threads; ++i)
            running.emplace_back([&, i] {
                auto const again = match(run.compiled, run.caseload, run.eligible, run.allowed);
                agrees[i] = again == proposed && audit(run.compiled, run.caseload, again).empty();
            });
    }
    EXPECT_EQ(agrees, std::vector<char>(threads, 1));
}

} // namespace
} // namespace finsam
