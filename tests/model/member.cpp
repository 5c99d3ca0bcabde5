// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/member.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Member, HasTheKeysOfAPlan)
{
    EXPECT_EQ(keys_of<member>(), (described_words{"id", "party", "name", "code"}));
    EXPECT_EQ(keys_of<other_organisation>(), (described_words{"id", "name"}));
    EXPECT_EQ(keys_of<contribution>(), (described_words{"member", "amount", "cite"}));
}

TEST(Member, IsNotAnotherOfTheSameParty)
{
    // Two municipalities are two members but one party.
    member const one{"norr", party::municipality, same_text("Norr"), "9701"};
    auto other = one;
    EXPECT_EQ(one, other);
    other.code = "9702";
    EXPECT_NE(one, other);
    EXPECT_EQ(one.party, other.party);
}

TEST(Member, OfCountyNineIsItsOwnRegion)
{
    EXPECT_TRUE(is_own_region("0980"));
    EXPECT_FALSE(is_own_region("0180"));
    EXPECT_FALSE(is_own_region("9009"));
}

} // namespace
} // namespace finsam
