// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/mandate.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Mandate, HasTheKeysAndPurposesOfAPlan)
{
    EXPECT_EQ(keys_of<mandate>(), (described_words{"id", "member", "purpose", "cite", "period"}));
    EXPECT_EQ(words_of<purpose>(), (described_words{"placement", "follow_up", "planning"}));
}

TEST(Mandate, ForAnotherPurposeIsAnother)
{
    mandate const one{.id = "m", .member = "af", .purpose = purpose::placement, .cite = {"SFS"}};
    auto other = one;
    EXPECT_EQ(one, other);
    other.purpose = purpose::planning;
    EXPECT_NE(one, other);
}

} // namespace
} // namespace finsam
