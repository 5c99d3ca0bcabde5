// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/municipality_code.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(MunicipalityCode, IsFourDigitsOfWhichTwoNameTheCounty)
{
    constexpr municipality_code haninge{"0136"};
    static_assert(haninge.digits() == "0136");
    static_assert(haninge.county() == "01");
    static_assert(haninge == municipality_code::parse("0136"));
    static_assert(haninge < municipality_code{"0192"});
    static_assert(municipality_code{}.digits() == "0000");
}

TEST(MunicipalityCode, IsNothingElse)
{
    for (auto const* text : {"", "136", "01360", "013a", " 136", "-136", "013\xc3"})
        EXPECT_EQ(municipality_code::parse(text), std::nullopt) << text;
}

} // namespace
} // namespace finsam
