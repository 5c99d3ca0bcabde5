// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/person.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Person, KeepsWhatTheHolderMayTellAndLosesTheRest)
{
    auto const vocabulary = schema_of(framed_plan());
    dice roll(1);
    person someone{.id = "p"};
    for (auto const& column : vocabulary.columns)
        someone.facts.push_back(random_value(roll, column));
    auto const integer = *find_column(vocabulary, "integer"); // held by the employment service
    auto const date = *find_column(vocabulary, "date");       // held by the insurance agency
    auto const before = someone;
    withhold(vocabulary, {"social_insurance_agency"}, someone);
    EXPECT_EQ(someone.facts[date], before.facts[date]);
    EXPECT_EQ(someone.facts[integer], (cell{.state = fact_state::withheld}));
}

TEST(Person, CannotBeToldFromAnotherByAWithheldValue)
{
    auto const vocabulary = schema_of(framed_plan());
    dice roll(2);
    for (std::size_t i = 0; i < vocabulary.columns.size(); ++i) {
        if (!vocabulary.columns[i].holder)
            continue;
        auto one = random_person(roll, vocabulary, "p");
        auto another = one;
        one.facts[i] = random_value(roll, vocabulary.columns[i]);
        another.facts[i] = can_be_none(vocabulary.columns[i])
                               ? cell{.state = fact_state::none}
                               : random_value(roll, vocabulary.columns[i]);
        withhold(vocabulary, {}, one);
        withhold(vocabulary, {}, another);
        EXPECT_EQ(one, another) << vocabulary.columns[i].name;
    }
}

TEST(Person, WithholdsNothingThatIsNotOnRecord)
{
    auto const vocabulary = schema_of(framed_plan());
    person someone{.id = "p", .facts = std::vector<cell>(vocabulary.columns.size())};
    auto const before = someone;
    withhold(vocabulary, {}, someone);
    EXPECT_EQ(someone, before);
}

} // namespace
} // namespace finsam
