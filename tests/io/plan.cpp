// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>

#include "support/plan_mistake.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace finsam;

using testing_support::sample_text;
using testing_support::sample_with;
using testing_support::told;

TEST(PlanDocument, IsReadWithoutAWord)
{
    auto const read = inspect_plan(std::filesystem::path("tests/cases/sample.plan.json"));
    EXPECT_EQ(to_lines(read.found), "");
    ASSERT_TRUE(read.value);
    EXPECT_EQ(read.value->members.size(), 6U);
    EXPECT_EQ(read.value->members[3].name, same_text("Norrby kommun"));
    EXPECT_EQ(read.value->facts[3].ordered, true);
    EXPECT_EQ(read.value->matching->waiting_bucket_days, 30);
    EXPECT_EQ(
        read.value->rules[4].when,
        (criterion{group{quantifier::all_of,
                         {{leaf{"permit_since", comparator::reached,
                                anniversary{amount{0}, time_unit::days, counting::day}}},
                          {leaf{"permit_since", comparator::not_reached,
                                anniversary{amount{36}, time_unit::months, counting::month}}}}}}));
    EXPECT_EQ(read.value->needs_groups[3].when,
              (criterion{leaf{"barriers", comparator::count_at_least,
                              amount{parameter_reference{"many"}}}}));
}

TEST(PlanDocument, TellsEveryMistakeInDocumentOrder)
{
    auto const read = inspect_plan(std::filesystem::path("tests/cases/sample-bad.plan.json"));
    EXPECT_FALSE(read.value);
    EXPECT_EQ(
        told(read.found),
        (std::vector<std::string>{
            "unknown_key /facts/1/sensitve", "bad_value /parameters/0/values/1/from",
            "dangling_id /rules/0/when/all_of/0/fact", "wrong_kind /rules/5/when/any_of/2/at_least",
            "duplicate_id /needs_groups/3/id", "overlap /interventions/0/places/1/municipalities/0",
            "missing_key /interventions/2", "wrong_type /interventions/5/places/0/count"}));
    EXPECT_EQ(read.found.errors, 8U);
    EXPECT_EQ(to_line(read.found.list[0]),
              "tests/cases/sample-bad.plan.json:27:81: error: unknown_key: /facts/1/sensitve: "
              "unknown key `sensitve`; did you mean `sensitive`?");
    EXPECT_EQ(to_line(read.found.list[7]),
              "tests/cases/sample-bad.plan.json:107:28: error: wrong_type: "
              "/interventions/5/places/0/count: `count` must be a whole number, not text; "
              "write its digits, without quotation marks");
}

TEST(PlanDocument, IsReadWithWarnings)
{
    auto const read =
        inspect_plan(sample_with(R"(, "seed": "000102030405060708090a0b0c0d0e0f")", ""), "plan");
    ASSERT_TRUE(read.value);
    EXPECT_EQ(told(read.found), std::vector<std::string>{"no_seed /matching"});
    EXPECT_EQ(read.found.list[0].severity, severity::warning);
    EXPECT_EQ(read.found.list[0].line, 114U);
    EXPECT_EQ(read.found.list[0].file, "plan");
}

TEST(PlanDocument, MayHaveAByteOrderMarkAndCarriageReturns)
{
    auto text = "\xEF\xBB\xBF" + sample_text();
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.replace(at, 1, "\r\n");
    EXPECT_EQ(parse_plan(text).value(), parse_plan(sample_text()).value());
}

TEST(PlanDocument, IsAnObject)
{
    EXPECT_EQ(told(inspect_plan("[]", "plan").found), std::vector<std::string>{"wrong_type "});
    EXPECT_EQ(told(inspect_plan("null", "plan").found), std::vector<std::string>{"wrong_type "});
    auto const empty = inspect_plan("{}", "plan").found;
    EXPECT_EQ(told(empty), std::vector<std::string>(8, "missing_key "));
}

TEST(PlanDocument, ThatCannotBeOpenedIsUnreadable)
{
    EXPECT_EQ(to_lines(read_plan(std::filesystem::path("tests")).error()),
              "tests: error: unreadable: this is a directory, not a file; name a file in it\n");
    EXPECT_EQ(
        to_lines(read_plan(std::filesystem::path("tests/no.json")).error()),
        "tests/no.json: error: unreadable: there is no such file; is its path spelt right?\n");
    EXPECT_THROW((void)read_plan(std::filesystem::path("tests/no.json")).value(), document_error);
}

TEST(PlanDocument, IsCheckedOnTheDayAsked)
{
    auto const late = date{std::chrono::year{2030}, std::chrono::January, std::chrono::day{1}};
    EXPECT_FALSE(inspect_plan(sample_text(), "plan", late).value);
}
