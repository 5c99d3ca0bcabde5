// SPDX-License-Identifier: BSL-1.0
#include "rules/always_met.hpp"

#include <finsam/rules/check.hpp>

#include "support/probe.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;
using enum comparator;

constexpr auto lowest = std::numeric_limits<std::int32_t>::min();

using words = std::vector<std::string>;

class AlwaysMet : public testing::TestWithParam<probe>
{};

TEST_P(AlwaysMet, IsToldForTheLeafAlone)
{
    EXPECT_EQ(told_about(GetParam().asked), GetParam().expected);
}

lines const nothing{};

probe const always[] = {
    {"AtLeastTheFirst", asks("education", at_least, "none"), {"always_met it"}},
    {"AtMostTheLast", asks("education", at_most, "higher"), {"always_met it"}},
    {"AtLeastTheLeastNumber", asks("unemployed", at_least, amount{lowest}), {"always_met it"}},
    {"AtLeastTheNext", asks("unemployed", at_least, amount{lowest + 1}), nothing},
    {"OneOfAllValues", asks("housing", one_of, words{"rented", "own"}), {"always_met it"}},
    {"AllDays", asks("birth_date", on_or_after, day(1, 1, 1)), {"always_met it"}},
    {"NoLaterThanTheLastDay",
     asks("birth_date", on_or_before, day(9999, 12, 31)),
     {"always_met it"}},
    {"NotBefore", asks("birth_date", after, day(1, 1, 1)), nothing},
    {"AskingWhetherThereIsOne", asks("unemployed", is_none, false), nothing},
    {"AskingForWhatIsAlwaysThere", asks("municipality", is_none, false), {"always_met it"}},
    {"InsteadOfWhatFollowsFromIt",
     none_of({asks("education", at_least, "none")}),
     {"always_met it/none_of/0"}},
    {"InAGroup",
     any_of({alive(), all_of({asks("education", at_least, "none")})}),
     {"always_met it/any_of/1/all_of/0"}},
    {"SetsMayBeEmpty", asks("barriers", contains_any, words{"mental", "pain", "debt"}), nothing},
};

INSTANTIATE_TEST_SUITE_P(Leaves, AlwaysMet, testing::ValuesIn(always), name_of_probe);

TEST(AlwaysMetInTime, IsToldFromTheDayOnWhichItIsToTheLast)
{
    auto made = probed(asks("unemployed", at_least, by_parameter("few")));
    made.parameters.push_back({"few", {}, {{day(2024, 1, 1), 12}, {day(2025, 5, 1), lowest}}});
    auto const found = check(made);
    ASSERT_EQ(places(found), lines{"always_met /rules/6/when"});
    EXPECT_EQ(found.list[0].message, "every value of `unemployed` meets this from `2025-05-01`");
    // To leave it out would change what is asked later.
    made.parameters.back().values.push_back({day(2026, 1, 1), 5});
    EXPECT_EQ(checked(made), lines{});
}

} // namespace
} // namespace finsam
