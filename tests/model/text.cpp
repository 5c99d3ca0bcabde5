// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/text.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(Text, IsToldInTheLanguageAskedFor)
{
    text const both{"regel", "rule"};
    EXPECT_EQ(in_language(both, language::sv), "regel");
    EXPECT_EQ(in_language(both, language::en), "rule");
}

TEST(Text, IsToldInTheOtherLanguageRatherThanNotAtAll)
{
    EXPECT_EQ(in_language({"regel", {}}, language::en), "regel");
    EXPECT_EQ(in_language({{}, "rule"}, language::sv), "rule");
    EXPECT_EQ(in_language({}, language::sv), "");
}

TEST(Text, ThatIsEmptyOnPurposeStaysEmpty)
{
    EXPECT_EQ(in_language({"", "rule"}, language::sv), "");
}

TEST(Text, OfOneStringIsTheSameInBothLanguages)
{
    EXPECT_EQ(same_text("IPS"), (text{"IPS", "IPS"}));
}

} // namespace
} // namespace finsam
