// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using testing::StartsWith;

namespace {

/// `finsam check --write FILE`: the plan in its fixed form.
class Write : public Command
{
protected:
    static std::string to(std::filesystem::path const& file) { return " --write " + file.string(); }
};

} // namespace

TEST_F(Write, GivesThePlanInItsFixedForm)
{
    auto const first = folder / "first.json", second = folder / "second.json";
    auto const found = finsam("check " + plan + to(first));
    EXPECT_EQ(found.status, 0);
    EXPECT_EQ(found.out, finsam("check " + plan).out);
    EXPECT_EQ(found.err, "");
    EXPECT_THAT(text_of(first), StartsWith("{\n  \"format\": \"finsam-plan/1\",\n  \"id\": "));
    EXPECT_EQ(finsam("check " + first.string() + to(second)).status, 0);
    EXPECT_EQ(text_of(second), text_of(first));
    EXPECT_EQ(files(), 2) << "something is left beside the plan";
}

TEST_F(Write, MayTakeThePlaceOfThePlanAndKeepsItsMeaning)
{
    auto const copy = write("copy.json", "\xEF\xBB\xBF" + text_of(plan));
    std::filesystem::permissions(copy, std::filesystem::perms::owner_all);
    EXPECT_EQ(finsam("check " + copy.string() + to(copy)).status, 0);
    EXPECT_NE(text_of(copy), text_of(plan));
    EXPECT_EQ(std::filesystem::status(copy).permissions(), std::filesystem::perms::owner_all);
    EXPECT_EQ(finsam("match " + copy.string() + ' ' + people + day + " --mandate placering").out,
              finsam("match " + asked).out);
    EXPECT_EQ(files(), 1);
}

TEST_F(Write, TellsWarningsAndWritesAllTheSame)
{
    auto text = text_of(plan);
    auto const seed = text.find(", \"seed\"");
    text.erase(seed, text.find('}', seed) - seed);
    auto const file = write("noseed.json", text);
    auto const found = finsam("check " + file.string() + to(file));
    EXPECT_EQ(found.status, 0);
    EXPECT_THAT(found.err, HasSubstr(": warning: no_seed: "));
    EXPECT_THAT(text_of(file), StartsWith("{\n  \"format\""));
}

TEST_F(Write, NeitherMakesNorChangesAFileForAPlanWithErrors)
{
    auto const copy = write("copy.json", text_of(bad));
    EXPECT_EQ(finsam("check " + bad + to(folder / "new.json")).status, 1);
    EXPECT_EQ(finsam("check " + copy.string() + to(copy)).status, 1);
    EXPECT_EQ(finsam("check " + plan + " --as-of 2099-01-01" + to(copy)).status, 1);
    EXPECT_EQ(finsam("check " + (folder / "nothing").string() + to(copy)).status, 3);
    EXPECT_EQ(text_of(copy), text_of(bad));
    EXPECT_EQ(files(), 1);
}

TEST_F(Write, GoesBesideAResultInAFile)
{
    auto const result = folder / "result.json", document = folder / "plan.json";
    auto const both = " --format json --output " + result.string() + to(document);
    EXPECT_EQ(finsam("check " + plan + both).status, 0);
    EXPECT_EQ(text_of(result), "{\"errors\": 0, \"warnings\": 0, \"diagnostics\": []}\n");
    EXPECT_THAT(text_of(document), StartsWith("{\n"));
    EXPECT_EQ(files(), 2);
}

TEST_F(Write, NeedsAFileOfItsOwn)
{
    for (auto const& name : {folder / "one", folder / "." / "one"}) {
        auto const found = finsam("check " + plan + " --language en --output "
                                  + (folder / "one").string() + to(name));
        EXPECT_EQ(found.status, 2);
        EXPECT_THAT(found.err, StartsWith("finsam: --output and --write are one file, "));
    }
    EXPECT_EQ(files(), 0);
}

TEST_F(Write, ThatFailsEndsWithThreeAndLeavesEverythingAsItWas)
{
    auto const copy = write("copy.json", text_of(plan));
    EXPECT_EQ(finsam("check " + plan + to(folder / "nowhere" / "plan")).status, 3);
    EXPECT_EQ(finsam("check " + plan + to(folder)).status, 3);
    EXPECT_EQ(finsam("check " + copy.string() + to(copy), ">/dev/full").status, 3);
    // A limit of eight blocks, four kilobytes: the plan does not fit, the result would.
    auto const line = std::string("ulimit -f 8; \"") + std::getenv("FINSAM") + "\" check " + plan
                      + to(copy) + " --output " + (folder / "result").string() + " 2>/dev/null";
    EXPECT_EQ(WEXITSTATUS(std::system(line.c_str())), 3);
    EXPECT_EQ(text_of(copy), text_of(plan));
    EXPECT_EQ(files(), 1);
}

TEST_F(Write, IsOnlyForCheck)
{
    auto const found = finsam("match " + asked + " --language en --write x");
    EXPECT_EQ(found.status, 2);
    EXPECT_THAT(found.err, StartsWith("finsam: there is no option `--write`"));
    EXPECT_THAT(finsam("check --help").out, HasSubstr("--write FIL "));
}
