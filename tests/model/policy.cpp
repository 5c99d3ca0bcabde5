// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/policy.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Policy, HasTheWordsOfTheDocument)
{
    EXPECT_EQ(words_of<policy>(), (described_words{"stable", "serial", "coverage", "fit"}));
}

TEST(Policy, IsStableUnlessSomethingElseIsSaid)
{
    EXPECT_EQ(policy{}, policy{policies::stable{}});
}

TEST(Policy, IsEqualToTheSameAndToNoOther)
{
    policy const one = policies::fit{};
    EXPECT_EQ(one, policy{policies::fit{}});
    EXPECT_NE(one, policy{policies::coverage{}});
}

} // namespace
} // namespace finsam
