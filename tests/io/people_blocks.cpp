// SPDX-License-Identifier: BSL-1.0
#include "io/people_blocks.hpp"

#include "io/id_check.hpp"
#include "io/read_days.hpp"
#include "io/sure_csv.hpp"
#include "io/sure_json.hpp"
#include "support/people_texts.hpp"
#include "support/sample_people.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <limits>
#include <map>

using namespace finsam;
using testing_support::dice;
using testing_support::people_texts;
using testing_support::sample_of_people;

namespace {

constexpr auto json = people_format::json_lines;
constexpr auto csv = people_format::csv;

result<people> in_blocks(plan const& agreed, people_format format, std::string_view text,
                         std::size_t size, io::manner how = {})
{
    io::text_source from(text);
    return io::read_blocks(agreed, format, "file", from, size, how);
}

result<people> slowly(plan const& agreed, people_format format, std::string_view text)
{
    io::text_source from(text);
    return io::read_blocks(agreed, format, "file", from, text.size() + 1, {.only_slowly = true});
}

std::vector<std::string> codes_of(people const& all, std::size_t column)
{
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < all.codes(column).size(); ++i)
        codes.emplace_back(all.codes(column)[i]);
    return codes;
}

void expect_same(result<people> const& expected, result<people> const& read)
{
    ASSERT_EQ(expected.has_value(), read.has_value());
    if (!expected) {
        EXPECT_EQ(to_lines(expected.error()), to_lines(read.error()));
        EXPECT_EQ(expected.error(), read.error());
        return;
    }
    ASSERT_EQ(expected->size(), read->size());
    for (std::size_t row = 0; row < expected->size(); ++row)
        ASSERT_EQ(expected->row(row), read->row(row)) << expected->id(row);
    for (std::size_t i = 0; i < expected->facts().columns.size(); ++i)
        EXPECT_EQ(codes_of(*expected, i), codes_of(*read, i));
    ASSERT_EQ(expected->pieces().size(), read->pieces().size());
    for (std::size_t i = 0; i < expected->pieces().size(); ++i) {
        auto const& one = expected->pieces()[i].memory;
        auto const& other = read->pieces()[i].memory;
        ASSERT_EQ(one.size(), other.size());
        EXPECT_EQ(std::memcmp(one.words(), other.words(), one.size()), 0);
    }
}

std::string padded(std::string text)
{
    return text + std::string(io::readable_after, '"');
}

bool is_sure(plan const& agreed, std::string const& line)
{
    static std::map<plan const*, io::sure_person> kept;
    auto& into = kept.try_emplace(&agreed, agreed, schema_of(agreed)).first->second;
    auto const text = padded(line);
    return io::read_sure_line(std::string_view(text).substr(0, line.size()), into);
}

} // namespace

TEST(PeopleBlocks, ReadAnyTextAsThePersonReaderDoes)
{
    dice roll(20'261'122);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    std::size_t read_well = 0, mistaken = 0;
    for (int round = 0; round < 400 && !HasFailure(); ++round) {
        auto agreed = round % 3 == 0 ? sample_of_people() : random_plan(roll);
        if (round % 3 == 1)
            // In CSV this is no value, in JSON Lines it is.
            agreed.facts[3].values.emplace_back("null");
        people_texts texts(
            roll, agreed,
            std::vector<std::uint64_t>{0, 1000, 200, 40}[static_cast<std::size_t>(round) % 4]);
        for (auto const format : {json, csv}) {
            auto const text = format == csv ? texts.csv(1 + roll(12)) : texts.json_lines(roll(12));
            SCOPED_TRACE(text);
            auto const expected = slowly(agreed, format, text);
            ++(expected ? read_well : mistaken);
            expect_same(expected, parse_people(agreed, text, format, "file"));
            for (std::size_t size = 1; size < 200 && !HasFailure(); size += 1 + roll(30))
                expect_same(expected, in_blocks(agreed, format, text, size));
            for (std::size_t threads = 2; threads <= 4; ++threads)
                expect_same(expected, in_blocks(agreed, format, text, 1 + roll(2 * text.size() + 1),
                                                {.threads = threads, .part_size = 1 + roll(100)}));
        }
    }
    // Both must come often for the comparison to say much.
    EXPECT_GT(read_well, 200U);
    EXPECT_GT(mistaken, 200U);
}

