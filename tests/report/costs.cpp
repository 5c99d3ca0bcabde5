// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/results.hpp>
#include <finsam/report/costs.hpp>

#include "support/sample_plan.hpp"
#include "support/stability.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <sstream>

namespace finsam {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto most = std::numeric_limits<std::int64_t>::max();

TEST(Costs, AreThePlacesOfAllPoolsTimesWhatOneCosts)
{
    auto agreed = sample_plan();
    agreed.interventions[0].places = {{.municipalities = {{"9701"}}, .count = 3}, {.count = 2}};
    agreed.interventions[0].cost_per_place = 40'000;
    agreed.interventions[1].cost_per_place.reset();
    agreed.interventions[2].cost_per_place = 0;
    agreed.interventions[3].cost_per_place.reset();
    agreed.interventions[3].places = {{.count = 0}};
    auto const report = costs(compile(agreed, day(2024, 6, 1)).value());
    ASSERT_EQ(report.interventions.size(), 4U); // nobody is placed in a structural one
    EXPECT_EQ(report.interventions[0],
              (intervention_cost{agreed.interventions[0].id, 5, 4'000'000, 20'000'000}));
    EXPECT_EQ(report.interventions[1].cost_ore, std::nullopt);
    EXPECT_EQ(report.interventions[2].cost_ore, 0);
    EXPECT_EQ(report.total_ore, 20'000'000);
    EXPECT_EQ(report.without_cost, 1U); // the last one has no places either
    EXPECT_EQ(report.contributions_ore, 400'000'000);
    EXPECT_EQ(left_ore(report), 380'000'000);
    EXPECT_EQ(report.shares, shares_of(agreed, 20'000'000));
}

TEST(Costs, AreOfWhatIsInForceOnTheDay)
{
    auto agreed = sample_plan();
    for (auto& one : agreed.interventions)
        one.cost_per_place.reset();
    agreed.interventions[0].cost_per_place = 10;
    agreed.interventions[0].period = period{day(2024, 1, 1), day(2025, 1, 1)};
    EXPECT_GT(costs(compile(agreed, day(2024, 12, 31)).value()).total_ore, 0);
    auto const after = costs(compile(agreed, day(2025, 1, 1)).value());
    EXPECT_EQ(after.total_ore, 0);
    EXPECT_EQ(after.interventions.size(), 3U);
}

TEST(Costs, WithoutContributionsHaveNothingLeftToTell)
{
    auto agreed = sample_plan();
    agreed.contributions.clear();
    auto const compiled = compile(agreed, day(2024, 6, 1)).value();
    auto const report = costs(compiled);
    EXPECT_EQ(report.contributions_ore, std::nullopt);
    EXPECT_EQ(left_ore(report), std::nullopt);
    EXPECT_THAT(to_json(compiled, report),
                testing::HasSubstr("\"contributions_ore\": null, \"left_ore\": null, "));
}

TEST(Costs, MayExceedTheContributions)
{
    auto agreed = sample_plan();
    agreed.contributions = {{"fk", 2}, {"region", 1}, {"norrby", 1}};
    agreed.interventions[0].cost_per_place = 1'000;
    EXPECT_LT(left_ore(costs(compile(agreed, day(2024, 6, 1)).value())), 0);
}

TEST(Costs, StayAtTheLargestAmountThereIs)
{
    auto agreed = sample_plan();
    agreed.interventions[0].cost_per_place = most;
    agreed.interventions[0].places = {{.count = most}};
    agreed.interventions[1].cost_per_place = most;
    agreed.contributions = {{"fk", most}, {"region", most}, {"norrby", most}};
    auto const report = costs(compile(agreed, day(2024, 6, 1)).value());
    EXPECT_EQ(report.interventions[0].cost_ore, most);
    EXPECT_EQ(report.total_ore, most);
    EXPECT_EQ(report.contributions_ore, most);
    EXPECT_EQ(left_ore(report), 0);
    EXPECT_EQ(report.shares, shares_of(agreed, most));
}

TEST(CostsOfAMatching, AreThoseOfEachProposedOrTakenPlace)
{
    dice roll(1210);
    std::size_t outside = 0;
    for (int n = 0; n < 200; ++n) {
        auto const drawn = random_world(roll, {.people = 30, .interventions = 4, .seats = 6});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        running_world const run(drawn);
        auto agreed = run.compiled.agreed();
        for (std::size_t i = 0; i < agreed.interventions.size(); i += 2)
            agreed.interventions[i].cost_per_place = 7 * static_cast<std::int64_t>(i) + 5;
        auto const compiled = compile(agreed, run.compiled.as_of()).value();
        auto const placed = match(compiled, run.caseload, run.eligible, run.allowed);

        std::map<std::string, std::int64_t> taken;
        std::int64_t total = 0;
        for (auto const& one : placed.placements) {
            ++taken[agreed.interventions[one.intervention].id];
            total += 100 * agreed.interventions[one.intervention].cost_per_place.value_or(0);
        }
        auto const report = costs(compiled, placed);
        EXPECT_EQ(report.total_ore, total);
        EXPECT_EQ(report.shares, shares_of(agreed, total));
        std::size_t lacking = 0;
        for (auto const& one : report.interventions) {
            EXPECT_EQ(one.places, taken[one.id]);
            lacking += !one.cost_ore && one.places > 0;
            taken.erase(one.id);
        }
        EXPECT_EQ(report.without_cost, lacking);
        EXPECT_THAT(taken, IsEmpty());
        outside += report.interventions.size() > compiled.interventions().size();
    }
    EXPECT_GT(outside, 0U); // incumbents of what is no longer in force
}

TEST(CostsOfAMatching, FromElsewhereMayNameWhatDoesNotExist)
{
    auto const compiled = compile(sample_plan(), day(2024, 6, 1)).value();
    matching placed;
    placed.placements = {{.person = 0, .intervention = 99}};
    EXPECT_EQ(costs(compiled, placed).total_ore, 0);
}

TEST(Costs, AreToldInJsonInOre)
{
    auto agreed = sample_plan();
    agreed.interventions.resize(1);
    agreed.interventions[0].leads_to.clear();
    agreed.interventions[0].id = "start";
    agreed.interventions[0].places = {{.count = 3}};
    agreed.interventions[0].cost_per_place = 1'001;
    for (auto& one : agreed.declarations)
        one.needs_groups.clear();
    auto const compiled = compile(agreed, day(2024, 6, 1)).value();
    auto const report = costs(compiled);
    EXPECT_EQ(
        to_json(compiled, report),
        R"({"plan": "sample", "as_of": "2024-06-01", "interventions": [{"id": "start", "places": 3, )"
        R"("cost_per_place_ore": 100100, "cost_ore": 300300}], "without_cost": 0, )"
        R"("total_ore": 300300, "contributions_ore": 400000000, "left_ore": 399699700, "shares": [)"
        R"({"party": "social_insurance_agency", "share_ore": 150150, "members": )"
        R"([{"member": "fk", "share_ore": 150150}]}, )"
        R"({"party": "region", "share_ore": 75075, "members": )"
        R"([{"member": "region", "share_ore": 75075}]}, )"
        R"({"party": "municipality", "share_ore": 75075, "members": )"
        R"([{"member": "norrby", "share_ore": 37538}, {"member": "soderby", "share_ore": 22522}, )"
        R"({"member": "osterby", "share_ore": 15015}]}]})");
    std::ostringstream told;
    told << report;
    EXPECT_EQ(told.str(), "intervention start: places 3, cost a place SEK 1,001.00, cost SEK "
                          "3,003.00\n"
                          "total: SEK 3,003.00\n"
                          "contributions: SEK 4,000,000.00\n"
                          "share of social_insurance_agency: SEK 1,501.50\n"
                          "share of region: SEK 750.75\n"
                          "share of municipality: SEK 750.75\n");
}

} // namespace
} // namespace finsam
