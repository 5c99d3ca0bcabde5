// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/build.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

criterion const a = rule_named("a"), b = rule_named("b"), c = rule_named("c");

TEST(Build, AChainOfOneOperatorIsOneGroup)
{
    EXPECT_EQ((a and b and c), all_of({a, b, c}));
    EXPECT_EQ((a or b or c), any_of({a, b, c}));
    EXPECT_EQ(((a and b) or c), any_of({all_of({a, b}), c}));
    EXPECT_EQ(not a, none_of({a}));
}

TEST(Build, WhatStandsInParenthesesOnTheRightStaysAGroup)
{
    EXPECT_EQ((a and (b and c)), all_of({a, all_of({b, c})}));
}

TEST(Build, AGroupWithItsOwnSourceOrWordsStaysWhole)
{
    auto const sourced = cite("SFS 2010:110", a and b);
    EXPECT_EQ((sourced and c), all_of({sourced, c}));
    EXPECT_EQ(sourced.cite, (citation{.source = "SFS 2010:110"}));
    auto const labelled = label("both", a and b);
    EXPECT_EQ((labelled and c), all_of({labelled, c}));
    EXPECT_EQ(labelled.label, same_text("both"));
}

TEST(Build, SoManyOfSeveralMayBeAParameter)
{
    auto const one = at_least_of(parameter_named("how-many"), {a, b, c});
    EXPECT_EQ(std::get<group>(one.form).count, amount{parameter_reference{"how-many"}});
    EXPECT_NE(one, at_least_of(2, {a, b, c}));
}

} // namespace
} // namespace finsam