TEST(PeopleBlocks, MayEndAnywhere)
{
    dice roll(7);
    for (auto const oddity : {0U, 60U})
        for (auto const format : {json, csv}) {
            people_texts texts(roll, sample_of_people(), oddity);
            auto const text = format == csv ? texts.csv(6) : texts.json_lines(6);
            SCOPED_TRACE(text);
            auto const expected = slowly(sample_of_people(), format, text);
            for (std::size_t size = 1; size <= 200; ++size)
                expect_same(expected, in_blocks(sample_of_people(), format, text, size));
            // Wherever it is cut for two threads, in fields of several lines too.
            for (std::size_t size = 1; size <= text.size(); size += 3)
                expect_same(expected, in_blocks(sample_of_people(), format, text, size,
                                                {.threads = 2, .part_size = 1}));
        }
}

TEST(PeopleBlocks, ReadNothingAheadThatIsInsideOfAField)
{
    auto agreed = sample_of_people();
    agreed.facts.push_back({.name = "district", .kind = fact_kind::code});
    // What stands between the quotation marks would be people by itself.
    std::string text = "id,district\n";
    for (int i = 0; i < 40; ++i) {
        auto const number = std::to_string(i);
        text += "p" + number + ",d" + number + "\n";
        if (i % 8 == 7)
            text += "q" + number + ",\"\n\na,b\nc,d\ne,f\ng,h\ni,j\nk,l\n\"\n";
    }
    auto const expected = slowly(agreed, csv, text);
    for (std::size_t threads = 2; threads < 6; ++threads)
        for (std::size_t size = 20; size < 200; ++size)
            expect_same(expected,
                        in_blocks(agreed, csv, text, size, {.threads = threads, .part_size = 1}));
}

TEST(PeopleBlocks, HoldMorePeopleInAPartThanAPiece)
{
    std::string lines, rows = "id\n";
    for (int i = 0; i < 60'000; ++i) {
        lines += R"({"id":")" + std::to_string(i) + "\"}\n";
        rows += std::to_string(i) + '\n';
    }
    for (auto const& [format, text] : {std::pair(json, lines), std::pair(csv, rows)})
        for (std::size_t const part_size : {150'000U, 250'000U})
            expect_same(in_blocks(sample_of_people(), format, text, 500'000, {.threads = 1}),
                        in_blocks(sample_of_people(), format, text, 500'000,
                                  {.threads = 2, .part_size = part_size}));
}

