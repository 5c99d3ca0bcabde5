// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/compile.hpp>
#include <finsam/engine/questionnaire.hpp>

#include "support/in_plans.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace finsam {
namespace {

using namespace testing_support;

template<class Look>
void in_questionnaires(Look const& look)
{
    in_plans(1962, 60, [&](engine const& compiled) {
        look(compiled, make_questionnaire(compiled.lowered(), compiled.facts()));
    });
}

TEST(Questionnaire, HasItsTestsByColumnEachInOne)
{
    in_questionnaires([](engine const& compiled, questionnaire const& all) {
        EXPECT_EQ(all.tests.size(), compiled.lowered().tests.size());
        std::size_t next = 0;
        std::set<std::uint32_t> columns;
        for (auto const& one : all.columns) {
            EXPECT_EQ(one.first, next);
            EXPECT_GT(one.count, 0U);
            next += one.count;
            EXPECT_TRUE(columns.insert(one.column).second);
            EXPECT_EQ(one.kind, compiled.facts().columns[one.column].kind);
            EXPECT_LE(one.words, all.most_words);
        }
        EXPECT_EQ(next, all.tests.size());
    });
}

TEST(Questionnaire, AnswersChildrenBeforeTheirGroups)
{
    std::size_t groups = 0;
    in_questionnaires([&](engine const& compiled, questionnaire const& all) {
        auto const answers = all.tests.size() + all.groups.size();
        for (std::size_t g = 0; g < all.groups.size(); ++g) {
            auto const& one = all.groups[g];
            ASSERT_LE(one.first + one.count, all.children.size());
            for (std::uint32_t k = 0; k < one.count; ++k)
                EXPECT_LT(all.children[one.first + k], all.tests.size() + g);
            EXPECT_NE(one.kind, node_kind::leaf);
            EXPECT_NE(one.kind, node_kind::rule);
        }
        groups += all.groups.size();
        EXPECT_EQ(all.slots.size(), compiled.lowered().nodes.size());
        for (auto const slot : all.slots)
            EXPECT_LT(slot, answers);
        EXPECT_EQ(all.questions.size(),
                  compiled.needs_groups().size() + compiled.interventions().size());
    });
    EXPECT_GT(groups, 100U);
}

/// The questionnaire of one test about the only column.
questionnaire of_test(test one, fact_declaration about)
{
    program lowered;
    lowered.tests = {std::move(one)};
    lowered.nodes = {{.kind = node_kind::leaf}};
    lowered.interventions = {{0, 0}};
    return make_questionnaire(lowered, schema{{std::move(about)}});
}

TEST(Questionnaire, LooksUpNumbersThatLieTogetherAsBitsAndOthersInOrder)
{
    fact_declaration const integer{.name = "months", .kind = fact_kind::integer};
    auto const together =
        of_test({.kind = test_kind::one_of_numbers, .numbers = {-3, 0, 508}}, integer);
    EXPECT_EQ(together.tests[0].how, asked_test::look::among_bits);
    EXPECT_EQ(together.tests[0].low, -3);
    EXPECT_EQ(together.tests[0].high, 508);
    EXPECT_EQ(together.tests[0].count, 8U);
    EXPECT_EQ(together.words[0], 0b1001U);
    EXPECT_EQ(together.words[7], std::uint64_t{1} << 63);
    auto const apart =
        of_test({.kind = test_kind::one_of_numbers, .numbers = {-3, 0, 509}}, integer);
    EXPECT_EQ(apart.tests[0].how, asked_test::look::among_sorted);
    EXPECT_EQ(apart.numbers, (std::vector<std::int32_t>{-3, 0, 509}));
}

TEST(Questionnaire, IsNeverMetByWhatNoNumberIs)
{
    fact_declaration const integer{.name = "months", .kind = fact_kind::integer};
    for (auto const& one : {test{.kind = test_kind::in_range, .low = 1LL << 31},
                            test{.kind = test_kind::in_range, .high = -(1LL << 31) - 1},
                            test{.kind = test_kind::in_range, .low = 2, .high = 1},
                            test{.kind = test_kind::one_of_numbers}}) {
        auto const made = of_test(one, integer);
        EXPECT_GT(made.tests[0].low, made.tests[0].high);
    }
}

TEST(Questionnaire, AsksWhetherThereIsNoneApartFromAnyValue)
{
    fact_declaration const date{.name = "sick_since", .kind = fact_kind::date};
    auto const none = of_test({.kind = test_kind::is_none}, date);
    EXPECT_EQ(none.tests[0].if_none, truth::yes);
    EXPECT_GT(none.tests[0].low, none.tests[0].high);
    auto const some = of_test({.kind = test_kind::is_some}, date);
    EXPECT_EQ(some.tests[0].if_none, truth::no);
    EXPECT_EQ(some.tests[0].low, std::numeric_limits<std::int32_t>::min());
    EXPECT_EQ(some.tests[0].high, std::numeric_limits<std::int32_t>::max());
}

} // namespace
} // namespace finsam
