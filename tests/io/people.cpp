// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>

#include "io/file.hpp"
#include "support/random_plan.hpp"
#include "support/sample_people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <thread>
#include <vector>

using namespace finsam;
using testing::HasSubstr;
using testing::Not;
using testing_support::dice;

namespace {

using list = std::vector<std::string>;

plan const& sample()
{
    return testing_support::sample_of_people();
}

list told(result<people> const& read)
{
    return testing_support::told_in_people(read);
}

list told_of_line(std::string const& line)
{
    return told(parse_people(sample(), line, people_format::json_lines));
}

person only(result<people> const& read)
{
    return read.value().row(0);
}

cell const& fact_of(person const& someone, std::string_view name)
{
    static schema const vocabulary = schema_of(sample());
    return someone.facts[find_column(vocabulary, name).value()];
}

} // namespace

TEST(People, AreTheSameInBothFormats)
{
    auto const lines =
        read_people(sample(), std::filesystem::path("tests/cases/sample.people.ndjson")).value();
    auto const rows =
        read_people(sample(), std::filesystem::path("tests/cases/sample.people.csv")).value();
    ASSERT_EQ(lines.size(), 25U);
    ASSERT_EQ(rows.size(), 25U);
    for (std::size_t i = 0; i < lines.size(); ++i)
        EXPECT_EQ(lines.row(i), rows.row(i)) << lines.id(i);
}