TEST(PeopleBlocks, FillPiecesBitForBit)
{
    dice roll(11);
    auto const agreed = random_plan(roll);
    people_texts texts(roll, agreed, 0);
    for (auto const format : {json, csv}) {
        auto const text = format == csv ? texts.csv(17'000) : texts.json_lines(17'000);
        auto const expected = slowly(agreed, format, text);
        ASSERT_TRUE(expected) << to_lines(expected.error());
        ASSERT_EQ(expected->pieces().size(), 1U);
        expect_same(expected, in_blocks(agreed, format, text, 10'000));
        for (std::size_t const size : {300'000U, 100'000'000U})
            for (std::size_t const threads : {2U, 3U})
                expect_same(expected, in_blocks(agreed, format, text, size,
                                                {.threads = threads, .part_size = 1'000}));
    }
}

TEST(PeopleBlocks, TellOfEachRowThatIsNotUtf8)
{
    std::string const not_utf8 = "syntax: : this is not UTF-8; save the file as UTF-8\n";
    std::string const open = "syntax: : a quotation mark is never closed; put the field in \" and "
                             "double each \" inside it\n";
    auto const wish = [](std::string const& place) {
        return "file:" + place
               + ": error: bad_value: /wants_work: `wants_work` must be `true` or "
                 "`false`; an empty field is not on record\n";
    };
    for (auto const& [text, expected] : std::initializer_list<std::pair<std::string, std::string>>{
             {"id,wants_work\np,\xE5\nq,maybe\nr,true\ns\xE5,\n",
              "file:2:3: error: " + not_utf8 + wish("3:3") + "file:5:2: error: " + not_utf8},
             // A character may stand in the middle of a row, of a field of several lines, or be cut
             // off by the end of the row or of the file.
             {"id,wants_work\n\n\"p\n\xC3\xA5\xE5\n\",\nq,maybe\n",
              "file:4:2: error: " + not_utf8 + wish("6:3")},
             {"id,wants_work\np\xC3\nq,maybe\np\xED\xA0\x80",
              "file:2:2: error: " + not_utf8 + wish("3:3") + "file:4:2: error: " + not_utf8},
             {"\xEF\xBB\xBFid\n\xC3", "file:2:1: error: " + not_utf8},
             // Nothing else is told of such a row.
             {"id,wants_work\np\"q,\xE5\np,q,r\xE5\nq,maybe",
              "file:2:5: error: " + not_utf8 + "file:3:6: error: " + not_utf8 + wish("4:3")},
             {"id,wants_work\np,\"\n\xE5,\nq,maybe",
              "file:2:3: error: " + open + "file:3:1: error: " + not_utf8 + wish("4:3")},
             // Without a header row nobody knows what the others say.
             {"id,h\xE5nder\np,\xE5\nq\n", "file:1:5: error: " + not_utf8}}) {
        SCOPED_TRACE(text);
        auto const read = slowly(sample_of_people(), csv, text);
        EXPECT_EQ(to_lines(read.error()), expected);
        expect_same(read, parse_people(sample_of_people(), text, csv, "file"));
        for (std::size_t size = 1; size < 40; ++size)
            for (std::size_t const threads : {1U, 2U, 3U})
                expect_same(read, in_blocks(sample_of_people(), csv, text, size,
                                            {.threads = threads, .part_size = 1}));
    }
}

TEST(PeopleBlocks, TellEveryIdThatComesAgain)
{
    std::string lines, rows = "id\n";
    for (int i = 0; i < 5'000; ++i) {
        auto const id = "p" + std::to_string(i % 4'900);
        lines += R"({"id": ")" + id + "\"}\n";
        rows += id + '\n';
    }
    for (auto const& read :
         {in_blocks(sample_of_people(), json, lines, 1'000),
          in_blocks(sample_of_people(), json, lines, 9'000, {.threads = 2, .part_size = 1}),
          parse_people(sample_of_people(), rows, csv)}) {
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().errors, 100U);
        EXPECT_EQ(read.error().list.front().code, diagnostic_code::duplicate_id);
    }
    EXPECT_EQ(in_blocks(sample_of_people(), json, lines, 1'000).error().list.front().line, 4'901U);
}

TEST(PeopleBlocks, KeepNoCodeThatIsWithheld)
{
    auto const diagnosis = *find_column(schema_of(sample_of_people()), "diagnosis");
    for (auto const& [format, text] : std::initializer_list<std::pair<people_format, std::string>>{
             {json, "{\"diagnosis\": \"secret\", \"id\": \"a\"}\n"
                    "{\"id\": \"b\", \"consents\": [\"municipality\"], \"diagnosis\": \"secret\"}\n"
                    "{\"id\": \"c\", \"diagnosis\": \"F20\", \"consents\": [\"region\"]}\n"
                    "{\"id\": \"d\", \"diagnosis\": \"secret\", \"consents\": []}\n"
                    "{\"id\": \"e\", \"diagnosis\": \"secret\", \"unemployed_months\": 1, "
                    "\"consents\": [\"public_employment_service\"]}"},
             {csv, "diagnosis,id,consents\nsecret,a,\nsecret,b,municipality\nF20,c,region\n"
                   "secret,d,[]\nsecret,e,public_employment_service\n"}}) {
        auto const read = parse_people(sample_of_people(), text, format).value();
        EXPECT_EQ(codes_of(read, diagnosis), std::vector<std::string>{"F20"});
        for (std::size_t row = 0; row < read.size(); ++row)
            EXPECT_EQ(read.fact(row, diagnosis).state,
                      row == 2 ? fact_state::value : fact_state::withheld);
    }
}

// Otherwise everything here compares the slow way with itself.
TEST(SureLine, IsNearlyEveryLine)
{
    std::ifstream in("tests/cases/sample.people.ndjson");
    std::size_t lines = 0;
    for (std::string line; std::getline(in, line); ++lines)
        EXPECT_TRUE(is_sure(sample_of_people(), line)) << line;
    EXPECT_EQ(lines, 25U);
    EXPECT_TRUE(is_sure(sample_of_people(), "\t{\"id\"\t: \"åsa\" , \"barriers\" :[ ] } \r"));
}

TEST(SureLine, IsNoLineWithAnythingUnusual)
{
    for (auto const* const line :
         {"",
          " ",
          "{}",
          "[]",
          R"({"id": "p")",
          R"({"id": "p"}})",
          R"({"id": "p"} x)",
          R"({"id": "p",})",
          R"({"id": "\u0070"})",
          R"({"id": "191212121212"})",
          R"({"id": " 19121212-1212"})",
          R"({"id": "p", "id": "p"})",
          R"({"id": "p", "x": 1})",
          R"({"id": "p", "wants_work": null})",
          R"({"id": "p", "wants_work": truf})",
          R"({"id": "p", "unemployed_months": 1.0})",
          R"({"id": "p", "unemployed_months": 1e1})",
          R"({"id": "p", "unemployed_months": 2147483648})",
          R"({"id": "p", "barriers": ["debt", "debt"]})",
          R"({"id": "p", "barriers": ["debt",]})",
          R"({"id": "p", "placed": "ips"})",
          R"({"id": "p", "consents": [], "consents": []})",
          R"({"id": "p", "placed": "arbetsgivare", "municipality": "9701"})",
          R"({"id": "p", "preferences": ["ips", "ips"]})",
          "{\"id\": \"\xE5\"}",
          "{\"id\": \"a\tb\"}",
          R"({"municipality": "9701"})"})
        EXPECT_FALSE(is_sure(sample_of_people(), line)) << line;
}

TEST(SureRow, IsNearlyEveryRow)
{
    io::sure_person into(sample_of_people(), schema_of(sample_of_people()));
    auto const columns = into.numbers_of({"id", "barriers", "housing", "unemployed_months"});
    auto const length = [&](std::string const& text) {
        auto const room = padded(text);
        return io::read_sure_row(std::string_view(room).substr(0, text.size()), columns, into);
    };
    EXPECT_EQ(length("p,debt;pain,null,-7\nq"), 20U);
    EXPECT_EQ(length("\"p\",\"[]\",,\"7\"\r\nq"), 15U);
    EXPECT_EQ(length("p,,,"), 4U);
    for (auto const* const text :
         {"", "\n", " p,,,\n", "p,,\n", "p,,,,\n", ",,,\n", "p,debt;,,\n", "p,,,07\n", "p\"q,,,\n",
          "\"p\"\"\",,,\n", "\"p,,,\n", "p,,,\r", "\"p\nq\",,,\n", "null,,,\n", "p,null,,\n"})
        EXPECT_EQ(length(text), 0U) << text;
}

TEST(ReadDays, KnowsEveryDayOfTheCalendar)
{
    for (int year : {1, 4, 99, 100, 400, 1600, 1899, 1900, 1970, 2000, 2023, 2024, 2100, 9999})
        for (int month = 0; month <= 13; ++month)
            for (int day = 0; day <= 32; ++day) {
                char text[32];
                std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                auto const expected = detail::parse_date(text);
                std::int32_t days = 0;
                ASSERT_EQ(io::read_days(text, days), expected.has_value()) << text;
                if (expected) {
                    ASSERT_EQ(days, detail::to_days(*expected)) << text;
                }
            }
    std::int32_t days = 0;
    for (auto const* const text :
         {"0000-01-01", "2023/01-01", "2023-01.01", "2o23-01-01", "2023-0x-01"})
        EXPECT_FALSE(io::read_days(text, days)) << text;
}

TEST(WordTable, FindsItsWordsAndNoOthers)
{
    dice roll(3);
    for (std::size_t count : {0U, 1U, 2U, 30U, 700U}) {
        std::vector<std::string> words;
        for (std::size_t i = 0; i < count; ++i)
            words.push_back(std::string(roll(30), static_cast<char>('a' + roll(3)))
                            + std::to_string(i) + std::string(roll(9), 'x'));
        io::word_table const table(std::vector<std::string_view>(words.begin(), words.end()));
        auto const find = [&](std::string const& word) {
            auto const text = padded(word);
            return table.find(text.data(), word.size());
        };
        for (std::size_t i = 0; i < count; ++i) {
            EXPECT_EQ(find(words[i]), static_cast<std::int32_t>(i));
            EXPECT_EQ(find(words[i] + 'y'), -1);
            auto other = words[i];
            other[roll(other.size())] ^= 0x20;
            EXPECT_EQ(find(other), -1) << other;
        }
        EXPECT_EQ(find(""), -1);
    }
    io::word_table const odd({"a\\b", "null", "twice", "twice"});
    EXPECT_EQ(odd.find(padded("a\\b").data(), 3), -1);
    EXPECT_EQ(odd.find(padded("null").data(), 4), -1);
    EXPECT_EQ(odd.find(padded("twice").data(), 5), 2);
}

TEST(RepeatedHashes, AreThoseThatAreThereTwice)
{
    dice roll(5);
    for (std::size_t const count : {0U, 1U, 2U, 3'000U, 20'000U}) {
        std::map<std::uint64_t, int> times;
        std::vector<std::uint64_t> all;
        for (std::size_t i = 0; i < count; ++i) {
            // Some share the bits by which they are sorted first.
            auto const hash = roll.chance(2) ? roll(5'000) : roll(1'000'000) << 40 | roll(2);
            all.push_back(hash);
            ++times[hash];
        }
        std::vector<std::uint64_t> expected;
        for (auto const& [hash, often] : times)
            if (often > 1)
                expected.push_back(hash);
        EXPECT_EQ(io::repeated_among(all), expected);
    }
    EXPECT_NE(io::hash_of("a"), io::hash_of(std::string_view("a\0", 2)));
    EXPECT_NE(io::hash_of("12345678a"), io::hash_of("12345678b"));
}
