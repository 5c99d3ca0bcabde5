// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/duty.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Duty, HasTheWordsOfAPlan)
{
    EXPECT_EQ(words_of<duty>(), (described_words{"finance", "run", "provide", "refer", "coordinate",
                                                 "decide", "follow_up"}));
}

TEST(Duty, IsAMembersInAnIntervention)
{
    EXPECT_EQ(keys_of<responsibility>(), (described_words{"member", "duty"}));
    EXPECT_NE((responsibility{"af", duty::run}), (responsibility{"af", duty::refer}));
    EXPECT_NE((responsibility{"af", duty::run}), (responsibility{"fk", duty::run}));
}

} // namespace
} // namespace finsam
