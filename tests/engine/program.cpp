// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/compile.hpp>
#include <finsam/engine/program.hpp>

#include "support/in_plans.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace finsam {
namespace {

using namespace testing_support;

/// Calls with the programs of random plans.
template<class Look>
void in_programs(Look const& look)
{
    in_plans(1930, 60, [&](engine const& compiled) { look(compiled, compiled.lowered()); });
}

TEST(Program, HasChildrenBeforeTheirParents)
{
    std::size_t parents = 0;
    in_programs([&](engine const&, program const& all) {
        for (std::size_t i = 0; i < all.nodes.size(); ++i) {
            auto const& one = all.nodes[i];
            ASSERT_LE(one.first + one.count, all.children.size());
            for (std::uint32_t k = 0; k < one.count; ++k)
                EXPECT_LT(all.children[one.first + k], i);
            parents += one.count > 0;
        }
    });
    EXPECT_GT(parents, 100U);
}

TEST(Program, HasOneTestForEqualLeaves)
{
    in_programs([](engine const& compiled, program const& all) {
        auto const distinct = std::set<test>(all.tests.begin(), all.tests.end());
        EXPECT_EQ(distinct.size(), all.tests.size());
        for (auto const& one : all.tests) {
            EXPECT_LT(one.column, compiled.facts().columns.size());
            EXPECT_TRUE(std::ranges::is_sorted(one.numbers));
            EXPECT_TRUE(std::ranges::is_sorted(one.codes));
        }
        for (auto const& one : all.nodes)
            if (one.kind == node_kind::leaf) {
                EXPECT_LT(one.test, all.tests.size());
            }
    });
}

TEST(Program, AsksForAtMostOneMoreThanThereAre)
{
    in_programs([](engine const&, program const& all) {
        for (auto const& one : all.nodes)
            EXPECT_LE(one.at_least, one.count + 1);
    });
}

TEST(Program, SaysOfEachNodeWhereItIsWritten)
{
    in_programs([](engine const& compiled, program const& all) {
        EXPECT_EQ(all.written.size(), all.nodes.size());
        for (auto const& one : all.written)
            EXPECT_TRUE(one.at.starts_with('/')) << one.at;
        EXPECT_EQ(all.needs_groups.size(), compiled.needs_groups().size());
        for (auto const* several : {&all.needs_groups, &all.interventions})
            for (auto const& one : *several)
                EXPECT_LT(one.root, all.nodes.size());
    });
}

} // namespace
} // namespace finsam
