// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

namespace {

class Layout : public Command
{};

} // namespace

TEST_F(Layout, CountsSwedishLettersOnceInAColumn)
{
    EXPECT_THAT(finsam("check " + plan).out, HasSubstr("\n  Norrby kommun       9701\n"
                                                       "  Söderby kommun      9702\n"
                                                       "  Österby kommun      9703\n"));
}

TEST_F(Layout, NothingInADocumentReachesTheTerminalAsAControlCharacter)
{
    auto text = text_of(plan);
    auto const at = text.find("Mötesplatsen");
    ASSERT_NE(at, std::string::npos);
    text.insert(at, "\\u001b[2J\\u009b2J\\n");
    auto const file = write("plan.json", text).string();
    auto const found = finsam("check " + file);
    EXPECT_EQ(found.status, 0) << found.err;
    EXPECT_THAT(found.out, AllOf(HasSubstr("[2J 2J Mötesplatsen"), Not(HasSubstr("\x1b")),
                                 Not(HasSubstr("\xC2\x9b"))));
}
