// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>

#include "support/sample_people.hpp"
#include "support/without_hint.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

using namespace finsam;
using testing_support::sample_of_people;
using testing_support::told_in_people;
using testing_support::without_hint;

namespace {

using list = std::vector<std::string>;

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

TEST_P(BadLine, IsToldOnce)
{
    auto const read = parse_people(sample_of_people(), GetParam().text, people_format::json_lines);
    EXPECT_EQ(told_in_people(read), GetParam().expected);
    ASSERT_FALSE(read);
    EXPECT_EQ(without_hint(read.error()), "");
}

INSTANTIATE_TEST_SUITE_P(
    People, BadLine,
    testing::ValuesIn(std::vector<mistake>{
        {"NoObject", "[1]", {"1:1 wrong_type "}},
        {"CutOff", R"({"id": "p")", {"1:11 syntax "}},
        {"TwoOnALine", R"({"id": "p"} {"id": "q"})", {"1:13 syntax "}},
        {"NotUtf8", "{\"id\": \"\xE5\"}", {"1:9 syntax "}},
        // A mark is for the beginning of the file, once.
        {"TwoMarks", "\xEF\xBB\xBF\xEF\xBB\xBF{\"id\": \"p\"}", {"1:1 syntax "}},
        {"MarkOnALaterLine", "{\"id\": \"p\"}\n\xEF\xBB\xBF{\"id\": \"q\"}", {"2:1 syntax "}},
        {"LineOfAMark", "{\"id\": \"p\"}\n\xEF\xBB\xBF\n", {"2:1 syntax "}},
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

TEST(PeopleMistakes, AreToldWithWhatToWrite)
{
    auto const lines = [](std::string const& text, people_format format) {
        return to_lines(parse_people(sample_of_people(), text, format, "").error());
    };
    EXPECT_EQ(
        lines(R"({"id": 7, "wants_work": "true", "unemployed_months": "4",)"
              R"( "birth_date": 2001, "barriers": "debt", "diagnosis": null,)"
              R"( "consents": null, "education": null})",
              people_format::json_lines),
        "1:8: error: wrong_type: /id: `id` must be text, not a number; write it in quotation "
        "marks\n"
        "1:25: error: wrong_type: /wants_work: `wants_work` must be `true` or `false`, not "
        "text; write the word itself, without quotation marks\n"
        "1:54: error: wrong_type: /unemployed_months: `unemployed_months` must be a whole "
        "number, not text; write its digits, without quotation marks\n"
        "1:73: error: wrong_type: /birth_date: `birth_date` must be a date as text, not a "
        "number; write it as `\"YYYY-MM-DD\"`\n"
        "1:91: error: wrong_type: /barriers: `barriers` must be a list, not text; write what "
        "it lists between `[` and `]`, also if it is but one\n"
        "1:130: error: wrong_type: /consents: `consents` must be a list, not `null`; leave it "
        "out where nothing is on record\n"
        "1:149: error: wrong_type: /education: `education` must be text, not `null`; leave it "
        "out where nothing is on record\n");
    EXPECT_EQ(lines("id,wants_work\nnull,null\n", people_format::csv),
              "2:1: error: wrong_type: /id: `id` must be text, not `null`; it is a pseudonym, "
              "different for each person\n"
              "2:6: error: wrong_type: /wants_work: `wants_work` must be `true` or `false`, not "
              "`null`; leave it out where nothing is on record\n");
}

TEST_P(BadRow, IsToldOnce)
{
    std::string const header =
        "id,municipality,placed,consents,preferences,completed,wants_work,"
        "unemployed_months,barriers,housing,education,birth_date,diagnosis\n";
    auto const read =
        parse_people(sample_of_people(), header + GetParam().text, people_format::csv);
    EXPECT_EQ(told_in_people(read), GetParam().expected);
    ASSERT_FALSE(read);
    EXPECT_EQ(without_hint(read.error()), "");
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
