// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

namespace {

class Snapshot : public Command
{
protected:
    std::string snapshot_of(std::string const& who, std::string const& name) const
    {
        auto const to = (folder / name).string();
        auto const made = finsam("snapshot " + plan + ' ' + who + " --output " + to);
        EXPECT_EQ(made.status, 0) << made.err;
        EXPECT_EQ(made.out + made.err, "");
        return to;
    }
};

} // namespace

TEST_F(Snapshot, IsReadWhereverPeopleAreAndChangesNoByteOfAnyResult)
{
    // Its name does not matter.
    for (auto const* const name : {"people", "people.ndjson", "people.csv"}) {
        auto const snapshot = snapshot_of(people, name);
        for (std::string const format : {"text", "json"}) {
            auto const same = [&](std::string const& question, std::string const& options) {
                auto const rest = options + " --format " + format;
                auto const one = finsam(question + ' ' + plan + ' ' + people + day + rest);
                auto const other = finsam(question + ' ' + plan + ' ' + snapshot + day + rest);
                EXPECT_EQ(one.status, 0);
                EXPECT_EQ(other.status, 0);
                EXPECT_GT(one.out.size(), 100u);
                EXPECT_EQ(one.out, other.out);
                EXPECT_EQ(one.err, other.err);
            };
            same("assess", "");
            same("match", " --mandate placering");
            same("gaps", " --mandate placering --exact");
        }
    }
}

TEST_F(Snapshot, IsTheSameOfLinesOfRowsAndOfItself)
{
    auto const one = snapshot_of(people, "one");
    EXPECT_TRUE(text_of(one) == text_of(snapshot_of("tests/cases/sample.people.csv", "two")));
    EXPECT_TRUE(text_of(one) == text_of(snapshot_of(one, "three")));
    EXPECT_TRUE(text_of(one) == text_of(snapshot_of(people, "one"))) << "written once more";
    EXPECT_EQ(files(), 3);
    // Through a pipe nothing can be mapped.
    auto const piped = finsam("assess " + plan + " /dev/stdin" + day, "< " + one);
    auto const lines = finsam("assess " + plan + ' ' + people + day);
    EXPECT_EQ(piped.out, lines.out);
    auto const through =
        std::system(("cat " + one + " | \"" + std::getenv("FINSAM") + "\" assess " + plan
                     + " /dev/stdin" + day + " > " + (folder / "out").string())
                        .c_str());
    EXPECT_EQ(WEXITSTATUS(through), 0);
    EXPECT_EQ(text_of(folder / "out"), lines.out);
}

TEST_F(Snapshot, OfAnotherPlanOrDamagedIsAWrongDocument)
{
    auto const one = snapshot_of(people, "one");
    auto const other =
        finsam("assess examples/plans/gotland.plan.json " + one + " --as-of 2015-06-01 --quiet");
    EXPECT_EQ(other.status, 1);
    EXPECT_EQ(other.out, "");
    EXPECT_THAT(other.err, StartsWith(one
                                      + ":1:1: error: bad_value: : the snapshot was made for other "
                                        "facts: `"));
    EXPECT_THAT(other.err, HasSubstr("; make it again with `finsam snapshot`\n"));

    auto bytes = text_of(one);
    auto const cut = write("cut", bytes.substr(0, bytes.size() - 64));
    bytes[bytes.size() / 2] ^= 1;
    auto const altered = write("altered", bytes);
    for (auto const& [file, why] : {std::pair{cut, "cut short"}, std::pair{altered, "altered"}}) {
        auto const found = finsam("match " + plan + ' ' + file.string() + day
                                  + " --mandate placering --format json");
        EXPECT_EQ(found.status, 1);
        EXPECT_EQ(found.out, "");
        EXPECT_THAT(found.err, StartsWith(file.string() + ":1:1: error: syntax: : the snapshot "));
        EXPECT_THAT(found.err, HasSubstr(why));
    }
}

TEST_F(Snapshot, IsMadeWholeOrNotAtAll)
{
    auto const to = folder / "out";
    auto const run = [&](std::string const& of) {
        return finsam("snapshot " + of + " --output " + to.string()).status;
    };
    auto const wrong = write("wrong.ndjson", "{\"id\": \"a\"}\n{\"id\": \"a\"}\n").string();
    auto const fail = [&] {
        EXPECT_EQ(run(plan + ' ' + wrong), 1);
        EXPECT_EQ(run(bad + ' ' + people), 1);
        EXPECT_EQ(run(plan + ' ' + (folder / "nothing").string()), 3);
        EXPECT_EQ(run(plan + " people too-many"), 2);
    };
    fail();
    EXPECT_FALSE(std::filesystem::exists(to));
    write("out", "before");
    fail();
    EXPECT_EQ(text_of(to), "before");
    EXPECT_EQ(finsam("snapshot " + plan + ' ' + people + " --output /no/such/place").status, 3);
    EXPECT_EQ(finsam("snapshot " + plan + ' ' + people + " --output /dev/full").status, 3);
    EXPECT_EQ(finsam("--output " + to.string() + " snapshot " + plan + ' ' + people).status, 0);
    EXPECT_EQ(finsam("snapshot " + plan + ' ' + to.string() + " --output " + to.string()).status,
              2);
    EXPECT_EQ(files(), 2);
}

TEST_F(Snapshot, ItsHelpAsksForAPlaceInBothLanguages)
{
    EXPECT_THAT(finsam("snapshot --help --language en").out,
                StartsWith("Usage: finsam snapshot PLAN PEOPLE --output FILE [OPTION...]\n\n"
                           "Writes the people as a snapshot"));
    EXPECT_THAT(finsam("snapshot --help").out,
                StartsWith("Användning: finsam snapshot PLAN PEOPLE --output FIL [VAL...]\n\n"
                           "Skriver personerna som en ögonblicksbild"));
    EXPECT_THAT(finsam("--help").out, HasSubstr("  snapshot  Skriver personerna"));
}
