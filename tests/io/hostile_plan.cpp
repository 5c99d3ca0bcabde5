// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/plain_text.hpp>
#include <finsam/io/plan.hpp>

#include "support/plan_mistake.hpp"
#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

using namespace finsam;
using testing_support::dice;

namespace {

std::string const& sample()
{
    static std::string const text = testing_support::sample_text();
    return text;
}

/// A plan or reasons why there is none, each reason with a place.
void expect_sense(std::string_view text)
{
    auto const read = inspect_plan(text, "plan");
    EXPECT_EQ(read.value.has_value(), read.found.errors == 0);
    for (auto const& one : read.found.list) {
        EXPECT_GT(one.line, 0U) << to_line(one);
        EXPECT_GT(one.column, 0U) << to_line(one);
    }
}

} // namespace

TEST(HostilePlan, IsRefusedWhereverItIsCutOff)
{
    for (std::size_t length = 0; length < sample().rfind('}'); ++length) {
        auto const read = inspect_plan(std::string_view(sample()).substr(0, length), "plan");
        ASSERT_EQ(read.found.errors, 1U) << length;
        ASSERT_EQ(read.found.list[0].code, diagnostic_code::syntax) << length;
    }
}

TEST(HostilePlan, MakesSenseWithBytesExchanged)
{
    dice roll(20'250'101);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 300; ++round) {
        auto text = sample();
        for (auto left = 1 + roll(3); left > 0; --left)
            text[roll(text.size())] = static_cast<char>(roll(256));
        expect_sense(text);
        if (HasFailure())
            FAIL() << text;
    }
}

TEST(HostilePlan, MakesSenseWithPiecesExchanged)
{
    constexpr auto pieces = std::to_array<std::string_view>(
        {"null", "[]", "{}", "1.5", "\"\"", "-1", "true", "\"fact\"", "[null]", "{\"sv\": 1}",
         "\"0000-00-00\"", "99999999999999999999"});
    dice roll(20'250'102);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    for (int round = 0; round < 300; ++round) {
        auto text = sample();
        // A value after a colon, up to the next comma or bracket, is often a whole one.
        auto const colon = text.find(": ", roll(text.size()));
        if (colon == std::string::npos)
            continue;
        auto const end = text.find_first_of(",}]\n", colon);
        text.replace(colon + 2, end - colon - 2, roll.pick(pieces));
        expect_sense(text);
        if (HasFailure())
            FAIL() << text;
    }
}

TEST(HostilePlan, CannotSteerATerminalThroughAMessage)
{
    // U+009B begins a command as ESC [ does.
    for (std::string const steering : {"\\u001B[2J", "\xC2\x9B\x32J", "\\u0085", "\\u007f"})
        for (std::string const piece :
             {R"("id": "praktik)", R"("fact": "permit_since)", R"("party": "region)",
              R"("rented", "migration_board)", R"("count": 3)"}) {
            auto const read =
                inspect_plan(testing_support::sample_with(piece, piece + steering), "plan");
            EXPECT_GT(read.found.errors, 0U) << piece;
            for (auto const& one : read.found.list) {
                EXPECT_EQ(one.message, detail::plain_text(one.message));
                EXPECT_EQ(one.hint, detail::plain_text(one.hint));
            }
        }
}

TEST(HostilePlan, MayBeDeepOrHuge)
{
    auto const rule = [](std::string const& criterion) {
        auto text = sample();
        std::string const piece = R"({"fact": "social_assistance", "is": true})";
        return text.replace(text.find(piece), piece.size(), criterion);
    };
    auto const nested = [](int levels) {
        std::string text;
        for (int i = 0; i < levels; ++i)
            text += "{\"all_of\":[";
        text += R"({"fact": "social_assistance", "is": true})";
        for (int i = 0; i < levels; ++i)
            text += "]}";
        return text;
    };
    // The rule's own criterion stands on level 6.
    EXPECT_TRUE(inspect_plan(rule(nested(125)), "plan").value);
    auto const deep = inspect_plan(rule(nested(126)), "plan");
    ASSERT_EQ(deep.found.list.size(), 1U);
    EXPECT_EQ(deep.found.list[0].code, diagnostic_code::too_deep);
    EXPECT_EQ(inspect_plan(rule(nested(100'000)), "plan").found.list.size(), 1U);
    EXPECT_EQ(inspect_plan(std::string(10'000'000, '['), "plan").found.list.size(), 1U);
    EXPECT_EQ(inspect_plan('"' + std::string(10'000'000, 'a') + '"', "plan").found.errors, 1U);
    EXPECT_EQ(inspect_plan(std::string(1000, '\0'), "plan").found.errors, 1U);

    std::string keys = "{";
    for (int i = 0; i < 20'000; ++i)
        keys += "\"k" + std::to_string(i) + "\":0,";
    EXPECT_EQ(inspect_plan(keys + "\"k0\":0}", "plan").found.errors, 20'001U + 8U);
}
