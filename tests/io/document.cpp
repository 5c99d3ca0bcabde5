// SPDX-License-Identifier: BSL-1.0
#include "io/document.hpp"

#include "io/syntax.hpp"
#include "io/utf8.hpp"
#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

using namespace finsam;
using namespace finsam::io;
using enum diagnostic_code;

namespace {

std::string at(document const& read, node const& value)
{
    auto const [line, column] = position_of(read, value.offset);
    return std::to_string(line) + ':' + std::to_string(column);
}

std::string at(document const& read, std::string_view pointer, diagnostic_code code = bad_value)
{
    auto const [line, column] = locate(read, pointer, code);
    return std::to_string(line) + ':' + std::to_string(column);
}

/// "line:column code pointer" of each mistake.
std::vector<std::string> mistakes(std::string_view text)
{
    std::vector<std::string> told;
    for (auto const& one : parse_document(text, "file").found)
        told.push_back(std::to_string(one.line) + ':' + std::to_string(one.column) + ' '
                       + std::string(one.code == syntax          ? "syntax"
                                     : one.code == duplicate_key ? "duplicate_key"
                                                                 : "too_deep")
                       + (one.pointer.size() < 40 ? one.pointer : ""));
    return told;
}

using list = std::vector<std::string>;

} // namespace

TEST(Document, KeepsEveryValueWithItsPlace)
{
    constexpr std::string_view text = "{\"år\" : [true, false,null ,\n"
                                      "  -1.50e3,\"\\\"å\\u00e5\\\\\" , {} , []]\r\n"
                                      ",\t\"b\":\"\"}";
    auto const read = parse_document(text, "file");
    ASSERT_TRUE(read.readable);
    ASSERT_EQ(read.root.members.size(), 2U);
    auto const& items = read.root.members[0].value.items;
    ASSERT_EQ(items.size(), 7U);
    EXPECT_EQ(read.root.members[0].key, "år");
    EXPECT_TRUE(items[0].truth);
    EXPECT_EQ(items[3].text, "-1.50e3");
    EXPECT_EQ(items[4].text, "\"åå\\");
    list places;
    for (auto const& item : items)
        places.push_back(at(read, item));
    EXPECT_EQ(places, (list{"1:10", "1:16", "1:22", "2:3", "2:11", "2:27", "2:32"}));
    EXPECT_EQ(at(read, read.root.members[1].value), "3:7");
}

TEST(Document, KeepsNumbersOfAnySizeAsTheyAreWritten)
{
    std::string const digits(1000, '7');
    auto const read = parse_document("[123456789012345678901234567890, " + digits + "]", "file");
    ASSERT_EQ(read.root.items.size(), 2U);
    EXPECT_EQ(read.root.items[0].text, "123456789012345678901234567890");
    EXPECT_EQ(read.root.items[1].text, digits);
}

TEST(Document, DoesNotCountTheByteOrderMarkOfItsFile)
{
    auto const read = parse_document(without_mark("\xEF\xBB\xBF[1]"), "file");
    ASSERT_TRUE(read.readable);
    EXPECT_EQ(at(read, read.root.items[0]), "1:2");
    EXPECT_EQ(mistakes(without_mark("\xEF\xBB\xBF\xEF\xBB\xBF[1]")), list{"1:1 syntax"});
}

TEST(Document, LocatesPointers)
{
    auto const read = parse_document(R"({"a": {"b/c": [1, {"~": 2}]}})", "file");
    EXPECT_EQ(at(read, ""), "1:1");
    EXPECT_EQ(at(read, "/a/b~1c/1/~0"), "1:25");
    EXPECT_EQ(at(read, "/a/b~1c/1/~0", unknown_key), "1:20");
    EXPECT_EQ(at(read, "/a", missing_key), "1:7");
    // What is not there belongs to what is above it.
    EXPECT_EQ(at(read, "/a/b~1c/7/x"), "1:15");
    EXPECT_EQ(at(read, "/matching"), "1:1");
    EXPECT_EQ(at(read, "/a/b~1c/0/deeper"), "1:16");
}

