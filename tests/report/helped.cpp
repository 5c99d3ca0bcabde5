// SPDX-License-Identifier: BSL-1.0
#include <finsam/report/helped.hpp>

#include "support/worlds.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using enum truth;

TEST(Helped, CountsWhoIsPlacedAndWhoMovesUpByNeedsGroupAndSex)
{
    world drawn{.group_priority = {1, 2},
                .offers = {{.places = {{.count = 0}}}, {.places = {{.count = 1}}}},
                .terms = {.seed = std::string(32, '0')}};
    drawn.residents = {
        {.id = "a", .groups = {yes, unknown}, .fits = {yes, yes}, .wishes = {{0, 1}}},
        {.id = "b", .groups = {no, yes}, .fits = {yes, yes}, .wishes = {{1}}}};
    auto agreed = plan_of(drawn);
    agreed.facts.push_back(
        {.name = "sex", .kind = fact_kind::choice, .values = std::vector<std::string>{"x", "y"}});
    auto const compiled = compile(agreed, today).value();
    people caseload(compiled.facts());
    auto const sex = find_column(compiled.facts(), "sex").value();
    for (auto const& one : drawn.residents) {
        auto someone = person_of(compiled, one);
        if (one.id == "b")
            someone.facts[sex] = {.state = fact_state::value, .number = 1};
        caseload.append(someone);
    }
    auto const allowed = compiled.agreed().mandates[0];
    auto const eligible = evaluate(compiled, caseload, allowed);
    auto const helped = count_helped(compiled, caseload, eligible,
                                     one_more_place(compiled, caseload, eligible, allowed));
    ASSERT_EQ(helped.size(), 2U);
    // With a place in the first, a moves up and b is placed where a was.
    EXPECT_EQ(helped[0], (pool_help{.intervention = "i0",
                                    .placed = 1,
                                    .moved_up = 1,
                                    .needs_groups = {{"g0", 1}, {"g1", 1}},
                                    .sex = {{"x", 0}, {"y", 1}}}));
    EXPECT_EQ(helped[1], (pool_help{.intervention = "i1",
                                    .placed = 1,
                                    .needs_groups = {{"g0", 0}, {"g1", 1}},
                                    .sex = {{"x", 0}, {"y", 1}}}));
}

TEST(Helped, AreToldApartOnlyWhereThatTellsNobodysSexOrGroup)
{
    pool_help const one{.placed = 1, .sex = {{"x", 1}, {"y", 0}}};
    EXPECT_FALSE(tells_who(one, false));
    EXPECT_TRUE(tells_who(one, true));
    EXPECT_TRUE(tells_who(pool_help{}, false));
    pool_help const mostly{.placed = 1, .moved_up = 7, .sex = {{"x", 7}, {"y", 1}}};
    EXPECT_TRUE(tells_who(mostly, false));
    EXPECT_FALSE(tells_sex(mostly, false)) << "the one is the sum without the seven";
    EXPECT_TRUE(
        tells_sex(pool_help{.placed = 1, .moved_up = 7, .sex = {{"x", 8}, {"y", 0}}}, false));
}

} // namespace
} // namespace finsam
