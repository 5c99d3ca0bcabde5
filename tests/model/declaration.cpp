// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/declaration.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Declaration, HasTheKeysOfAPlan)
{
    EXPECT_EQ(keys_of<declaration>(), (described_words{"id", "title", "signatories", "period",
                                                       "needs_groups", "commitments", "cite"}));
    EXPECT_EQ(keys_of<commitment>(), (described_words{"member", "duty", "needs_group", "text"}));
}

TEST(Declaration, IsWhatEachHasPromised)
{
    declaration const one{.id = "d",
                          .signatories = {"fk", "af"},
                          .commitments = {{.member = "af", .duty = duty::coordinate}}};
    auto other = one;
    EXPECT_EQ(one, other);
    other.commitments[0].member = "fk";
    EXPECT_NE(one, other);
    other = one;
    other.commitments[0].needs_group = "young";
    EXPECT_NE(one, other);
}

} // namespace
} // namespace finsam
