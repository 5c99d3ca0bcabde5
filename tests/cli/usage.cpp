// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using testing::StartsWith;

namespace {

class Usage : public Command
{};

// One way to use the command that its help does not show, and what is said about it.
struct misuse
{
    std::string name;
    std::string arguments;
    std::string said;

    friend void PrintTo(misuse const& one, std::ostream* out) { *out << one.arguments; }
};

class Misuse : public Command, public testing::WithParamInterface<misuse>
{};

} // namespace

TEST_F(Usage, HelpAndVersionAreEverywhere)
{
    for (std::string const subcommand : {"", "check", "assess", "match", "verify", "why", "gaps",
                                         "places", "costs", "snapshot", "test", "schema"}) {
        auto const help = finsam(subcommand + " --help --language en");
        EXPECT_EQ(help.status, 0);
        EXPECT_THAT(help.out, StartsWith("Usage: finsam " + subcommand));
        EXPECT_THAT(help.out, HasSubstr("--format text|json"));
        EXPECT_EQ(help.err, "");
        auto const version = finsam(subcommand + " --version");
        EXPECT_EQ(version.status, 0);
        EXPECT_THAT(version.out, StartsWith("finsam 0."));
    }
    EXPECT_THAT(finsam("--help").out, StartsWith("Användning: finsam KOMMANDO"));
}

TEST_F(Usage, CommonOptionsMayStandBeforeTheSubcommand)
{
    EXPECT_EQ(finsam("--format json --language en check " + plan).out,
              "{\"errors\": 0, \"warnings\": 0, \"diagnostics\": []}\n");
}

TEST_P(Misuse, EndsWithTwoOneSentenceAndNoOutput)
{
    auto const found = finsam("--language en " + GetParam().arguments);
    EXPECT_EQ(found.status, 2);
    EXPECT_EQ(found.out, "");
    EXPECT_EQ(found.err, "finsam: " + GetParam().said + '\n');
}

INSTANTIATE_TEST_SUITE_P(
    Of, Misuse,
    testing::Values(
        misuse{"NoSubcommand", "", "no command is given; `finsam --help` shows which there are"},
        misuse{"MisspeltSubcommand", "chek x", "there is no command `chek`; did you mean `check`?"},
        misuse{"MisspeltOption", "check x --frmat json",
               "there is no option `--frmat`; did you mean `--format`?"},
        misuse{"OptionOfAnotherSubcommand", "check x --mandate y",
               "there is no option `--mandate`"},
        misuse{"NoPlan", "check", "PLAN is missing"},
        misuse{"NoPeople", "assess x --as-of 2022-03-01", "PEOPLE is missing"},
        misuse{"NoDate", "assess x y", "--as-of DATE is missing"},
        misuse{"NoMandate", "gaps x y --as-of 2022-03-01", "--mandate ID is missing"},
        misuse{"NoPlaceForASnapshot", "snapshot x y", "--output FILE is missing"},
        misuse{"ADateOfASnapshot", "snapshot x y --as-of 2022-03-01 --output z",
               "there is no option `--as-of`"},
        misuse{"NoMatchingToVerify", "verify x y", "MATCHING is missing"},
        misuse{"ADateOfWhatIsVerified", "verify x y z --as-of 2022-03-01",
               "there is no option `--as-of`"},
        misuse{"NoCases", "test", "CASES... is missing"},
        misuse{"NoKindOfSchema", "schema", "KIND is missing"},
        misuse{"UnknownKindOfSchema", "schema persons",
               "KIND cannot be `persons`; choose plan|people|cases"},
        misuse{"SchemaOfPlansForOne", "schema plan x", "`x` is one argument too many"},
        misuse{"OneFileTooMany", "check x y", "`y` is one argument too many"},
        misuse{"ADayThatDoesNotExist", "check x --as-of 2022-02-29",
               "`2022-02-29` is not a date; --as-of takes YYYY-MM-DD, for example 2022-03-01"},
        misuse{"ADateOfAnotherForm", "check x --as-of 1/3/2022",
               "`1/3/2022` is not a date; --as-of takes YYYY-MM-DD, for example 2022-03-01"},
        misuse{"AnOptionWithoutItsValue", "check x --as-of", "--as-of DATE lacks its value"},
        misuse{"TwoDates", "check x --as-of 2022-03-01 --as-of 2022-03-02",
               "--as-of DATE stands more than once"},
        misuse{"AFlagWithAValue", "gaps x y --as-of 2022-03-01 --mandate z --exact=no",
               "there is no option `--exact=no`"},
        misuse{"AFlagWithNothing", "check x --quiet=", "there is no option `--quiet=`"},
        misuse{"UnknownFormat", "check x --format xml",
               "--format cannot be `xml`; choose text|json"}),
    [](auto const& one) { return one.param.name; });

TEST_F(Usage, AnUnknownLanguageIsWrongUsage)
{
    auto const found = finsam("check " + plan + " --language de");
    EXPECT_EQ(found.status, 2);
    EXPECT_THAT(found.err, HasSubstr("sv|en"));
}
