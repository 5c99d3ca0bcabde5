// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/intervention.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Intervention, HasTheKeysAndKindsOfAPlan)
{
    EXPECT_EQ(
        keys_of<intervention>(),
        (described_words{"id", "label", "kind", "rule", "when", "members", "places", "methods",
                         "period", "cost_per_place", "leads_to", "requires_completed", "cite"}));
    EXPECT_EQ(words_of<intervention_kind>(), (described_words{"individual", "structural"}));
}

TEST(Intervention, HasPlacesInPoolsWithReserves)
{
    EXPECT_EQ(keys_of<pool>(), (described_words{"municipalities", "count", "reserved", "cite"}));
    EXPECT_EQ(keys_of<reserve>(), (described_words{"needs_group", "count", "hard"}));
    EXPECT_FALSE(reserve{}.hard);
}

TEST(Intervention, APoolThatNamesNoMunicipalitiesIsNotOneThatNamesNone)
{
    // The first serves whom no other pool serves, the second would serve nobody.
    EXPECT_NE((pool{.count = 1}), (pool{.municipalities = std::vector<std::string>{}, .count = 1}));
}

} // namespace
} // namespace finsam
