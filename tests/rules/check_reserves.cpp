// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/promises.hpp>
#include <finsam/rules/check.hpp>

#include "support/checked.hpp"
#include "support/every_policy.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Reserves, AreAtMostSixteenInAPool)
{
    auto plan = sample_plan();
    auto& reserved = plan.interventions[0].places[0].reserved;
    reserved.assign(16, {"hindered", 0});
    EXPECT_EQ(checked(plan), lines{});
    reserved.push_back({"hindered", 0});
    auto const found = check(plan);
    ASSERT_EQ(places(found), lines{"not_allowed /interventions/0/places/0/reserved"});
    EXPECT_EQ(found.list[0].message, "`17` reserves are more than a pool can have");
}

TEST(Reserves, MayBeOfOneGroupTwice)
{
    auto plan = sample_plan();
    plan.interventions[0].places[0].reserved = {{"hindered", 1}, {"hindered", 2, true}};
    EXPECT_EQ(checked(plan), lines{});
    plan.interventions[0].places[0].reserved[0].count = 2;
    EXPECT_EQ(checked(plan), lines{"reserve_exceeds_places /interventions/0/places/0"});
}

TEST(Reserves, AreForTheStablePolicyAndTheHintSaysWhatElseThereIs)
{
    for (auto const& other : every_policy()) {
        if (promises_of(other).reserves)
            continue;
        auto plan = sample_plan();
        plan.matching->policy = other;
        auto const found = check(plan);
        ASSERT_EQ(places(found).at(0), "not_allowed /interventions/0/places/0/reserved");
        EXPECT_EQ(found.list[0].hint,
                  "choose `stable`, or leave them out and let the `priority` of "
                  "needs groups say who comes first");
    }
}

} // namespace
} // namespace finsam
