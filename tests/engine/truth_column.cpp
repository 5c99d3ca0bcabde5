// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/truth_column.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(TruthColumn, HoldsPersonIInBitIOfItsWords)
{
    truth_column column(3);
    column.yes[1] = 1;
    column.no[2] = std::uint64_t{1} << 63;
    EXPECT_EQ(answer_of(column, 64), truth::yes);
    EXPECT_EQ(answer_of(column, 191), truth::no);
    EXPECT_EQ(answer_of(column, 63), truth::unknown);
    EXPECT_EQ(answer_of(column, 65), truth::unknown);
}

} // namespace
} // namespace finsam
