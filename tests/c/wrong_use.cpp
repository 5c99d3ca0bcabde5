// SPDX-License-Identifier: BSL-1.0
#include <finsam/columns.h>
#include <finsam/finsam.h>

#include "c/calls.hpp"

#include <gmock/gmock.h>

#include <cstring>
#include <limits>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using ::testing::HasSubstr;

/// One person of a shipped plan, and room for what is handed out.
class WrongUseOfC : public ::testing::Test
{
protected:
    std::string const text = read_text("examples/plans/ostra-sodertorn-2022.plan.json");
    std::string const person = R"({"id":"a","municipality":"0136"})";
    owned<finsam_plan> plan;
    owned<finsam_engine> engine = engine_of(text, "2022-03-01");
    owned<finsam_people> people;

    void SetUp() override
    {
        parse_plan_in_c(text, plan);
        parse_people_in_c(engine.get(), person, people);
        ASSERT_NE(people, nullptr);
    }

    static void expect_refused(reply const& one, std::string const& pointer)
    {
        EXPECT_EQ(one.status, finsam_wrong_use);
        EXPECT_THAT(one.document, HasSubstr(R"({"errors": 1, "warnings": 0, "diagnostics": [)"));
        EXPECT_THAT(one.document, HasSubstr("\"pointer\": \"" + pointer + "\""));
    }
};

TEST_F(WrongUseOfC, IsNullWhereSomethingMustBe)
{
    owned<finsam_plan> no_plan;
    owned<finsam_engine> no_engine;
    owned<finsam_people> nobody;
    auto const* const e = engine.get();
    auto const* const p = people.get();

    expect_refused(
        make(no_plan, [](auto** made,
                         auto** result) { return finsam_parse_plan(nullptr, 0, made, result); }),
        "/text");
    expect_refused(
        reply_to([](auto** result) { return finsam_parse_plan("", 0, nullptr, result); }), "/plan");
    expect_refused(compile_in_c(nullptr, "2022-03-01", no_engine), "/plan");
    expect_refused(make(no_engine,
                        [&](auto** made, auto** result) {
                            return finsam_compile(plan.get(), nullptr, 10, made, result);
                        }),
                   "/as_of");
    expect_refused(reply_to([&](auto** result) {
                       return finsam_compile(plan.get(), "2022-03-01", 10, nullptr, result);
                   }),
                   "/engine");
    expect_refused(assess_in_c(nullptr, person), "/engine");
    expect_refused(
        reply_to([&](auto** result) { return finsam_assess(e, nullptr, 3, nullptr, result); }),
        "/person");
    expect_refused(parse_people_in_c(nullptr, person, nobody), "/engine");
    expect_refused(make(nobody,
                        [&](auto** made, auto** result) {
                            return finsam_parse_people(e, nullptr, 3, finsam_csv, made, result);
                        }),
                   "/text");
    expect_refused(reply_to([&](auto** result) {
                       return finsam_parse_people(e, "", 0, finsam_csv, nullptr, result);
                   }),
                   "/people");
    expect_refused(assess_row_in_c(nullptr, p, 0), "/engine");
    expect_refused(assess_row_in_c(e, nullptr, 0), "/people");
    for (auto* const ask : {finsam_match, finsam_gaps}) {
        auto const asking = [&](finsam_engine const* with, finsam_people const* about,
                                char const* mandate) {
            return reply_to(
                [&](auto** result) { return ask(with, about, mandate, 14, nullptr, result); });
        };
        expect_refused(asking(nullptr, p, "placement-2022"), "/engine");
        expect_refused(asking(e, nullptr, "placement-2022"), "/people");
        expect_refused(asking(e, p, nullptr), "/mandate");
    }
    finsam_columns const none{};
    expect_refused(make(nobody,
                        [&](auto** made, auto** result) {
                            return finsam_people_from(nullptr, &none, made, result);
                        }),
                   "/engine");
    expect_refused(
        make(nobody, [&](auto** made,
                         auto** result) { return finsam_people_from(e, nullptr, made, result); }),
        "/columns");
    expect_refused(
        reply_to([&](auto** result) { return finsam_people_from(e, &none, nullptr, result); }),
        "/people");
    EXPECT_EQ(no_plan, nullptr);
    EXPECT_EQ(no_engine, nullptr);
    EXPECT_EQ(nobody, nullptr);
}

