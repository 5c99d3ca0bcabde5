// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/plan.hpp>

#include "support/described_words.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Plan, HasTheKeysOfTheDocument)
{
    EXPECT_EQ(keys_of<plan>(),
              (described_words{"id", "association", "period", "members", "others", "contributions",
                               "facts", "parameters", "rules", "needs_groups", "declarations",
                               "interventions", "mandates", "matching", "cite"}));
    EXPECT_EQ(keys_of<association>(), (described_words{"name", "area"}));
    EXPECT_EQ(keys_of<matching_terms>(),
              (described_words{"policy", "waiting_bucket_days", "seed"}));
}

TEST(Plan, IsEqualToItsCopyAndNotToAChangedOne)
{
    auto const one = sample_plan();
    auto other = one;
    EXPECT_EQ(one, other);
    leaf_of(of(other.rules[5].when)[3]).value = false;
    EXPECT_NE(one, other);
}

TEST(Plan, FindsTheVersionOfARuleInForceOnTheDay)
{
    auto const plan = sample_plan();
    EXPECT_EQ(find_rule(plan, "long-sick"), &plan.rules[1]);
    EXPECT_EQ(find_rule(plan, "long-sick", day(2024, 12, 31)), &plan.rules[1]);
    EXPECT_EQ(find_rule(plan, "long-sick", day(2025, 1, 1)), &plan.rules[2]);
    EXPECT_EQ(find_rule(plan, "long-sick", day(2019, 12, 31)), nullptr);
    EXPECT_EQ(find_rule(plan, "long-sikc"), nullptr);
}

TEST(Plan, FindsAMandateByItsId)
{
    auto const plan = sample_plan();
    EXPECT_EQ(find_mandate(plan, "planning"), &plan.mandates[1]);
    EXPECT_EQ(find_mandate(plan, "none"), nullptr);
}

} // namespace
} // namespace finsam
