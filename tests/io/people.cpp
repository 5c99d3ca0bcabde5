// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>

#include "io/file.hpp"
#include "support/random_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

using namespace finsam;
using testing::HasSubstr;
using testing::Not;
using testing_support::dice;

namespace {

using list = std::vector<std::string>;

plan const& sample()
{
    static plan const agreed =
        read_plan(std::filesystem::path("tests/cases/sample.plan.json")).value();
    return agreed;
}

list told(result<people> const& read)
{
    list all;
    if (read)
        return all;
    for (auto const& one : read.error().list)
        all.push_back(std::to_string(one.line) + ':' + std::to_string(one.column) + ' '
                      + std::string(detail::name_of(one.code)) + ' ' + one.pointer);
    return all;
}

list told_of_line(std::string const& line)
{
    return told(parse_people(sample(), line, people_format::json_lines));
}

std::string const header = "id,municipality,placed,consents,preferences,completed,wants_work,"
                           "unemployed_months,barriers,housing,education,birth_date,diagnosis\n";

list told_of_row(std::string const& row)
{
    return told(parse_people(sample(), header + row, people_format::csv));
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

/// A person with a mistake and what is told about it.
struct mistake
{
    std::string name;
    std::string text;
    list expected;
};

void PrintTo(mistake const& one, std::ostream* out)
{
    *out << one.text;
}

std::string name_of_mistake(testing::TestParamInfo<mistake> const& info)
{
    return info.param.name;
}

class BadLine : public testing::TestWithParam<mistake>
{};

class BadRow : public testing::TestWithParam<mistake>
{};

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
            "{\"id\":[\"" + id + "\"],\"" + id + "\":1,\"" + id + "\":2,\"placed\":\"" + id
            + "\",\"diagnosis\":{\"" + id + "\":1},\"consents\":[\"" + id + "\"],\"housing\":\""
            + id + "\",\"completed\":[\"" + id + "\"],\"birth_date\":\"" + id
            + "\",\"wants_work\":\"" + id + "\",\"preferences\":[\"" + id + "\"]}";
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

TEST_P(BadLine, IsToldOnce)
{
    EXPECT_EQ(told_of_line(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    People, BadLine,
    testing::ValuesIn(std::vector<mistake>{
        {"NoObject", "[1]", {"1:1 wrong_type "}},
        {"CutOff", R"({"id": "p")", {"1:11 syntax "}},
        {"TwoOnALine", R"({"id": "p"} {"id": "q"})", {"1:13 syntax "}},
        {"NotUtf8", "{\"id\": \"\xE5\"}", {"1:9 syntax "}},
        {"NoId", "{}", {"1:1 missing_key "}},
        {"EmptyId", R"({"id": ""})", {"1:8 bad_value /id"}},
        {"LongId", R"({"id": ")" + std::string(65, 'a') + "\"}", {"1:8 bad_value /id"}},
        {"NumberAsId", R"({"id": 7})", {"1:8 wrong_type /id"}},
        {"NullId", R"({"id": null})", {"1:8 wrong_type /id"}},
        {"UnknownKey", R"({"id": "p", "want_work": true})", {"1:13 unknown_key /want_work"}},
        {"KeyTwice", R"({"id": "p", "id": "q"})", {"1:13 duplicate_key /id"}},
        {"TextForBoolean", R"({"id": "p", "wants_work": "true"})", {"1:27 wrong_type /wants_work"}},
        {"NullBoolean", R"({"id": "p", "wants_work": null})", {"1:27 wrong_type /wants_work"}},
        {"NullSet", R"({"id": "p", "barriers": null})", {"1:25 wrong_type /barriers"}},
        {"NullOrderedChoice", R"({"id": "p", "education": null})", {"1:26 wrong_type /education"}},
        {"NullMunicipality",
         R"({"id": "p", "municipality": null})",
         {"1:29 wrong_type /municipality"}},
        {"Fraction",
         R"({"id": "p", "unemployed_months": 1.0})",
         {"1:34 wrong_type /unemployed_months"}},
        {"TooLarge",
         R"({"id": "p", "unemployed_months": 2147483648})",
         {"1:34 bad_value /unemployed_months"}},
        {"FarTooLarge",
         R"({"id": "p", "unemployed_months": -99999999999999999999})",
         {"1:34 bad_value /unemployed_months"}},
        {"NoDate", R"({"id": "p", "birth_date": "2023-02-29"})", {"1:27 bad_value /birth_date"}},
        {"DateAsNumber", R"({"id": "p", "birth_date": 20230228})", {"1:27 wrong_type /birth_date"}},
        {"YearZero", R"({"id": "p", "birth_date": "0000-01-01"})", {"1:27 bad_value /birth_date"}},
        {"NoSuchValue", R"({"id": "p", "housing": "tent"})", {"1:24 bad_value /housing"}},
        {"NoSuchValueInSet",
         R"({"id": "p", "barriers": ["debt", "Debt"]})",
         {"1:34 bad_value /barriers/1"}},
        {"ValueTwice",
         R"({"id": "p", "barriers": ["debt", "pain", "debt"]})",
         {"1:42 bad_value /barriers/2"}},
        {"SetAsText", R"({"id": "p", "barriers": "debt"})", {"1:25 wrong_type /barriers"}},
        {"NumberInSet", R"({"id": "p", "barriers": [1]})", {"1:26 wrong_type /barriers/0"}},
        {"EmptyCode", R"({"id": "p", "diagnosis": ""})", {"1:26 bad_value /diagnosis"}},
        {"LongCode",
         R"({"id": "p", "diagnosis": ")" + std::string(33, '1') + "\"}",
         {"1:26 bad_value /diagnosis"}},
        {"UnknownCompleted",
         R"({"id": "p", "completed": ["star"]})",
         {"1:27 dangling_id /completed/0"}},
        {"CompletedTwice",
         R"({"id": "p", "completed": ["start", "start"]})",
         {"1:36 bad_value /completed/1"}},
        {"NullCompleted", R"({"id": "p", "completed": null})", {"1:26 wrong_type /completed"}},
        {"UnknownConsent",
         R"({"id": "p", "consents": ["region", "fk"]})",
         {"1:36 dangling_id /consents/1"}},
        {"NullConsents", R"({"id": "p", "consents": null})", {"1:25 wrong_type /consents"}},
        {"UnknownPreference",
         R"({"id": "p", "preferences": ["start", "x"]})",
         {"1:38 dangling_id /preferences/1"}},
        {"StructuralPreference",
         R"({"id": "p", "preferences": ["arbetsgivare"]})",
         {"1:29 bad_value /preferences/0"}},
        {"PreferenceTwice",
         R"({"id": "p", "preferences": ["ips", "start", "ips"]})",
         {"1:45 duplicate_id /preferences/2"}},
        {"NullPreferences",
         R"({"id": "p", "preferences": null})",
         {"1:28 wrong_type /preferences"}},
        {"PlacedWithoutMunicipality", R"( {"id": "p", "placed": "ips"})", {"1:2 missing_key "}},
        {"PlacedNowhere",
         R"({"id": "p", "placed": "x", "municipality": "9701"})",
         {"1:23 dangling_id /placed"}},
        {"PlacedInAStructural",
         R"({"id": "p", "placed": "arbetsgivare", "municipality": "9701"})",
         {"1:23 bad_value /placed"}},
        {"NullPlaced", R"({"id": "p", "placed": null})", {"1:23 wrong_type /placed"}},
        {"Several",
         R"({"ID": "p", "birth_date": 1, "consents": "fk"})",
         {"1:1 missing_key ", "1:2 unknown_key /ID", "1:27 wrong_type /birth_date",
          "1:42 wrong_type /consents"}},
    }),
    name_of_mistake);

TEST_P(BadRow, IsToldOnce)
{
    EXPECT_EQ(told_of_row(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    People, BadRow,
    testing::ValuesIn(std::vector<mistake>{
        {"TooShort", "p,9701,,,,,,,,,,\n", {"2:1 syntax "}},
        {"TooLong", "\np,9701,,,,,,,,,,,,\n", {"3:1 syntax "}},
        {"NoId", ",9701,,,,,,,,,,,", {"2:1 missing_key "}},
        {"QuotationMarkInside", "p\"q,,,,,,,,,,,,\nq,,,,,,,,,,,,", {"2:2 syntax "}},
        {"NeverClosed", "p,\"9701,,,,,,,,,,,\n", {"2:3 syntax "}},
        {"NoBoolean", "p,,,,,,yes,,,,,,", {"2:8 bad_value /wants_work"}},
        {"NullBoolean", "p,,,,,,null,,,,,,", {"2:8 wrong_type /wants_work"}},
        {"NoNumber", "p,,,,,,,x,,,,,", {"2:9 bad_value /unemployed_months"}},
        {"Fraction", "p,,,,,,,1.5,,,,,", {"2:9 bad_value /unemployed_months"}},
        {"TooLarge", "p,,,,,,,2147483648,,,,,", {"2:9 bad_value /unemployed_months"}},
        {"NoSuchValueInSet", "p,,,,,,,,debt;tent,,,,", {"2:15 bad_value /barriers/1"}},
        {"EmptyItem", "p,,,,,,,,debt;,,,,", {"2:15 bad_value /barriers/1"}},
        {"NullSet", "p,,,,,,,,null,,,,", {"2:10 wrong_type /barriers"}},
        {"NoSuchValue", "p,,,,,,,,,tent,,,", {"2:11 bad_value /housing"}},
        {"NullOrderedChoice", "p,,,,,,,,,,null,,", {"2:12 wrong_type /education"}},
        {"NoDate", "p,,,,,,,,,,,2023-02-29,", {"2:13 bad_value /birth_date"}},
        {"NullMunicipality", "p,null,,,,,,,,,,,", {"2:3 wrong_type /municipality"}},
        {"PlacedWithoutMunicipality", "p,,ips,,,,,,,,,,", {"2:1 missing_key "}},
        {"NullPlaced", "p,,null,,,,,,,,,,", {"2:4 wrong_type /placed"}},
        {"UnknownConsent", "p,,,\"region;fk\",,,,,,,,,", {"2:13 dangling_id /consents/1"}},
        {"UnknownPreference", "p,,,,ips;x,,,,,,,,", {"2:10 dangling_id /preferences/1"}},
        {"PreferenceTwice", "p,,,,ips;ips,,,,,,,,", {"2:10 duplicate_id /preferences/1"}},
        {"UnknownCompleted", "p,,,,,start;x,,,,,,,", {"2:13 dangling_id /completed/1"}},
        {"NotUtf8", "p,,,,,,,,,,,,\xE5", {"2:14 syntax "}},
    }),
    name_of_mistake);

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
