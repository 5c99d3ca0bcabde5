// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/people.hpp>
#include <finsam/testing/expectation.hpp>

#include "support/sample_person.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace std::chrono;
using namespace testing_support;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

person thirty()
{
    return somebody(R"("municipality": "9701", "birth_date": "1996-02-29", "education": "none")");
}

TEST(Expectation, IsMetByTheAnswerAndEachOfItsFacts)
{
    EXPECT_TRUE(compare(compiled_sample(), thirty(), {truth::no, "skola", {}}).met);
    EXPECT_TRUE(compare(compiled_sample(), thirty(), {truth::no, "skola", {"birth_date"}}).met);
    EXPECT_FALSE(
        compare(compiled_sample(), thirty(), {truth::no, "skola", {"birth_date", "education"}})
            .met);
    EXPECT_FALSE(compare(compiled_sample(), thirty(), {truth::yes, "skola", {}}).met);
    EXPECT_FALSE(compare(compiled_sample(), thirty(), {truth::unknown, "skola", {}}).met);
}

TEST(Expectation, ThatCannotBeAskedIsNotMetAndSaysWhy)
{
    for (expectation const& wrong :
         {expectation{truth::no, "skolan", {}}, expectation{truth::yes, "langtidssjuka", {}},
          expectation{truth::yes, "arbetsgivare", {}},
          expectation{truth::no, "skola", {"birthdate"}}}) {
        auto const found = compare(compiled_sample(), thirty(), wrong);
        EXPECT_FALSE(found.can_be_asked) << wrong.id;
        EXPECT_FALSE(found.met);
        EXPECT_NE(found.told, "");
    }
}

TEST(Expectation, TellsWhatWasLookedAtAndNeverAWithheldValue)
{
    auto const found =
        compare(compiled_sample(), somebody(R"("municipality": "9703", "unemployed_months": 777)"),
                {truth::yes, "motesplats", {}});
    EXPECT_TRUE(found.can_be_asked);
    EXPECT_FALSE(found.met);
    EXPECT_THAT(found.told, AllOf(HasSubstr("unknown"), HasSubstr("unemployed_months"),
                                  HasSubstr("withheld"), Not(HasSubstr("777"))));
}

TEST(Expectation, IsDescribedAndSoIsItsOpposite)
{
    expectation const refused{truth::no, "ips", {"birth_date"}};
    EXPECT_EQ(describe(refused), "refuses `ips` because of `birth_date`");
    EXPECT_NE(describe(refused, false), describe(refused));
    EXPECT_THAT(describe(refused, false), HasSubstr("`ips`"));
    EXPECT_EQ(describe(compiled_sample()), "the plan `sample` on 2026-02-28");
}

} // namespace
} // namespace finsam
