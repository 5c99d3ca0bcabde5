// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/rule.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Rule, HasTheKeysOfAPlan)
{
    EXPECT_EQ(keys_of<rule>(), (described_words{"id", "when", "label", "cite", "period"}));
}

TEST(Rule, WithAnotherPeriodIsAnotherVersion)
{
    using namespace std::chrono;
    rule const one{.id = "long-sick",
                   .when = {leaf{"sick", comparator::is, true}},
                   .period = period{2024y / January / 1, 2025y / January / 1}};
    auto other = one;
    EXPECT_EQ(one, other);
    other.period = period{2025y / January / 1};
    EXPECT_NE(one, other);
    EXPECT_EQ(one.when, other.when);
}

} // namespace
} // namespace finsam
