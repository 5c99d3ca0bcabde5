// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/parameter.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace std::chrono;

TEST(Parameter, HasTheLastValueThatIsNotLater)
{
    parameter const age{"age", {}, {{2020y / January / 1, 25}, {2025y / July / 1, 30}}};
    EXPECT_EQ(value_on(age, 2019y / December / 31), nullptr);
    EXPECT_EQ(value_on(age, 2020y / January / 1)->value, 25);
    EXPECT_EQ(value_on(age, 2025y / June / 30)->value, 25);
    EXPECT_EQ(value_on(age, 2025y / July / 1)->value, 30);
    EXPECT_EQ(value_on(age, 9999y / December / 31)->value, 30);
}

TEST(Parameter, WithoutValuesHasNoneOnAnyDay)
{
    EXPECT_EQ(value_on({"age", {}, {}}, 2020y / January / 1), nullptr);
}

} // namespace
} // namespace finsam
