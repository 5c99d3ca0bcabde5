// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/fact.hpp>

#include <gtest/gtest.h>

#include <string>

namespace finsam {
namespace {

TEST(Fact, IsUnknownUntilSomethingIsSaid)
{
    EXPECT_EQ(fact<int>{}.state(), fact_state::unknown);
    EXPECT_EQ(fact<int>{none}.state(), fact_state::none);
    EXPECT_EQ(fact<std::string>{std::string("x")}.value(), "x");
}

TEST(Fact, ThatIsUnknownIsNotTheSameAsOneThatIsNone)
{
    EXPECT_NE(fact<int>{}, fact<int>{none});
    EXPECT_NE(fact<int>{0}, fact<int>{});
}

} // namespace
} // namespace finsam
