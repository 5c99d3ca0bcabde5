// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace {

class Schema : public Command
{};

} // namespace

TEST_F(Schema, IsOfEachKindOfDocument)
{
    for (auto const& [kind, title] : {std::pair{"plan", "finsam plan"},
                                      {"people", "finsam person"},
                                      {"cases", "finsam cases"}}) {
        auto const found = finsam(std::string("schema ") + kind);
        EXPECT_EQ(found.status, 0);
        EXPECT_EQ(found.err, "");
        EXPECT_THAT(found.out, AllOf(StartsWith("{\n  \"$schema\": \"https://json-schema.org/"),
                                     HasSubstr(std::string("\"title\": \"") + title + '"')));
    }
}

TEST_F(Schema, IsTheSameInBothFormatsAndLanguages)
{
    auto const found = finsam("schema plan");
    EXPECT_EQ(finsam("schema plan --format json --language en").out, found.out);
    auto const file = folder / "schema.json";
    EXPECT_EQ(finsam("schema plan --output " + file.string()).status, 0);
    EXPECT_EQ(text_of(file), found.out);
}

TEST_F(Schema, OfPeopleAndCasesMayBeForOnePlan)
{
    for (std::string const kind : {"people", "cases"}) {
        EXPECT_THAT(finsam("schema " + kind).out, Not(HasSubstr("\"unemployed_months\"")));
        EXPECT_THAT(finsam("schema " + kind + ' ' + plan).out, HasSubstr("\"unemployed_months\""));
    }
}

TEST_F(Schema, OfAPlanWithErrorsIsNotMade)
{
    auto const found = finsam("schema people " + bad);
    EXPECT_EQ(found.status, 1);
    EXPECT_THAT(found.out, IsEmpty());
    EXPECT_THAT(found.err, StartsWith(bad + ':'));
    EXPECT_EQ(finsam("schema cases " + (folder / "nothing").string()).status, 3);
    EXPECT_EQ(finsam("schema cases " + bad + " --output " + (folder / "out").string()).status, 1);
    EXPECT_EQ(files(), 0);
}

TEST_F(Schema, HelpShowsThatThePlanMayBeLeftOut)
{
    EXPECT_THAT(finsam("schema --help --language en").out,
                StartsWith("Usage: finsam schema KIND [PLAN] [OPTION...]\n"));
}
