// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

#include <unistd.h>

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace {

class Files : public Command
{};

} // namespace

TEST_F(Files, ThatCannotBeReadEndWithThree)
{
    for (auto const& file : {folder / "nothing", folder}) {
        auto const found = finsam("check " + file.string() + " --format json");
        EXPECT_EQ(found.status, 3);
        EXPECT_EQ(found.out, "");
        EXPECT_THAT(found.err, StartsWith(file.string() + ": error: unreadable: "));
        EXPECT_EQ(finsam("assess " + plan + ' ' + file.string() + day).status, 3);
        EXPECT_EQ(finsam("test " + file.string()).status, 3);
    }
}

TEST_F(Files, ThatAreEmptyOrAbsurdlyDeepAreWrongDocuments)
{
    auto const empty = write("empty.json", "");
    auto const deep = write("deep.json", std::string(100'000, '['));
    for (auto const& [file, code] : {std::pair{empty, "syntax"}, std::pair{deep, "too_deep"}}) {
        auto const found = finsam("check " + file.string());
        EXPECT_EQ(found.status, 1);
        EXPECT_THAT(found.err, HasSubstr(code));
    }
    EXPECT_EQ(finsam("assess " + plan + ' ' + deep.string() + day).status, 1);
    // Nobody is a population too.
    EXPECT_EQ(finsam("assess " + plan + ' ' + empty.string() + day).status, 0);
}

TEST_F(Files, AMistakeHasItsPlaceAndAHint)
{
    auto const who =
        write("who.ndjson", "{\"id\": \"a\"}\n{\"id\": \"b\", \"brith_date\": null}\n");
    auto const found = finsam("assess " + plan + ' ' + who.string() + day);
    EXPECT_EQ(found.status, 1);
    EXPECT_EQ(found.out, "");
    EXPECT_THAT(found.err, StartsWith(who.string() + ":2:13: error: unknown_key: "));
    EXPECT_THAT(found.err, HasSubstr("; did you mean `birth_date`?"));
}

TEST_F(Files, WithoutErrorsTheOutputIsTheWholeResult)
{
    auto const to = folder / "out.json";
    auto const found = finsam("match " + asked + " --format json --output " + to.string());
    EXPECT_EQ(found.status, 0);
    EXPECT_EQ(found.out, "");
    EXPECT_EQ(text_of(to), finsam("match " + asked + " --format json").out);
    EXPECT_EQ(files(), 1) << "something is left beside the output";
}

TEST_F(Files, OnFailureTheOutputIsNeitherMadeNorChanged)
{
    auto const to = folder / "out";
    auto const run = [&](std::string const& arguments) {
        return finsam(arguments + " --output " + to.string()).status;
    };
    auto const fail = [&] {
        EXPECT_EQ(run("check " + bad), 1);
        EXPECT_EQ(run("assess " + plan + ' ' + people + day + " --person nobody"), 1);
        EXPECT_EQ(run("assess " + plan + ' ' + people + " --as-of 2099-01-01"), 1);
        EXPECT_EQ(run("match " + plan + ' ' + people + day + " --mandate planering"), 1);
        EXPECT_EQ(run("check " + plan + " --format xml"), 2);
        EXPECT_EQ(run("check " + (folder / "nothing").string()), 3);
    };
    fail();
    EXPECT_EQ(files(), 0);
    write("out", "before");
    fail();
    EXPECT_EQ(text_of(to), "before");
    EXPECT_EQ(files(), 1);
}

TEST_F(Files, ThatCannotBeWrittenEndWithThree)
{
    for (auto const& to :
         {folder / "nowhere" / "out", folder, std::filesystem::path{"/dev/full"}}) {
        auto const found = finsam("check " + plan + " --output " + to.string());
        EXPECT_EQ(found.status, 3) << to;
        EXPECT_THAT(found.err, StartsWith("finsam: cannot write ")) << to;
        EXPECT_EQ(found.out, "");
    }
    EXPECT_EQ(files(), 0);
}

TEST_F(Files, AWriteThatFailsHalfwayLeavesNothing)
{
    auto const to = folder / "out";
    // A limit of eight blocks, four kilobytes.
    auto const line = std::string("ulimit -f 8; \"") + std::getenv("FINSAM") + "\" assess " + plan
                      + ' ' + people + day + " --output " + to.string() + " 2>/dev/null";
    EXPECT_EQ(WEXITSTATUS(std::system(line.c_str())), 3);
    EXPECT_EQ(files(), 0);
}

TEST_F(Files, AFolderThatMayNotBeWrittenIsLeftAlone)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write anywhere";
    std::filesystem::permissions(folder, std::filesystem::perms::owner_read
                                             | std::filesystem::perms::owner_exec);
    auto const status = std::system((std::string(std::getenv("FINSAM")) + " check " + plan
                                     + " --output " + (folder / "out").string() + " 2>/dev/null")
                                        .c_str());
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    EXPECT_EQ(WEXITSTATUS(status), 3);
}

TEST_F(Files, AnInputIsNotOverwritten)
{
    auto const copy = write("plan.json", text_of(plan));
    EXPECT_EQ(finsam("check " + copy.string() + " --output " + copy.string()).status, 2);
    EXPECT_EQ(text_of(copy), text_of(plan));
}

TEST_F(Files, AnOutputThatIsALinkStaysOne)
{
    auto const real = write("real", "before");
    std::filesystem::create_symlink(real, folder / "link");
    EXPECT_EQ(finsam("check " + plan + " --output " + (folder / "link").string()).status, 0);
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
    EXPECT_THAT(text_of(real), Not(testing::Eq("before")));
}

TEST_F(Files, ADeviceIsWrittenTo)
{
    EXPECT_EQ(finsam("check " + plan + " --output /dev/null").status, 0);
    EXPECT_FALSE(std::filesystem::is_regular_file("/dev/null"));
}

TEST_F(Files, StandardOutputThatFailsEndsWithThree)
{
    EXPECT_EQ(finsam("check " + plan, ">/dev/full").status, 3);
    EXPECT_EQ(finsam("check " + plan, ">&-").status, 3);
    EXPECT_EQ(finsam("--help", ">/dev/full").status, 3);
}

TEST_F(Files, AClosedStandardErrorHurtsNoOutput)
{
    auto const to = folder / "out.json";
    EXPECT_EQ(finsam("check " + plan + " --format json --output " + to.string(), "2>&- >&-").status,
              0);
    EXPECT_EQ(text_of(to), "{\"errors\": 0, \"warnings\": 0, \"diagnostics\": []}\n");
}

TEST_F(Files, CsvIsKnownByItsEnding)
{
    auto const json_lines = finsam("assess " + plan + ' ' + people + day);
    auto const csv = finsam("assess " + plan + " tests/cases/sample.people.csv" + day);
    EXPECT_EQ(csv.out, json_lines.out);
    auto const misnamed = write("people.ndjson", text_of("tests/cases/sample.people.csv"));
    EXPECT_EQ(finsam("assess " + plan + ' ' + misnamed.string() + day).status, 1);
}
