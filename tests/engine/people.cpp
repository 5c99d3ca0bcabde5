// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/people.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(People, GiveBackEveryRowAsItWasAppended)
{
    dice roll(3);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const agreed = random_plan(roll);
    auto const vocabulary = schema_of(agreed);
    people all{vocabulary};
    std::vector<person> rows;
    for (int i = 0; i < 200; ++i) {
        auto someone = random_person(roll, vocabulary, "p" + std::to_string(i));
        if (roll.chance(2))
            someone.preferences.emplace(roll(3), static_cast<std::uint32_t>(roll(4)));
        if (roll.chance(3))
            someone.placed = static_cast<std::uint32_t>(roll(4));
        withhold(vocabulary, {"region"}, someone);
        all.append(someone);
        rows.push_back(std::move(someone));
    }
    ASSERT_EQ(all.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        ASSERT_EQ(all.row(i), rows[i]) << i;
}

TEST(People, TellAnEmptyListFromNone)
{
    auto const vocabulary = schema_of(framed_plan());
    people all{vocabulary};
    person someone{.id = "a", .facts = std::vector<cell>(vocabulary.columns.size())};
    all.append(someone);
    someone.preferences.emplace();
    all.append(someone);
    EXPECT_FALSE(all.preferences(0).has_value());
    ASSERT_TRUE(all.preferences(1).has_value());
    EXPECT_TRUE(all.preferences(1)->empty());
}

TEST(People, HoldSetsOfMoreThanSixtyFourValues)
{
    auto agreed = framed_plan();
    for (int i = 0; i < 130; ++i)
        agreed.interventions.push_back({.id = "i" + std::to_string(i), .label = same_text("i")});
    auto const vocabulary = schema_of(agreed);
    people all{vocabulary};
    person someone{.id = "a", .facts = std::vector<cell>(vocabulary.columns.size())};
    someone.facts[completed_column] = {.state = fact_state::value, .members = {1, 0, 2}};
    all.append(someone);
    EXPECT_EQ(all.row(0), someone);
}

} // namespace
} // namespace finsam