TEST_F(WrongUseOfC, IsNowhereToPutWhatIsTold)
{
    // What stands in a handle before the call is nobody's.
    auto* made = plan.get();
    EXPECT_EQ(finsam_parse_plan(text.data(), text.size(), &made, nullptr), finsam_wrong_use);
    EXPECT_EQ(made, nullptr);
    auto* compiled = engine.get();
    EXPECT_EQ(finsam_compile(plan.get(), "2022-03-01", 10, &compiled, nullptr), finsam_wrong_use);
    EXPECT_EQ(compiled, nullptr);
    EXPECT_EQ(finsam_assess(engine.get(), "{}", 2, nullptr, nullptr), finsam_wrong_use);
    EXPECT_EQ(finsam_assess_row(engine.get(), people.get(), 0, nullptr, nullptr), finsam_wrong_use);
    auto* rows = people.get();
    EXPECT_EQ(finsam_parse_people(engine.get(), "", 0, finsam_csv, &rows, nullptr),
              finsam_wrong_use);
    EXPECT_EQ(rows, nullptr);
    rows = people.get();
    finsam_columns const none{};
    EXPECT_EQ(finsam_people_from(engine.get(), &none, &rows, nullptr), finsam_wrong_use);
    EXPECT_EQ(rows, nullptr);
    for (auto* const ask : {finsam_match, finsam_gaps})
        EXPECT_EQ(ask(engine.get(), people.get(), "placement-2022", 14, nullptr, nullptr),
                  finsam_wrong_use);

    char const* words = nullptr;
    std::size_t number = 7;
    EXPECT_EQ(finsam_version(nullptr, &number), finsam_wrong_use);
    EXPECT_EQ(finsam_version(&words, nullptr), finsam_wrong_use);
    EXPECT_EQ(finsam_text_of(nullptr, &words, &number), finsam_wrong_use);
    EXPECT_EQ(finsam_count_people(nullptr, &number), finsam_wrong_use);
    EXPECT_EQ(finsam_count_people(people.get(), nullptr), finsam_wrong_use);
    EXPECT_EQ(number, 7u);
    finsam_result* result = nullptr;
    ASSERT_EQ(finsam_assess(engine.get(), "{}", 2, nullptr, &result), finsam_done);
    owned<finsam_result> const kept(result);
    EXPECT_EQ(finsam_text_of(result, nullptr, &number), finsam_wrong_use);
    EXPECT_EQ(finsam_text_of(result, &words, nullptr), finsam_wrong_use);
}

TEST_F(WrongUseOfC, IsNotToGiveBackNull)
{
    EXPECT_EQ(finsam_free_plan(nullptr), finsam_done);
    EXPECT_EQ(finsam_free_engine(nullptr), finsam_done);
    EXPECT_EQ(finsam_free_people(nullptr), finsam_done);
    EXPECT_EQ(finsam_free_result(nullptr), finsam_done);
}

TEST_F(WrongUseOfC, IsAStructureOfAnotherSize)
{
    for (auto const size : {std::size_t{0}, std::size_t{3}, sizeof(finsam_options) - 1,
                            std::size_t{1} << 20, std::numeric_limits<std::size_t>::max()}) {
        auto options = options_in_c();
        options.size = size;
        expect_refused(assess_in_c(engine.get(), person, &options), "/options/size");
        expect_refused(assess_row_in_c(engine.get(), people.get(), 0, &options), "/options/size");
        expect_refused(match_in_c(engine.get(), people.get(), "placement-2022", &options),
                       "/options/size");
        expect_refused(gaps_in_c(engine.get(), people.get(), "placement-2022", &options),
                       "/options/size");
    }
}

/// The options of a later version, which have a member more.
struct later_options
{
    finsam_options known;
    std::uint64_t added;
};

TEST_F(WrongUseOfC, IsWhatALaterVersionKnowsButOnlyIfItIsSet)
{
    later_options later{.known = options_in_c(), .added = 0};
    later.known.size = sizeof later;
    later.known.language = finsam_english;
    auto now = options_in_c();
    now.language = finsam_english;
    EXPECT_EQ(assess_in_c(engine.get(), person, &later.known),
              assess_in_c(engine.get(), person, &now));
    later.added = 1;
    expect_refused(assess_in_c(engine.get(), person, &later.known), "/options/size");
}

TEST_F(WrongUseOfC, IsANumberThatMeansNothing)
{
    for (auto const number : {-1, 2, std::numeric_limits<int>::max()}) {
        auto options = options_in_c();
        options.language = number;
        expect_refused(assess_in_c(engine.get(), person, &options), "/options/language");
        options = options_in_c();
        options.exact = number;
        expect_refused(gaps_in_c(engine.get(), people.get(), "placement-2022", &options),
                       "/options/exact");
        owned<finsam_people> nobody;
        expect_refused(parse_people_in_c(engine.get(), person, nobody, number), "/people_format");
        EXPECT_EQ(nobody, nullptr);
    }
    expect_refused(assess_row_in_c(engine.get(), people.get(), 1), "/row");
    expect_refused(
        assess_row_in_c(engine.get(), people.get(), std::numeric_limits<std::size_t>::max()),
        "/row");
}

} // namespace
} // namespace finsam
