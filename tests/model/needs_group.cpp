// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/needs_group.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(NeedsGroup, HasTheKeysOfAPlan)
{
    EXPECT_EQ(keys_of<needs_group>(),
              (described_words{"id", "label", "rule", "when", "priority", "cite", "period"}));
}

TEST(NeedsGroup, ByTheNameOfARuleIsNotOneByItsCriterion)
{
    needs_group const named{.id = "young", .rule = "young", .priority = 1};
    needs_group const written{
        .id = "young", .when = criterion{rule_reference{"young"}}, .priority = 1};
    EXPECT_NE(named, written);
    auto later = named;
    later.priority = 2;
    EXPECT_NE(named, later);
}

} // namespace
} // namespace finsam
