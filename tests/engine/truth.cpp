// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/truth.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace finsam {
namespace {

constexpr truth all[] = {truth::no, truth::unknown, truth::yes};

/// Kleene's strong tables, written out: rows are the first answer, columns the second.
constexpr truth n = truth::no, u = truth::unknown, y = truth::yes;
constexpr truth both[3][3] = {{n, n, n}, {n, u, u}, {n, u, y}};
constexpr truth either[3][3] = {{n, u, y}, {u, u, y}, {y, y, y}};

constexpr bool tables_hold()
{
    for (auto const a : all)
        for (auto const b : all) {
            if ((a && b) != both[int(a)][int(b)] || (a || b) != either[int(a)][int(b)])
                return false;
            if ((!(a && b)) != (!a || !b) || (!(a || b)) != (!a && !b))
                return false; // De Morgan
            if ((a && b) != (b && a) || (a || b) != (b || a))
                return false;
        }
    return (!n) == y && (!u) == u && (!y) == n;
}
static_assert(tables_hold());

TEST(Truth, FollowsKleenesStrongTables)
{
    EXPECT_TRUE(tables_hold());
}

TEST(Truth, AMissingFactIsNotANo)
{
    EXPECT_NE(truth::unknown, truth::no);
    EXPECT_EQ(truth::yes && truth::unknown, truth::unknown);
    EXPECT_EQ(truth::no || truth::unknown, truth::unknown);
}

TEST(Truth, OneFailedConditionSettlesIt)
{
    EXPECT_EQ(truth::no && truth::unknown, truth::no);
}

TEST(Truth, IsWrittenByItsName)
{
    std::ostringstream out;
    out << truth::no << ' ' << truth::unknown << ' ' << truth::yes;
    EXPECT_EQ(out.str(), "no unknown yes");
}

} // namespace
} // namespace finsam
