// SPDX-License-Identifier: BSL-1.0
#include <finsam/finsam.h>
#include <finsam/io/plan.hpp>
#include <finsam/io/results.hpp>
#include <finsam/version.hpp>

#include "c/calls.hpp"

#include <gmock/gmock.h>

namespace finsam {
namespace {

using namespace testing_support;
using ::testing::HasSubstr;

constexpr auto shipped = "examples/plans/ostra-sodertorn-2022.plan.json";

TEST(PlansInC, TellTheVersion)
{
    char const* text = nullptr;
    std::size_t length = 0;
    EXPECT_EQ(finsam_version(&text, &length), finsam_done);
    EXPECT_EQ(std::string_view(text, length), version);
}

TEST(PlansInC, TellWarningsWhenTheyAreDone)
{
    auto const text = read_text("examples/plans/falun-ips.plan.json");
    auto const found = inspect_plan(text, "plan").found;
    ASSERT_GT(found.warnings, 0u);
    owned<finsam_plan> plan;
    EXPECT_EQ(parse_plan_in_c(text, plan), (reply{finsam_done, to_json(found)}));
    EXPECT_NE(plan, nullptr);
}

TEST(PlansInC, TellEveryMistakeAtOnceWithItsPlace)
{
    auto text = read_text(shipped);
    auto const change = [&text](std::string_view from, std::string_view to) {
        auto const at = text.find(from);
        ASSERT_NE(at, text.npos);
        text.replace(at, from.size(), to);
    };
    change(R"("interventions")", R"("interventoins")");
    change(R"("party": "region")", R"("party": "regionen")");
    change(R"("from": "2022-01-01")", R"("from": "2022-01-32")");
    auto const found = inspect_plan(text, "plan").found;
    ASSERT_GE(found.errors, 3u);
    owned<finsam_plan> plan;
    auto const one = parse_plan_in_c(text, plan);
    EXPECT_EQ(one, (reply{finsam_wrong_document, to_json(found)}));
    EXPECT_EQ(plan, nullptr);
    EXPECT_THAT(one.document,
                HasSubstr(R"("code": "unknown_key", "pointer": "/interventoins", "line": )"));
    EXPECT_THAT(one.document, HasSubstr(R"("hint": "did you mean `interventions`?")"));
    EXPECT_THAT(one.document, HasSubstr("2022-01-32"));
}

TEST(PlansInC, AreReadFromAnyBytes)
{
    owned<finsam_plan> plan;
    for (auto const text : {std::string_view(""), std::string_view("{"), std::string_view("\xFF"),
                            std::string_view("\0\0", 2), std::string_view("[]")}) {
        EXPECT_EQ(parse_plan_in_c(text, plan),
                  (reply{finsam_wrong_document, to_json(inspect_plan(text, "plan").found)}));
        EXPECT_EQ(plan, nullptr);
    }
}

TEST(PlansInC, AreCompiledForADateOfTheCalendar)
{
    owned<finsam_plan> plan;
    parse_plan_in_c(read_text(shipped), plan);
    owned<finsam_engine> engine;
    for (auto const wrong : {"2022-02-29", "2022-3-1", "", "2022-03-01 ", "0000-01-01"}) {
        auto const one = compile_in_c(plan.get(), wrong, engine);
        EXPECT_EQ(one.status, finsam_wrong_document) << wrong;
        EXPECT_THAT(one.document, HasSubstr(R"("code": "bad_value", "pointer": "/as_of")"));
        EXPECT_EQ(engine, nullptr);
    }
    EXPECT_EQ(compile_in_c(plan.get(), "2022-03-01", engine).status, finsam_done);
    EXPECT_NE(engine, nullptr);
}

TEST(PlansInC, AreNotInForceOutsideTheirPeriod)
{
    auto const text = read_text(shipped);
    owned<finsam_plan> plan;
    parse_plan_in_c(text, plan);
    owned<finsam_engine> engine;
    auto const day = std::chrono::year{2031} / std::chrono::March / 1;
    EXPECT_EQ(compile_in_c(plan.get(), "2031-03-01", engine),
              (reply{finsam_wrong_document, to_json(inspect_plan(text, "plan", day).found)}));
    EXPECT_EQ(engine, nullptr);
}

} // namespace
} // namespace finsam
