// SPDX-License-Identifier: BSL-1.0
#include "io/personal_number.hpp"

#include <gtest/gtest.h>

using finsam::io::is_personal_number;

// Numbers from the Swedish Tax Agency's test data, which are never issued, and from its brochures.

TEST(PersonalNumber, IsSeenInEverySpelling)
{
    for (auto const* text : {"191212121212", "19121212-1212", "19121212+1212", "1212121212",
                             "121212-1212", "121212+1212"})
        EXPECT_TRUE(is_personal_number(text)) << text;
}

// A strict reader of dates would let these four through: month 00, day 60, both, 31 April.
TEST(PersonalNumber, MayBeACoordinationNumberThatIsNoDate)
{
    for (auto const* text :
         {"191500722390", "191711602399", "193100602394", "192004912388", "200491-2388"})
        EXPECT_TRUE(is_personal_number(text)) << text;
}

TEST(PersonalNumber, IsSeenAsSpreadsheetsExportIt)
{
    for (auto const* text : {" 19121212-1212", "121212-1212 ", "19121212 1212", "121212\u20131212",
                             "121212\u22121212", "19121212\u00A01212", "\t1212121212 "})
        EXPECT_TRUE(is_personal_number(text)) << text;
}

TEST(PersonalNumber, NeedsItsCheckDigit)
{
    for (int digit = 0; digit < 10; ++digit)
        EXPECT_EQ(is_personal_number("19121212121" + std::to_string(digit)), digit == 2);
}

TEST(PersonalNumber, NeedsADayThatExists)
{
    auto const with_check_digit = [](std::string nine) {
        for (char digit = '0'; digit <= '9'; ++digit)
            if (is_personal_number(nine + digit))
                return true;
        return false;
    };
    EXPECT_TRUE(with_check_digit("040229123"));
    EXPECT_TRUE(with_check_digit("000229123")); // 2000
    EXPECT_FALSE(with_check_digit("030229123"));
    EXPECT_TRUE(with_check_digit("20000229123"));
    EXPECT_FALSE(with_check_digit("19000229123"));
    EXPECT_FALSE(with_check_digit("040431123"));
    EXPECT_FALSE(with_check_digit("040432123"));
    EXPECT_FALSE(with_check_digit("040400123"));
    EXPECT_FALSE(with_check_digit("041312123"));
    EXPECT_FALSE(with_check_digit("041392123"));
    EXPECT_FALSE(with_check_digit("040459123"));
    EXPECT_TRUE(with_check_digit("040460123"));
    EXPECT_FALSE(with_check_digit("040492123"));
}

TEST(PersonalNumber, IsNotAnOrganisationNumberNorAPseudonym)
{
    for (auto const* text :
         {"857209-0606", "556036-0793", "", "p01", "12345", "1912121212121", "191212 121212",
          "1912121-21212", "19121212--1212", "-1912121212", "a91212121212", "١٢١٢١٢١٢١٢"})
        EXPECT_FALSE(is_personal_number(text)) << text;
}
