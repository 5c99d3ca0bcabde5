// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

diagnostics about(std::string pointer)
{
    diagnostics found;
    add(found, {.code = diagnostic_code::no_mandate, .pointer = std::move(pointer)});
    return found;
}

TEST(Located, FindsPointersInATextWithOrWithoutAByteOrderMark)
{
    std::string const text = "{\n \"a\": [1,\n  {\"b\": 2}]}";
    for (auto const& whole : {text, "\xEF\xBB\xBF" + text}) {
        auto const found = located(about("/a/1/b"), whole, "some.plan.json");
        ASSERT_EQ(found.list.size(), 1u);
        EXPECT_EQ(found.list[0].file, "some.plan.json");
        EXPECT_EQ(found.list[0].line, 3u);
        EXPECT_EQ(found.list[0].column, 9u);
    }
}

TEST(Located, LeavesPlacesOutWhereTheTextCannotBeRead)
{
    auto const found = located(about("/a"), "{", "plan");
    EXPECT_EQ(found.list[0].line, 0u);
    EXPECT_EQ(found.errors, 1u);
}

} // namespace
} // namespace finsam
