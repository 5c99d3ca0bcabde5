// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/member_map.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;

using places = std::vector<std::optional<std::size_t>>;

/// One intervention asks for `choice` and, as every one does, for `municipality`.
engine compiled()
{
    using namespace std::chrono;
    auto agreed = framed_plan();
    agreed.interventions = {{.id = "a",
                             .label = same_text("a"),
                             .kind = intervention_kind::individual,
                             .when = criterion{leaf{"choice", comparator::is, std::string("c")}},
                             .members = {{"af", duty::run}, {"norr", duty::provide}},
                             .places = {{.count = 1}}}};
    return compile(std::move(agreed), 2022y / March / 1).value();
}

member_fact const home{.name = "municipality", .kind = fact_kind::code};
member_fact const choice{
    .name = "choice", .kind = fact_kind::choice, .values = {"d", "a", "c", "b"}};

std::string told(result<member_map> const& fitted)
{
    std::string lines;
    if (!fitted)
        for (auto const& one : fitted.error().list)
            lines += std::string(detail::name_of(one.code)) + ' ' + one.pointer + ": " + one.message
                     + "; " + one.hint + '\n';
    return lines;
}

TEST(MemberMap, HasTheColumnOfEachMemberInTheOrderOfTheMembers)
{
    auto const fitted = fit_members(compiled(), {choice, home});
    ASSERT_TRUE(fitted) << told(fitted);
    EXPECT_EQ(fitted->columns, (places{built_in_columns + 3, municipality_column}));
    EXPECT_EQ(fitted->values, (std::vector<std::vector<std::size_t>>{{3, 0, 2, 1}, {}}));
}

TEST(MemberMap, HasNoColumnForWhatIsNoFact)
{
    auto const fitted = fit_members(compiled(), {{.name = "id", .can_be_id = true},
                                                 home,
                                                 {.name = "consents", .can_be_consents = true},
                                                 choice});
    ASSERT_TRUE(fitted) << told(fitted);
    EXPECT_EQ(fitted->columns, (places{{}, municipality_column, {}, built_in_columns + 3}));
}

TEST(MemberMap, AFactThatNothingInForceAsksForMayBeLeftOut)
{
    EXPECT_TRUE(fit_members(compiled(), {home, choice}));
    EXPECT_EQ(told(fit_members(compiled(), {home})),
              "missing_key /facts/3: the type has no member for the fact `choice`; give it one; "
              "empty means not on record\n");
    // The built-in ones stand nowhere in the document.
    EXPECT_EQ(told(fit_members(compiled(), {choice})),
              "missing_key : the type has no member for the fact `municipality`; give it one; "
              "empty means not on record\n");
}

TEST(MemberMap, AMisspeltMemberIsToldOnceAndNotAsAMissingOne)
{
    auto misspelt = choice;
    misspelt.name = "choise";
    EXPECT_EQ(told(fit_members(compiled(), {home, misspelt})),
              "dangling_id : the type's member `choise` is no fact of the plan; did you mean "
              "`choice`?\n");
}

TEST(MemberMap, TellsAllThatDoesNotFitAtOnce)
{
    auto more = choice;
    more.values.push_back("e");
    EXPECT_EQ(told(fit_members(compiled(), {{.name = "municipality", .kind = fact_kind::integer},
                                            more,
                                            {.name = "placed"}})),
              "wrong_kind : the type's member `municipality` is of kind `integer`; the plan's fact "
              "is of kind `code`\n"
              "bad_value /facts/3: the type's member `choice` can be `e`, which the plan's fact "
              "cannot; the values are `a`, `b`, `c`, `d`\n"
              "wrong_kind : the type's member `placed` cannot hold what it says; it must be a "
              "std::optional of std::string\n");
}

TEST(MemberMap, SeesWhatAMemberCanBe)
{
    auto const id = detail::seen<std::string>("id");
    EXPECT_TRUE(id.can_be_id);
    EXPECT_FALSE(id.can_be_consents);
    EXPECT_FALSE(id.can_be_placed);
    EXPECT_EQ(id.kind, fact_kind::code);

    auto const consents = detail::seen<std::set<party>>("consents");
    EXPECT_TRUE(consents.can_be_consents);
    EXPECT_EQ(consents.values.size(), 4U);
    EXPECT_TRUE(detail::seen<std::vector<std::string>>("consents").can_be_consents);
    EXPECT_TRUE(detail::seen<std::vector<std::string>>("preferences").can_be_preferences);
    EXPECT_TRUE(detail::seen<std::optional<std::string>>("placed").can_be_placed);
    EXPECT_EQ(detail::seen<double>("weight").kind, std::nullopt);
}

} // namespace
} // namespace finsam
