// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/priority.hpp>

#include "support/verified.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

/// Every set of closings that the marks of the people allow: one is accepted only where coverage is
/// the best, and there one is.
TEST(Closings, ProveTheBestCoverageAndNothingElse)
{
    int best_ones = 0, others = 0;
    long tried = 0;
    world_sizes const sizes{.people = 3, .interventions = 2, .seats = 1};
    in_worlds(6207, 1500, policies::coverage{}, sizes, [&](world const& drawn, dice&) {
        running_world const run(drawn);
        reading const read(drawn);
        auto const proposed = match(run);
        auto const best = best_worth(drawn, read);
        std::vector<std::vector<pool_closing>> closings;
        for (auto const& [intervention, pool] : pools_of(drawn)) {
            auto& of_pool = closings.emplace_back();
            for (auto const& one : priorities(run.compiled, run.caseload, run.eligible))
                of_pool.push_back({intervention, pool, {one.tier, one.waited, one.tie}});
        }
        read.for_each_outcome([&](outcome const& got) {
            auto const made = placed_as(proposed, read, got);
            bool const is_best = read.is_feasible(got) && covered(read, got) == best;
            bool accepted = false;
            for_each_selection(closings, [&](std::vector<pool_closing> const& lines) {
                accepted = accepted || verify(run, made, {.closings = lines}).empty();
                ++tried;
            });
            EXPECT_EQ(accepted, is_best) << testing::PrintToString(got);
            ++(is_best ? best_ones : others);
        });
    });
    EXPECT_GE(best_ones, 1500);
    EXPECT_GT(others, 800);
    EXPECT_GT(tried, 50000);
}

} // namespace
} // namespace finsam
