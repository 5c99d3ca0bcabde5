// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/diagnostic.hpp>

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(Diagnostic, IsALineWithPlaceCodePointerMessageAndHint)
{
    diagnostic const one{.code = diagnostic_code::dangling_id,
                         .file = "plan.json",
                         .line = 4,
                         .column = 7,
                         .pointer = "/rules/0",
                         .message = "no rule is named `a`",
                         .hint = "did you mean `b`?"};
    EXPECT_EQ(to_line(one), "plan.json:4:7: error: dangling_id: /rules/0: no rule is named `a`; "
                            "did you mean `b`?");
}

TEST(Diagnostic, LeavesOutWhatThereIsNot)
{
    EXPECT_EQ(to_line({.severity = severity::warning,
                       .code = diagnostic_code::no_seed,
                       .message = "no seed is given"}),
              "warning: no_seed: no seed is given");
    EXPECT_EQ(
        to_line({.code = diagnostic_code::unreadable, .file = "plan.json", .message = "gone"}),
        "plan.json: error: unreadable: gone");
}

TEST(Diagnostic, InADocumentHasAnEmptyPointerToAllOfIt)
{
    EXPECT_EQ(to_line({.code = diagnostic_code::syntax, .line = 1, .column = 2, .message = "what"}),
              "1:2: error: syntax: : what");
}

TEST(Diagnostics, CountWhatIsAdded)
{
    diagnostics all;
    add(all, {.severity = severity::warning, .code = diagnostic_code::unused, .message = "idle"});
    add(all, {.code = diagnostic_code::cycle, .message = "round"});
    EXPECT_EQ(all.errors, 1U);
    EXPECT_EQ(all.warnings, 1U);
    EXPECT_EQ(to_lines(all), "warning: unused: idle\nerror: cycle: round\n");
}

TEST(Diagnostics, SayHowManyAreNotListed)
{
    diagnostics all;
    add(all, {.code = diagnostic_code::cycle, .message = "round"});
    all.errors = 100;
    all.warnings = 3;
    EXPECT_EQ(to_lines(all), "error: cycle: round\nand 102 more\n");
}

TEST(Result, ThrowsEveryDiagnosticWhenItsValueIsTaken)
{
    diagnostics all;
    add(all, {.code = diagnostic_code::cycle, .message = "round"});
    add(all, {.code = diagnostic_code::overlap, .message = "twice"});
    result<int> const wrong = all;
    ASSERT_FALSE(wrong);
    try {
        (void)wrong.value();
        FAIL();
    } catch (document_error const& thrown) {
        EXPECT_STREQ(thrown.what(), "error: cycle: round\nerror: overlap: twice\n");
        EXPECT_EQ(thrown.found(), all);
    }
    EXPECT_EQ((result<int>{5}).value(), 5);
}

} // namespace
} // namespace finsam
