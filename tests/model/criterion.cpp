// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/criterion.hpp>

#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Criterion, IsItsFormItsLabelAndItsCitation)
{
    auto const one = all_of({asks("a", comparator::is, true), refers("b")});
    EXPECT_EQ(one, all_of({asks("a", comparator::is, true), refers("b")}));
    EXPECT_NE(one, all_of({refers("b"), asks("a", comparator::is, true)}));
    EXPECT_NE(one, any_of({asks("a", comparator::is, true), refers("b")}));
    auto other = one;
    other.label = same_text("both");
    EXPECT_NE(one, other);
    other = one;
    other.cite = citation{"act"};
    EXPECT_NE(one, other);
}

TEST(Criterion, CountsInAGroupOfAtLeastSoMany)
{
    EXPECT_NE(at_least_of(1, {refers("a")}), at_least_of(2, {refers("a")}));
    EXPECT_NE(at_least_of(1, {refers("a")}), at_least_of(by_parameter("one"), {refers("a")}));
}

TEST(Constant, OfTextIsNotATruth)
{
    // A string literal must not become `true` on its way into the variant.
    EXPECT_EQ(std::get<std::string>(constant{"text"}), "text");
}

} // namespace
} // namespace finsam
