// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/engine/own_columns.hpp>

#include "support/caseload.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2010y / February / 28;

/// The people's facts as somebody might have them: bytes where they fit, codes numbered anyhow.
struct somebodys
{
    std::vector<std::vector<std::uint8_t>> bytes;
    std::vector<std::vector<std::int32_t>> numbers;
    std::vector<std::vector<std::uint64_t>> words;
    std::vector<std::vector<fact_state>> states;
    std::vector<std::vector<std::string>> codes;
    std::vector<own_column> columns;

    somebodys(dice& roll, people const& all)
        : bytes(all.facts().columns.size())
        , numbers(bytes.size())
        , words(bytes.size())
        , states(bytes.size())
        , codes(bytes.size())
    {
        for (std::size_t c = 0; c < bytes.size(); ++c) {
            auto const& about = all.facts().columns[c];
            bool fits = true, all_known = true;
            codes[c] = {"none of them"};
            for (std::size_t row = 0; row < all.size(); ++row) {
                auto const fact = all.fact(row, c);
                states[c].push_back(fact.state);
                bool const known = fact.state == fact_state::value;
                // Without a value anything may stand there.
                auto number = known ? fact.number : static_cast<std::int32_t>(roll(1000)) - 500;
                if (about.kind == fact_kind::code && known) {
                    auto at = std::find(codes[c].begin(), codes[c].end(), fact.code);
                    if (at == codes[c].end())
                        at = codes[c].insert(at, fact.code);
                    number = static_cast<std::int32_t>(at - codes[c].begin());
                }
                fits = fits && (!known || (0 <= number && number < 256));
                all_known = all_known && known;
                bytes[c].push_back(static_cast<std::uint8_t>(number));
                numbers[c].push_back(number);
                words[c].push_back(known && !fact.members.empty() ? fact.members[0]
                                                                  : roll(~std::uint64_t{0}));
            }
            own_column one{.fact = about.name};
            if (!all_known || roll.chance(2))
                one.states = states[c];
            if (about.kind == fact_kind::set)
                one.values = std::span<std::uint64_t const>(words[c]);
            else if (fits && roll.chance(2))
                one.values = std::span<std::uint8_t const>(bytes[c]);
            else
                one.values = std::span<std::int32_t const>(numbers[c]);
            if (about.kind == fact_kind::code)
                one.codes = codes[c];
            columns.push_back(one);
        }
    }
};

void expect_as_the_same_people(dice& roll, std::size_t size)
{
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const compiled = compile(random_plan(roll), today).value();
    auto const all = people_of(compiled.facts(), random_rows(roll, compiled.facts(), size));
    somebodys const own(roll, all);
    auto const fitted = fit_columns(compiled, size, own.columns).value();
    auto const& allowed = compiled.agreed().mandates[0];
    for (std::size_t const threads : {1U, 2U}) {
        EXPECT_EQ(evaluate(compiled, fitted, allowed, threads), evaluate(compiled, all, allowed));
        EXPECT_EQ(count_answers(compiled, fitted, allowed, threads),
                  count_answers(compiled, all, allowed));
    }
}

TEST(OwnColumns, AreAnsweredAsTheSamePeopleAre)
{
    for (std::size_t const size :
         {std::size_t{0}, std::size_t{64}, std::size_t{65}, std::size_t{700}, piece_rows + 3}) {
        dice roll(9100 + size);
        expect_as_the_same_people(roll, size);
    }
}

TEST(OwnColumns, MayStandInBytesAndNumbersAlike)
{
    // Of few people all dates and integers may fit in bytes, and all may be known.
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        dice roll(9300 + seed);
        expect_as_the_same_people(roll, 1 + roll(3));
    }
}

TEST(OwnColumns, OfAFactThatIsNotGivenAreOnRecordForNobody)
{
    dice roll(9200);
    auto const compiled = compile(random_plan(roll), today).value();
    auto rows = random_rows(roll, compiled.facts(), 300);
    auto const all = people_of(compiled.facts(), rows);
    somebodys own(roll, all);
    auto const integer = *find_column(compiled.facts(), "integer");
    own.columns.erase(own.columns.begin() + static_cast<std::ptrdiff_t>(integer));
    for (auto& one : rows)
        one.facts[integer] = {};
    auto const& allowed = compiled.agreed().mandates[0];
    EXPECT_EQ(evaluate(compiled, fit_columns(compiled, 300, own.columns).value(), allowed),
              evaluate(compiled, people_of(compiled.facts(), rows), allowed));
}

TEST(OwnColumns, NeedNoStatesWhereEverybodyHasAValue)
{
    auto const compiled = compile(framed_plan(), today).value();
    std::vector<std::uint8_t> const truths(70, 1);
    EXPECT_TRUE(fit_columns(
        compiled, 70, {{.fact = "boolean", .values = std::span<std::uint8_t const>(truths)}}));
}

