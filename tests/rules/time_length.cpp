// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/time_length.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace std::chrono;

void expect(time_length const& length, amount const& count, time_unit unit)
{
    EXPECT_EQ(length.count, count);
    EXPECT_EQ(length.unit, unit);
}

TEST(TimeLength, KeepsTheUnitInWhichItIsWritten)
{
    // A year is not twelve months here: a plan says one or the other.
    expect(years{16}, amount{16}, time_unit::years);
    expect(months{192}, amount{192}, time_unit::months);
    expect(days{364}, amount{364}, time_unit::days);
}

TEST(TimeLength, MayBeAParameterInAUnit)
{
    parameter_reference const limit{"long-sick"};
    expect(in_years(limit), amount{limit}, time_unit::years);
    expect(in_months(limit), amount{limit}, time_unit::months);
    expect(in_days(limit), amount{limit}, time_unit::days);
}

} // namespace
} // namespace finsam
