// SPDX-License-Identifier: BSL-1.0
#include <finsam/report/kronor.hpp>

#include <gtest/gtest.h>

#include <limits>

namespace finsam {
namespace {

TEST(Kronor, AreWrittenAsEachLanguageDoes)
{
    EXPECT_EQ(kronor_text(123'456'750, language::sv), "1 234 567,50 kr");
    EXPECT_EQ(kronor_text(123'456'750, language::en), "SEK 1,234,567.50");
    EXPECT_EQ(kronor_text(0, language::sv), "0,00 kr");
    EXPECT_EQ(kronor_text(5, language::sv), "0,05 kr");
    EXPECT_EQ(kronor_text(99'999, language::sv), "999,99 kr");
    EXPECT_EQ(kronor_text(100'000, language::sv), "1 000,00 kr");
    EXPECT_EQ(kronor_text(100'000, language::en), "SEK 1,000.00");
}

TEST(Kronor, MayBeLacking)
{
    EXPECT_EQ(kronor_text(-5, language::sv), "-0,05 kr");
    EXPECT_EQ(kronor_text(-123'456'750, language::en), "SEK -1,234,567.50");
    EXPECT_EQ(kronor_text(std::numeric_limits<std::int64_t>::min(), language::en),
              "SEK -92,233,720,368,547,758.08");
}

TEST(Kronor, AreAHundredOreEachUntilNoMoreFit)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_EQ(to_ore(12), 1'200);
    EXPECT_EQ(to_ore(most / 100), most / 100 * 100);
    EXPECT_EQ(to_ore(most / 100 + 1), most);
}

} // namespace
} // namespace finsam
