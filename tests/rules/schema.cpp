// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/schema.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(Schema, StartsWithTheFactsThatAreInEveryVocabulary)
{
    auto agreed = testing_support::framed_plan();
    agreed.interventions = {{.id = "first", .label = same_text("f")},
                            {.id = "second", .label = same_text("s")}};
    auto const vocabulary = schema_of(agreed);
    EXPECT_EQ(find_column(vocabulary, "municipality"), municipality_column);
    EXPECT_EQ(find_column(vocabulary, "waiting_since"), waiting_since_column);
    EXPECT_EQ(find_column(vocabulary, "completed"), completed_column);
    EXPECT_EQ(find_column(vocabulary, agreed.facts[0].name), built_in_columns);
    EXPECT_EQ(vocabulary.columns[completed_column].values,
              (std::vector<std::string>{"first", "second"}));
    EXPECT_EQ(find_column(vocabulary, "no-such-fact"), std::nullopt);
}

TEST(Schema, HoldersAreThePartiesAndThenTheOtherOrganisations)
{
    plan agreed;
    agreed.others = {{.id = "job-club", .name = same_text("j")},
                     {.id = "church", .name = same_text("c")}};
    EXPECT_EQ(holders_of(agreed),
              (std::vector<std::string>{"social_insurance_agency", "public_employment_service",
                                        "region", "municipality", "job-club", "church"}));
}

} // namespace
} // namespace finsam
