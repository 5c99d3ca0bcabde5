// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/truth_column.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(TruthColumn, HoldsPersonIInBitIOfItsWords)
{
    std::vector<std::uint64_t> const yes{0, 1, 0}, no{0, 0, std::uint64_t{1} << 63};
    truth_column const column{yes, no};
    EXPECT_EQ(answer_of(column, 64), truth::yes);
    EXPECT_EQ(answer_of(column, 191), truth::no);
    EXPECT_EQ(answer_of(column, 63), truth::unknown);
    EXPECT_EQ(answer_of(column, 65), truth::unknown);
}

} // namespace
} // namespace finsam