TEST(People, HaveWhatIsWritten)
{
    auto const someone = only(parse_people(
        sample(),
        R"({"id": "p", "municipality": "9999", "waiting_since": null, "wants_work": false, )"
        R"("birth_date": "1970-01-02", "housing": null, "education": "higher", )"
        R"("barriers": ["language", "mental"], "completed": [], "preferences": ["ips", "start"], )"
        R"("consents": ["public_employment_service"], "unemployed_months": -2147483648, )"
        R"("placed": "ips"})",
        people_format::json_lines));
    auto const number = [](std::int32_t value) {
        return cell{.state = fact_state::value, .number = value};
    };
    EXPECT_EQ(someone.id, "p");
    EXPECT_EQ(someone.preferences, (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(someone.placed, 1U);
    EXPECT_EQ(fact_of(someone, "municipality"), (cell{.state = fact_state::value, .code = "9999"}));
    EXPECT_EQ(fact_of(someone, "waiting_since"), (cell{.state = fact_state::none}));
    EXPECT_EQ(fact_of(someone, "housing"), (cell{.state = fact_state::none}));
    EXPECT_EQ(fact_of(someone, "wants_work"), number(0));
    EXPECT_EQ(fact_of(someone, "birth_date"), number(1));
    EXPECT_EQ(fact_of(someone, "education"), number(3));
    EXPECT_EQ(fact_of(someone, "unemployed_months"), number(-2147483647 - 1));
    EXPECT_EQ(fact_of(someone, "barriers"),
              (cell{.state = fact_state::value, .members = {0b1001}}));
    EXPECT_EQ(fact_of(someone, "completed"), (cell{.state = fact_state::value, .members = {0}}));
    EXPECT_EQ(fact_of(someone, "sick_since"), cell{});
}

TEST(People, KeepNothingOfWhatIsWithheld)
{
    auto const read = [](std::string const& facts) {
        return only(
            parse_people(sample(), R"({"id": "p", )" + facts + '}', people_format::json_lines));
    };
    auto const withheld = read(R"("diagnosis": "F20")");
    EXPECT_EQ(fact_of(withheld, "diagnosis"), (cell{.state = fact_state::withheld}));
    EXPECT_EQ(withheld, read(R"("diagnosis": null, "consents": ["municipality"])"));
    EXPECT_EQ(fact_of(read(R"("diagnosis": "F20", "consents": ["region"])"), "diagnosis").code,
              "F20");
}

TEST(People, MayBeNobody)
{
    EXPECT_EQ(parse_people(sample(), "", people_format::json_lines).value().size(), 0U);
    EXPECT_EQ(parse_people(sample(), "\n \r\n", people_format::json_lines).value().size(), 0U);
    EXPECT_EQ(parse_people(sample(), "id\n", people_format::csv).value().size(), 0U);
    EXPECT_EQ(told(parse_people(sample(), "", people_format::csv)), list{"1:1 syntax "});
}

TEST(People, MayHaveBlankLinesMarksAndCarriageReturns)
{
    auto const lines =
        parse_people(sample(), "\xEF\xBB\xBF\r\n{\"id\":\"a\"}\r\n \n\n{\"id\":\"b\"}",
                     people_format::json_lines);
    EXPECT_EQ(lines.value().size(), 2U);
    auto const rows = parse_people(sample(), "\xEF\xBB\xBFid,wants_work\r\n\r\na,true\r\n\nb,\n\n",
                                   people_format::csv);
    EXPECT_EQ(rows.value().size(), 2U);
    EXPECT_EQ(rows.value().id(1), "b");
}

TEST(People, AreInTheFormatThatTheFileSays)
{
    EXPECT_EQ(told(read_people(sample(), std::filesystem::path("tests"))), list{"0:0 unreadable "});
    auto const file = std::filesystem::temp_directory_path() / "finsam-test-people.CSV";
    {
        std::ofstream(file) << "id\na\n";
    }
    EXPECT_EQ(read_people(sample(), file).value().size(), 1U);
    std::filesystem::remove(file);
}

TEST(People, OfALongFileAreReadInBlocksAndToldHowFar)
{
    auto const file = std::filesystem::temp_directory_path() / "finsam-test-long-people.ndjson";
    std::size_t bytes = 0;
    auto const write = [&](std::string const& last) {
        std::ofstream out(file);
        for (int i = 0; i < 200'000; ++i)
            out << "{\"id\": \"p" << i << "\", \"municipality\": \"9701\", \"barriers\": []}\n";
        out << last;
        bytes = static_cast<std::size_t>(out.tellp());
    };
    std::vector<std::uintmax_t> told;
    auto const tell = [](void* whom, std::uintmax_t read, std::uintmax_t) {
        static_cast<std::vector<std::uintmax_t>*>(whom)->push_back(read);
    };

    write("");
    auto const read = read_people(sample(), file, {.tell = tell, .whom = &told}).value();
    EXPECT_EQ(read.size(), 200'000U);
    EXPECT_EQ(read.id(199'999), "p199999");
    EXPECT_GT(told.size(), 2U);
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_EQ(told.back(), bytes);

    // What is far above is known too.
    write("{\"id\": \"p3\"}\n{\"id\": 4}");
    EXPECT_EQ(::told(read_people(sample(), file)),
              (list{"200001:8 duplicate_id /id", "200002:8 wrong_type /id"}));
    std::filesystem::remove(file);
}

TEST(People, MayComeThroughAPipe)
{
    auto const pipe = std::filesystem::temp_directory_path() / "finsam-test-pipe";
    std::filesystem::remove(pipe);
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    std::thread writer([&] { std::ofstream(pipe) << "{\"id\": \"a\"}\n{\"id\": \"a\"}\n"; });
    EXPECT_EQ(told(read_people(sample(), pipe)), list{"2:8 duplicate_id /id"});
    writer.join();
    std::filesystem::remove(pipe);
}

TEST(People, HaveDifferentIds)
{
    EXPECT_EQ(told_of_line("{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"a\"}\n{ \"id\": \"a\"}"),
              (list{"3:7 duplicate_id /id", "4:9 duplicate_id /id"}));
    EXPECT_EQ(told(parse_people(sample(), "id\na\na\n", people_format::csv)),
              list{"3:1 duplicate_id /id"});
}

TEST(People, AreNeverUnderTheirPersonalNumber)
{
    for (auto const* number : {"191212121212", "19121212-1212", "121212+1212", "191500722390"}) {
        std::string const id(number);
        std::string const line = "{\"id\":\"" + id + "\"}\n";
        // Neither the second time, nor as a key, nor in any other field.
        std::string const wrong =
            "{\"id\":[\"" + id + "\"],\"" + id + "\":{\"a\":1,\"a\":2},\"" + id
            + "\":2,\"placed\":\"" + id + "\",\"diagnosis\":{\"" + id + "\":1},\"consents\":[\""
            + id + "\"],\"housing\":\"" + id + "\",\"completed\":[\"" + id + "\"],\"birth_date\":\""
            + id + "\",\"wants_work\":\"" + id + "\",\"preferences\":[\"" + id + "\"]}";
        auto const read = parse_people(sample(), line + line + wrong, people_format::json_lines);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().list[0].code, diagnostic_code::personal_number);
        EXPECT_EQ(read.error().list[1].code, diagnostic_code::personal_number);
        EXPECT_EQ(read.error().list[2].line, 3U);
        EXPECT_THAT(to_lines(read.error()), Not(HasSubstr(id)));

        for (auto const& text : {id + ",x\n" + id + ",y\n", "id," + id + ',' + id + "\n1,2,3\n",
                                 "id,placed,housing\n" + id + ',' + id + ',' + id + '\n'}) {
            auto const rows = parse_people(sample(), text, people_format::csv);
            ASSERT_FALSE(rows);
            EXPECT_THAT(to_lines(rows.error()), Not(HasSubstr(id)));
        }
    }
}

TEST(People, AreRefusedAsAWholeAfterAHundredMistakes)
{
    std::string text = "{\"id\":\"a\"}\n";
    for (int i = 0; i < 250; ++i)
        text += "{\"id\":\"p" + std::to_string(i) + "\",\"wants_work\":1,\"x\":2}\n";
    auto const read = parse_people(sample(), text, people_format::json_lines, "file");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().list.size(), 100U);
    EXPECT_EQ(read.error().errors, 500U);
    EXPECT_EQ(to_line(read.error().list[1]).substr(0, 31), "file:2:27: error: unknown_key: ");
}

TEST(PeopleHeader, SaysThatAColumnStandsTwiceWhetherItIsKnownOrNot)
{
    EXPECT_EQ(told(parse_people(sample(), "id,x,x\np,1,2\n", people_format::csv)),
              (list{"1:4 unknown_key /x", "1:6 duplicate_key /x"}));
    // A column without a name is not another one of the same name.
    EXPECT_EQ(told(parse_people(sample(), "id,,\np,,\n", people_format::csv)),
              (list{"1:4 unknown_key /", "1:5 unknown_key /"}));
}

TEST(PeopleHeader, DoesNotRepeatAPersonalNumber)
{
    auto const read =
        parse_people(sample(), "id,191212121212,191212121212\np,1,2\n", people_format::csv);
    ASSERT_FALSE(read);
    EXPECT_EQ(to_lines(read.error()).find("1912"), std::string::npos) << to_lines(read.error());
    EXPECT_EQ(read.error().errors, 2U);
    for (std::string const header : {"191212121212;40", "id\t19121212-1212", ";19121212-1212;"}) {
        auto const other = parse_people(sample(), header + "\n", people_format::csv);
        ASSERT_FALSE(other);
        EXPECT_EQ(to_lines(other.error()).find("1212"), std::string::npos)
            << to_lines(other.error());
        EXPECT_EQ(other.error().list[0].code, diagnostic_code::personal_number);
    }
}

TEST(PeopleHeader, SaysWhatSeparatesColumns)
{
    for (std::string const mark : {";", "\t"}) {
        auto const read = parse_people(sample(), "id" + mark + "municipality\np" + mark + "9701\n",
                                       people_format::csv);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().errors, 1U); // that there is no column `id` follows
        EXPECT_EQ(read.error().list[0].hint, "columns are separated by commas");
    }
}

TEST(PeopleHeader, IsToldOnceAboutEachColumn)
{
    EXPECT_EQ(told(parse_people(sample(), "id,x,wants_work,wants_work,id\np,1,true,1,q\n,,,,\n",
                                people_format::csv)),
              (list{"1:4 unknown_key /x", "1:17 duplicate_key /wants_work",
                    "1:28 duplicate_key /id", "3:1 missing_key "}));
    EXPECT_EQ(told(parse_people(sample(), "wants_work\ntrue\nfalse\n", people_format::csv)),
              list{"1:1 missing_key "});
    EXPECT_EQ(told(parse_people(sample(), "id,\"wants\"x\np,true\n", people_format::csv)),
              list{"1:11 syntax "});
}

TEST(People, MayHaveAFactThatIsNamedAsWhatIsNone)
{
    auto agreed = testing_support::framed_plan();
    agreed.facts[0].name = "null";
    auto const read = parse_people(agreed, "id,municipality,null\na,9701,true\nb,9701,null\n",
                                   people_format::csv);
    EXPECT_FALSE(read); // a truth value is never none
    auto const fine =
        parse_people(agreed, "id,null,municipality\na,true,9701\nb,,9702\n", people_format::csv);
    ASSERT_TRUE(fine);
    EXPECT_EQ(fine->fact(0, built_in_columns).state, fact_state::value);
    EXPECT_EQ(fine->fact(1, built_in_columns).state, fact_state::unknown);
}

TEST(HostilePeople, MakeSenseWithBytesExchanged)
{
    dice roll(20'250'103);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (auto const format : {people_format::json_lines, people_format::csv}) {
        auto const whole =
            io::read_file(format == people_format::csv ? "tests/cases/sample.people.csv"
                                                       : "tests/cases/sample.people.ndjson")
                .value();
        for (int round = 0; round < 300; ++round) {
            auto text = whole.substr(0, roll.chance(2) ? whole.size() : roll(whole.size()));
            for (auto left = roll(4); left > 0 && !text.empty(); --left)
                text[roll(text.size())] = static_cast<char>(roll(256));
            auto const read = parse_people(sample(), text, format);
            if (read)
                continue;
            EXPECT_GT(read.error().errors, 0U);
            for (auto const& one : read.error().list)
                EXPECT_GT(one.line, 0U);
        }
    }
}