TEST(Document, TellsEveryDuplicateKeyAndKeepsTheFirst)
{
    EXPECT_EQ(mistakes("[{\"x\":[1,{\"c\":1,\n \"c\":2,\"\\u0063\":1}]}]"),
              (list{"2:2 duplicate_key/0/x/1/c", "2:8 duplicate_key/0/x/1/c"}));
    auto const read = parse_document(R"({"a":1,"b":2,"a":{"z":1,"z":2}})", "file");
    EXPECT_EQ(read.found.size(), 1U);
    ASSERT_EQ(read.root.members.size(), 2U);
    EXPECT_EQ(find(read.root, "a")->text, "1");
    EXPECT_EQ(find(read.root, "c"), nullptr);
}

TEST(Document, MayBe256LevelsDeep)
{
    std::string const open(256, '['), close(256, ']');
    EXPECT_EQ(mistakes(open + close), list{});
    EXPECT_EQ(mistakes('[' + open + close + ']'), list{"1:257 too_deep"});
    EXPECT_EQ(mistakes(std::string(100'000, '[')), list{"1:257 too_deep"});
    std::string objects;
    for (int i = 0; i < 100'000; ++i)
        objects += "{\"a\":";
    EXPECT_EQ(mistakes(objects), list{"1:1281 too_deep"});
}

TEST(Document, TellsWhereItIsNotJson)
{
    struct
    {
        std::string_view text;
        std::string expected;
    } const cases[] = {
        {"", "1:1 syntax"},
        {" \n ", "2:2 syntax"},
        {"{", "1:2 syntax"},
        {"\"abc", "1:5 syntax"},
        {"nul", "1:4 syntax"},
        {"{}\n x", "2:2 syntax"},
        {"{\"a\":1,}", "1:8 syntax"},
        {"{'a':1}", "1:2 syntax"},
        {"[1 2]", "1:4 syntax"},
        {"{\"ö\":1\n \"b\":2}", "2:2 syntax"},
        {"[01]", "1:3 syntax"},
        {"[1e99999999999, 2", "1:18 syntax"},
        {"[1.\n]", "1:4 syntax"},
        {"[-x]", "1:3 syntax"},
        {"[1e+]", "1:5 syntax"},
        {"[1//x\n]", "1:3 syntax"},
        {"\"ö\nb\"", "1:3 syntax"},
        {std::string_view("[\0]", 3), "1:2 syntax"},
        {"\"å\xFF\"", "1:3 syntax"},
        {"\"\xC0\x80\"", "1:2 syntax"},         // an overlong form
        {"\"\xED\xA0\x80\"", "1:2 syntax"},     // a surrogate
        {"\"\xF4\x90\x80\x80\"", "1:2 syntax"}, // above U+10FFFF
        {"\"\xE2\x82", "1:2 syntax"},
        {R"("\ud800")", "1:2 syntax"},
        {R"("a\udc00")", "1:3 syntax"},
        {R"("\uDBFFx")", "1:2 syntax"},
        {R"("\ud800\n")", "1:2 syntax"},
        {R"("\ud83d\u0041")", "1:2 syntax"},
        {R"("\u12")", "1:6 syntax"},
        {R"("\u12G4")", "1:6 syntax"},
        {R"("\u00e4\x")", "1:9 syntax"},
        {"NaN", "1:1 syntax"},
        {"[True]", "1:2 syntax"},
    };
    for (auto const& [text, expected] : cases) {
        auto const told = mistakes(text);
        ASSERT_EQ(told.size(), 1U) << text;
        EXPECT_EQ(told[0], expected) << text;
        EXPECT_FALSE(parse_document(text, "file").readable) << text;
    }
}

TEST(Document, HasNumbersPastAllBoundsAsTheyAreWritten)
{
    for (std::string const number :
         {"1e99999999999", "-1E+0012345", "0e-99999999999999999999", "1.5e2147483648"}) {
        // What is between quotation marks is no number, whatever stands in it.
        auto const text = R"({"1e99999999999": "\"1e99999999999", "a": )" + number + "}";
        auto const read = parse_document(text, "file");
        ASSERT_TRUE(read.readable) << text;
        ASSERT_EQ(read.root.members.size(), 2U);
        EXPECT_EQ(read.root.members[0].key, "1e99999999999");
        EXPECT_EQ(read.root.members[0].value.text, "\"1e99999999999");
        EXPECT_EQ(read.root.members[1].value.text, number);
        EXPECT_EQ(read.root.members[1].value.offset, text.find(": " + number) + 2);
    }
}

TEST(Document, SaysWhatSomebodyElsesWordIsHere)
{
    auto const said = [](std::string_view text) {
        auto const read = parse_document(text, "file");
        return read.found.empty() ? "" : read.found[0].message + "; " + read.found[0].hint;
    };
    EXPECT_EQ(said("[True]"), "`True` cannot stand here; write `true`");
    EXPECT_EQ(said("[-Infinity]"),
              "`Infinity` is no number here; leave it out where there is none");
    EXPECT_EQ(said(R"(["C:\x"])"), "`x` cannot stand here; write `\\\\` for a backslash in a text");
    EXPECT_EQ(said("[1.\n]"), "the number ends too early; a digit is missing before this");
    // In a text neither is what it seems.
    auto const line_end = "a line break or another control character cannot stand here; "
                          "write `\\n` for a line break in a text";
    EXPECT_EQ(said("[\"Fas 2.\n\"]"), line_end);
    EXPECT_EQ(said("[\"a\\\n\"]"), line_end);
    EXPECT_EQ(said(R"(["C:\None"])"),
              "`N` cannot stand here; write `\\\\` for a backslash in a text");
    EXPECT_EQ(said("[Trueish]"), "`T` cannot stand here; a text stands between two \"");
}

TEST(Document, BlamesNoEscapeThatIsWhole)
{
    for (auto const& [text, expected] :
         {std::pair{R"(["\ud83d\ude00", x])", "1:18 syntax"},
          std::pair{R"(["\ud83d\ude00",])", "1:17 syntax"},
          std::pair{"{\"a\":\"\\ud83d\\ude00\"\n\"b\":1}", "2:1 syntax"},
          std::pair{R"(["x\ud83d\ude00\q"])", "1:17 syntax"},
          std::pair{R"({"a": "\\ud800", x})", "1:18 syntax"},
          std::pair{R"("\u12\u0041")", "1:6 syntax"},
          std::pair{R"(["\ud83d\u12\uabcd"])", "1:13 syntax"},
          std::pair{R"("\u12\uabcd)", "1:6 syntax"}, std::pair{R"(["\ud8\u)", "1:7 syntax"},
          std::pair{R"(["\ud8)", "1:7 syntax"}})
        EXPECT_EQ(mistakes(text), std::vector<std::string>{expected}) << text;
}

TEST(Document, TellsAMistakeInsideOfAnyText)
{
    testing_support::dice roll(7);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    std::vector<std::string> const parts{
        "\"", "\\", "\\u", "d83d", "\\ude00", "\\n", "1e999999999999", "[",     "]", "{", "}", ",",
        ":",  " ",  "\n",  "x",    "ö",       "-1.", "true",           "\"a\"", "0"};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (auto left = roll(12); left > 0; --left)
            text += roll.pick(parts);
        auto const parsed = parse_json(text);
        EXPECT_TRUE(parsed.root || !parsed.mistakes.empty()) << text;
        for (auto const& one : parsed.mistakes) {
            ASSERT_LE(one.offset, text.size()) << text;
            EXPECT_FALSE(one.message.empty() || one.hint.empty()) << text;
        }
    }
}

TEST(Document, MayHaveNulInItsTexts)
{
    auto const read = parse_document(R"(["a\u0000b"])", "file");
    ASSERT_TRUE(read.readable);
    EXPECT_EQ(read.root.items[0].text, std::string_view("a\0b", 3));
}
