// SPDX-License-Identifier: BSL-1.0
#include "cli/long_table.hpp"

#include <gtest/gtest.h>

#include <string>

namespace finsam::cli {
namespace {

TEST(LongTable, IsAsWideAsTheWidestCellWhichMayComeLast)
{
    std::string text;
    auto const rows = [](auto const& row) {
        row({"a", "å"}, [](std::string& last) { last += "first"; });
        row({"", ""}, [](std::string& last) { last += "behind two empty ones"; });
        row({"Östersund", "ab"}, [](std::string&) {});
    };
    EXPECT_TRUE(write_rows<2>(rows, [&](std::string_view part) { text += part; }));
    EXPECT_EQ(text, "  a          å   first\n"
                    "                 behind two empty ones\n"
                    "  Östersund  ab\n");
}

TEST(LongTable, SaysThatItHasNoRow)
{
    std::string text;
    EXPECT_FALSE(write_rows<1>([](auto const&) {}, [&](std::string_view part) { text += part; }));
    EXPECT_EQ(text, "");
}

TEST(LongTable, IsTheSameInManyPartsAndNoneOfThemIsLarge)
{
    std::string text, expected;
    std::size_t parts = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto const name = std::to_string(i);
        expected += "  " + name + std::string(5 - name.size(), ' ') + "  waits\n";
    }
    write_rows<1>(
        [](auto const& row) {
            for (int i = 0; i < 20'000; ++i)
                row({std::to_string(i)}, [](std::string& last) { last += "waits"; });
        },
        [&](std::string_view part) {
            text += part;
            EXPECT_LT(part.size(), std::size_t{70'000});
            ++parts;
        });
    EXPECT_EQ(text, expected);
    EXPECT_GT(parts, std::size_t{3});
}

} // namespace
} // namespace finsam::cli
