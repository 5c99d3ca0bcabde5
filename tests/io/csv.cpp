// SPDX-License-Identifier: BSL-1.0
#include "io/csv.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace finsam::io;

namespace {

using rows = std::vector<std::vector<std::string>>;

/// The texts of the fields; a row with a mistake is its offset.
rows all(std::string_view text)
{
    rows found;
    csv_rows left(text);
    while (auto const row = left.next()) {
        found.emplace_back();
        if (!row->mistake.empty())
            found.back().push_back("mistake at " + std::to_string(row->mistake_at));
        else
            for (auto const& field : row->fields)
                found.back().push_back(field.text);
    }
    return found;
}

} // namespace

// RFC 4180, section 2, by its numbers.
TEST(Csv, FollowsTheStandard)
{
    EXPECT_EQ(all("aaa,bbb\r\nzzz,yyy\r\n"), (rows{{"aaa", "bbb"}, {"zzz", "yyy"}})); // 1
    EXPECT_EQ(all("aaa,bbb\r\nzzz,yyy"), (rows{{"aaa", "bbb"}, {"zzz", "yyy"}}));     // 2
    EXPECT_EQ(all(" a ,,\n"), (rows{{" a ", "", ""}}));                               // 4
    EXPECT_EQ(all("\"aaa\",\"\",z\r\n"), (rows{{"aaa", "", "z"}}));                   // 5
    EXPECT_EQ(all("\"a\r\nb\",\"c,d\"\nz,"), (rows{{"a\r\nb", "c,d"}, {"z", ""}}));   // 6
    EXPECT_EQ(all("\"a\"\"b\",\"\"\"\""), (rows{{"a\"b", "\""}}));                    // 7
}

TEST(Csv, PassesOverEmptyLines)
{
    EXPECT_EQ(all(""), rows{});
    EXPECT_EQ(all("\r\n\n \t\n"), rows{});
    EXPECT_EQ(all("\n\na\n\r\n\nb\n\n"), (rows{{"a"}, {"b"}}));
    EXPECT_EQ(all("\"\"\n"), (rows{{""}}));
}

TEST(Csv, GoesOnAfterAMistake)
{
    EXPECT_EQ(all("a\"b,c\nd\n"), (rows{{"mistake at 1"}, {"d"}}));
    EXPECT_EQ(all("\"a\"b,c\nd\n"), (rows{{"mistake at 3"}, {"d"}}));
    EXPECT_EQ(all("x,\"a\nb,c\nd"), (rows{{"mistake at 2"}, {"b", "c"}, {"d"}}));
}

TEST(Csv, KnowsWhereFieldsStand)
{
    csv_rows left("\na,\"b\",c\n");
    auto const row = left.next();
    ASSERT_TRUE(row);
    EXPECT_EQ(row->offset, 1U);
    EXPECT_EQ(row->fields[1].offset, 3U);
    EXPECT_TRUE(row->fields[1].quoted);
    EXPECT_EQ(row->fields[2].offset, 7U);
}
