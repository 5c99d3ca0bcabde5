// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/constant_of.hpp>

#include "support/field_participant.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace std::chrono;
using detail::constant_of;
using detail::value_name;
using testing_support::level;

TEST(ConstantOf, IsOfTheKindOfTheFactAndNotOfTheValueGiven)
{
    EXPECT_EQ(constant_of<bool>(false), constant{false});
    EXPECT_EQ(constant_of<short>(7), constant{amount{7}});
    EXPECT_EQ(constant_of<int>(std::int64_t{1} << 40), constant{amount{std::int64_t{1} << 40}});
    EXPECT_EQ(constant_of<date>(1999y / May / 2), (constant{1999y / May / 2}));
    EXPECT_EQ(constant_of<level>(level::compulsory), constant{std::string("compulsory")});
    EXPECT_EQ(constant_of<std::set<level>>(level::none), constant{std::string("none")});
    EXPECT_EQ(constant_of<std::string>("F32"), constant{std::string("F32")});
}

TEST(ConstantOf, AParameterStandsWhereANumberDoes)
{
    EXPECT_EQ(constant_of<int>(parameter_reference{"limit"}),
              constant{amount{parameter_reference{"limit"}}});
}

TEST(ConstantOf, AFactThatMayBeMissingIsComparedAsTheSameFact)
{
    EXPECT_EQ(constant_of<std::optional<level>>(level::upper_secondary),
              constant_of<level>(level::upper_secondary));
    EXPECT_EQ(constant_of<fact<int>>(3), constant_of<int>(3));
    EXPECT_EQ(value_name<fact<municipality_code>>(municipality_code{"0180"}), "0180");
    EXPECT_EQ(value_name<flag_set<level>>(level::compulsory), "compulsory");
}

} // namespace
} // namespace finsam
