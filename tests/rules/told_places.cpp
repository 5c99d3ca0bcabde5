// SPDX-License-Identifier: BSL-1.0
#include "rules/told_places.hpp"

#include <finsam/model/rule.hpp>

#include <gtest/gtest.h>

namespace finsam::checking {
namespace {

TEST(ToldPlaces, CoverWhatIsBelowThem)
{
    told_places told;
    EXPECT_FALSE(told.cover(""));
    told.add("/rules/1");
    EXPECT_TRUE(told.cover("/rules/1"));
    EXPECT_TRUE(told.cover("/rules/1/when/fact"));
    EXPECT_FALSE(told.cover("/rules/10"));
    EXPECT_FALSE(told.cover("/rules"));
    told.add("");
    EXPECT_TRUE(told.cover("/rules/10"));
}

TEST(ToldPlaces, TouchWhatIsAboveAndBelowThem)
{
    told_places told;
    told.add("/rules/1/when");
    EXPECT_TRUE(told.touch("/rules"));
    EXPECT_TRUE(told.touch("/rules/1/when/fact"));
    EXPECT_FALSE(told.touch("/rules/1/id"));
    EXPECT_FALSE(told.touch("/rule"));
    EXPECT_FALSE(told.touch_beside("/rules/1", {"when"}));
    EXPECT_TRUE(told.touch_beside("/rules/1", {"id"}));
}

// JSON allows the empty key, and its pointer is the object's with a slash.
TEST(ToldPlaces, KnowAnEmptyKey)
{
    told_places told;
    told.add("/rules/1/");
    EXPECT_TRUE(told.touch("/rules/1"));
    EXPECT_TRUE(told.touch_beside("/rules/1", {"id"}));
    EXPECT_TRUE(told.hide<rule>("/rules/1", "id")); // nobody knows what it was to be
}

TEST(ToldPlaces, HideAValueOnlyBehindAMisspellingOfItsKey)
{
    told_places told;
    told.add("/rules/1/perid");
    EXPECT_TRUE(told.hide<rule>("/rules/1", "period"));
    EXPECT_FALSE(told.hide<rule>("/rules/1", "when"));
    EXPECT_FALSE(told.hide<rule>("/rules/2", "period"));
}

} // namespace
} // namespace finsam::checking