TEST(OwnColumns, AreRefusedWithEveryMistakeAtOnce)
{
    auto const compiled = compile(framed_plan(), today).value();
    std::vector<std::uint8_t> const bytes{0, 1, 2};
    std::vector<std::uint64_t> const words{0, 16, 1};
    std::vector<std::int32_t> const numbers{0, -1, 3};
    std::span<std::uint8_t const> const in_bytes(bytes);
    std::span<std::uint64_t const> const in_words(words);
    std::span<std::int32_t const> const in_numbers(numbers);
    std::vector<std::string> const codes{"a", "b"};
    std::vector<fact_state> const two(2);
    auto const refused = fit_columns(compiled, 3,
                                     {{.fact = "boolaen", .values = in_bytes},
                                      {.fact = "boolean", .values = in_bytes},
                                      {.fact = "boolean", .values = in_bytes},
                                      {.fact = "set", .values = in_bytes},
                                      {.fact = "integer", .values = in_words},
                                      {.fact = "choice", .values = in_numbers},
                                      {.fact = "code", .values = in_bytes, .codes = codes},
                                      {.fact = "date", .values = in_numbers, .states = two},
                                      {.fact = "ordered", .values = in_bytes.first(2)},
                                      {.fact = "completed", .values = in_words}});
    ASSERT_FALSE(refused);
    std::vector<std::string> told;
    for (auto const& one : refused.error().list) {
        told.push_back(one.pointer + ' ' + std::string(detail::name_of(one.code)));
        EXPECT_FALSE(one.hint.empty()) << one.message;
    }
    EXPECT_EQ(told, (std::vector<std::string>{"/0 dangling_id", "/1 bad_value", "/2 duplicate_id",
                                              "/3 wrong_kind", "/4 wrong_kind", "/5 bad_value",
                                              "/6 bad_value", "/7 bad_value", "/8 bad_value",
                                              "/9 bad_value"}));
    EXPECT_EQ(refused.error().list[0].hint, "did you mean `boolean`?");
}

TEST(OwnColumns, NumberEachCodeOnce)
{
    auto const compiled = compile(framed_plan(), today).value();
    std::vector<std::uint8_t> const bytes{0, 1, 2};
    std::vector<std::string> const codes{"a", "a", "b"};
    auto const refused = fit_columns(
        compiled, 3,
        {{.fact = "code", .values = std::span<std::uint8_t const>(bytes), .codes = codes}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().list.at(0).code, diagnostic_code::duplicate_id);
}

TEST(OwnColumns, MayBeOfASetThatHasNoValues)
{
    auto agreed = framed_plan();
    agreed.needs_groups = {
        {.id = "g",
         .label = same_text("g"),
         .when = criterion{leaf{"completed", comparator::count_at_least, amount{std::int64_t{1}}}},
         .priority = 1}};
    auto const compiled = compile(agreed, today).value();
    std::vector<std::uint64_t> const words(70);
    auto const fitted =
        fit_columns(compiled, 70,
                    {{.fact = "completed", .values = std::span<std::uint64_t const>(words)}})
            .value();
    EXPECT_EQ(count_answers(compiled, fitted, agreed.mandates[0]).needs_groups.at(0).no, 70U);
}

TEST(OwnColumns, MayBeBytesOfAChoiceThatHasMoreValuesThanAByte)
{
    auto agreed = framed_plan();
    fact_declaration many{.name = "many", .kind = fact_kind::choice, .holder = "region"};
    for (int i = 0; i < 300; ++i)
        many.values.push_back("v" + std::to_string(i));
    agreed.facts.push_back(many);
    agreed.needs_groups = {{.id = "g",
                            .label = same_text("g"),
                            .when = criterion{leaf{"many", comparator::is, std::string("v200")}},
                            .priority = 1}};
    auto const compiled = compile(agreed, today).value();
    std::vector<std::uint8_t> const numbers{0, 199, 200, 201, 255};
    auto const counted = count_answers(
        compiled,
        fit_columns(compiled, numbers.size(),
                    {{.fact = "many", .values = std::span<std::uint8_t const>(numbers)}})
            .value(),
        compiled.agreed().mandates[0]);
    EXPECT_EQ(counted.needs_groups[0], (answer_count{.yes = 1, .no = 4}));
}

TEST(OwnColumns, AreNotAnsweredWithoutAMandate)
{
    auto const compiled = compile(framed_plan(), today).value();
    auto const nobody = fit_columns(compiled, 0, {}).value();
    EXPECT_THROW((void)evaluate(compiled, nobody, mandate{.id = "wrong"}), document_error);
    EXPECT_THROW((void)count_answers(compiled, nobody, mandate{.id = "wrong"}), document_error);
}

} // namespace
} // namespace finsam
