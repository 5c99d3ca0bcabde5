// SPDX-License-Identifier: BSL-1.0
//
// That what is read ahead is what is read at once: tests/io/people_blocks.cpp.
#include "io/read_ahead.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace finsam;

TEST(ReadAhead, CutsATextBehindTheEndsOfLines)
{
    using ends = std::vector<std::size_t>;
    EXPECT_EQ(io::ends_of_parts("a\nb\nc\nd\n", 2), (ends{6, 8}));
    EXPECT_EQ(io::ends_of_parts("a\nb\nc\nd\n", 100), (ends{2, 4, 6, 8}));
    EXPECT_EQ(io::ends_of_parts("a\nb", 3), (ends{2, 3}));
    EXPECT_EQ(io::ends_of_parts("abcdefgh", 4), (ends{8}));
    EXPECT_EQ(io::ends_of_parts("abcdefgh\ni", 4), (ends{9, 10}));
    EXPECT_EQ(io::ends_of_parts("", 4), (ends{0}));
    // Looked through once, not once for each part: this would take minutes.
    std::string const long_line(1 << 23, 'x');
    EXPECT_EQ(io::ends_of_parts(long_line, 1 << 20), (ends{1 << 23}));
    EXPECT_EQ(io::ends_of_parts(long_line + '\n', 1 << 20), (ends{(1 << 23) + 1}));
}
