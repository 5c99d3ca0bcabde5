// SPDX-License-Identifier: BSL-1.0
#include <finsam/report/gaps.hpp>

#include "support/stability.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <set>
#include <sstream>

namespace finsam {
namespace {

using namespace testing_support;
using testing::ElementsAre;
using testing::IsEmpty;
using enum truth;

gap_report gaps(running_world const& run)
{
    auto const placed = match(run.compiled, run.caseload, run.eligible, run.allowed);
    return gaps(run.compiled, run.caseload, run.eligible, placed, run.allowed);
}

gap_report gaps(world const& drawn)
{
    return gaps(running_world(drawn));
}

/// The report counted again, person by person.
gap_report recounted(world const& drawn, matching const& placed,
                     std::set<std::pair<std::size_t, std::uint32_t>> const& withheld)
{
    reading const read(drawn);
    gap_report report{.mandate = "placement"};

    auto const has = [](auto const& list, std::size_t row) {
        return std::any_of(list.begin(), list.end(),
                           [&](auto const& one) { return one.person == row; });
    };
    for (std::size_t g = 0; g < drawn.group_priority.size(); ++g) {
        needs_group_gap gap{.id = numbered("g", g)};
        for (std::size_t row = 0; row < read.people(); ++row) {
            auto const answer = drawn.residents[row].groups[g];
            gap.unknown += answer == unknown;
            if (answer != yes)
                continue;
            ++gap.yes;
            gap.placed += has(placed.placements, row);
            gap.waiting += has(placed.waiting, row);
            gap.undetermined += has(placed.undetermined, row);
            gap.no_intervention += has(placed.no_intervention, row);
        }
        report.needs_groups.push_back(gap);
    }

    std::map<std::string, std::size_t> settles;
    for (std::uint32_t i = 0; i < drawn.offers.size(); ++i) {
        if (!drawn.offers[i].is_individual || !drawn.offers[i].in_force)
            continue;
        intervention_gap gap{.id = numbered("i", i)};
        for (std::size_t row = 0; row < read.people(); ++row) {
            auto const answer = read.answer(i, row);
            gap.yes += answer == yes;
            gap.unknown += answer == unknown;
            if (answer != unknown || withheld.contains({row, i}))
                continue;
            bool const fits_missing = drawn.residents[row].fits[i] == unknown;
            if (drawn.residents[row].home)
                ++settles[numbered("fits-", i)];
            else if (!fits_missing)
                ++settles["municipality"];
        }
        for (auto const& one : placed.placements)
            gap.placed += one.intervention == i;
        for (std::uint32_t pool = 0; pool < drawn.offers[i].places.size(); ++pool) {
            auto left = drawn.offers[i].places[pool].count;
            gap.places += left;
            for (auto const& one : placed.placements)
                left -= one.intervention == i && one.pool == pool;
            gap.free += std::max<std::int64_t>(left, 0);
        }
        report.interventions.push_back(gap);
    }

    for (std::size_t row = 0; row < read.people(); ++row) {
        auto const& one = drawn.residents[row];
        bool open = false;
        for (std::uint32_t i = 0; i < drawn.offers.size(); ++i)
            open |= read.answer(i, row) != no;
        if (one.home && *one.home != "9999" && !has(placed.placements, row) && read.tier(row)
            && !open)
            report.between.push_back(row);
    }

    for (auto const& [fact, count] : settles)
        report.asking.push_back({fact, count});
    std::sort(report.asking.begin(), report.asking.end(), [](auto const& a, auto const& b) {
        return std::pair(b.settles, a.fact) < std::pair(a.settles, b.fact);
    });
    return report;
}

TEST(Gaps, AreTheSameCountedPersonByPerson)
{
    dice roll(4501);
    std::size_t between = 0, asked = 0;
    for (int n = 0; n < 600; ++n) {
        auto const drawn = random_world(roll, {.people = 40, .interventions = 4, .seats = 6});
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", world " + std::to_string(n) + "\n"
                     + to_text(drawn));
        running_world run(drawn);

        // Some of what is missing is there, but not disclosed.
        std::set<std::pair<std::size_t, std::uint32_t>> withheld;
        people caseload(run.compiled.facts());
        for (std::size_t row = 0; row < drawn.residents.size(); ++row) {
            auto someone = person_of(run.compiled, drawn.residents[row]);
            for (std::uint32_t i = 0; i < drawn.offers.size(); ++i)
                if (auto const column = find_column(run.compiled.facts(), numbered("fits-", i));
                    column && someone.facts[*column].state == fact_state::unknown
                    && roll.chance(4)) {
                    someone.facts[*column].state = fact_state::withheld;
                    withheld.emplace(row, i);
                }
            caseload.append(someone);
        }
        auto const eligible = evaluate(run.compiled, caseload, run.allowed);
        auto const placed = match(run.compiled, caseload, eligible, run.allowed);
        auto const report = gaps(run.compiled, caseload, eligible, placed, run.allowed);
        ASSERT_EQ(report, recounted(drawn, placed, withheld));
        between += report.between.size();
        asked += report.asking.size();
    }
    EXPECT_GT(between, 100U);
    EXPECT_GT(asked, 600U);
}

TEST(Gaps, FindThoseWhoFallBetweenTheChairs)
{
    auto const someone = [](std::string id, std::optional<std::string> home, truth group,
                            truth fit) {
        return resident{
            .id = std::move(id), .home = std::move(home), .groups = {group}, .fits = {fit}};
    };
    world drawn{.group_priority = {1},
                .offers = {{.places = {{.count = 1}}}},
                .residents = {
                    someone("between", "9701", yes, no), someone("in no group", "9701", no, no),
                    someone("perhaps in one", "9701", unknown, no),
                    someone("outside", "9999", yes, no), someone("nowhere", {}, yes, no),
                    someone("perhaps eligible", "9701", yes, unknown),
                    someone("placed", "9701", yes, no), someone("also between", "9702", yes, no)}};
    drawn.residents[6].placed = 0;
    EXPECT_THAT(gaps(drawn).between, ElementsAre(0, 7));
    drawn.residents[0].wishes = std::vector<std::uint32_t>{};
    EXPECT_THAT(gaps(drawn).between, ElementsAre(0, 7)) << "whatever they listed";
    drawn.offers[0].in_force = false;
    EXPECT_THAT(gaps(drawn).between, ElementsAre(0, 5, 7)) << "what is not in force suits nobody";
}

TEST(Gaps, AskForAFactOnlyWhereItAloneWouldSettleTheAnswer)
{
    world drawn{.offers = {{.places = {{.count = 9}}}, {.places = {{.count = 9}}}}};
    auto agreed = plan_of(drawn);
    // i0 asks about one fact twice, i1 about both.
    agreed.interventions[0].when =
        criterion{.form = group{quantifier::any_of, {is_true("fits-0"), is_true("fits-0")}, {}}};
    agreed.interventions[1].when =
        criterion{.form = group{quantifier::all_of, {is_true("fits-0"), is_true("fits-1")}, {}}};
    auto const compiled = compile(agreed, today).value();
    people caseload(compiled.facts());
    auto const add = [&](truth first, truth second) {
        caseload.append(person_of(compiled, {.id = "p", .fits = {first, second}}));
    };
    add(unknown, unknown); // settles i0 alone
    add(unknown, yes);     // settles both
    add(yes, unknown);     // fits-1 settles i1
    add(unknown, no);      // settles i0; i1 is settled
    auto const& allowed = compiled.agreed().mandates[1];
    auto const eligible = evaluate(compiled, caseload, allowed);
    auto const report = gaps(compiled, caseload, eligible, {}, allowed);
    EXPECT_THAT(report.asking, ElementsAre(fact_to_ask{"fits-0", 4}, fact_to_ask{"fits-1", 1}));
    EXPECT_EQ(report.mandate, "planning");
}

TEST(Gaps, TellWhatIsMostWorthAskingFirstAndThenByName)
{
    world drawn{.offers = std::vector<offer>(3, {.places = {{.count = 9}}})};
    for (auto const& fits :
         {std::vector{yes, unknown, unknown}, {unknown, unknown, yes}, {no, yes, no}})
        drawn.residents.push_back({.id = numbered("p", drawn.residents.size()), .fits = fits});
    EXPECT_THAT(gaps(drawn).asking, ElementsAre(fact_to_ask{"fits-1", 2}, fact_to_ask{"fits-0", 1},
                                                fact_to_ask{"fits-2", 1}));
}

TEST(Gaps, CountTheFreeSeatsOfEachPoolByItself)
{
    auto const in = [](std::string code) { return std::vector<std::string>{std::move(code)}; };
    world drawn{.offers = {{.places = {{.municipalities = in("9701"), .count = 1},
                                       {.municipalities = in("9702"), .count = 2}}}}};
    for (int i = 0; i < 3; ++i)
        drawn.residents.push_back({.id = numbered("p", static_cast<std::size_t>(i)), .placed = 0});
    drawn.residents.push_back({.id = "outside", .home = "9999", .placed = 0});
    EXPECT_THAT(gaps(drawn).interventions,
                ElementsAre(intervention_gap{
                    .id = "i0", .unknown = 3, .places = 3, .placed = 4, .free = 2}));
}

TEST(Gaps, SumPlacesUpToTheLargestNumberThereIs)
{
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    auto const report = gaps(world{
        .offers = {{.places = {{.municipalities = std::vector<std::string>{"9701"}, .count = most},
                               {.count = most}}}}});
    EXPECT_EQ(report.interventions.at(0).places, most);
    EXPECT_EQ(report.interventions.at(0).free, most);
}

TEST(Gaps, NeedAMandateOfThePlanForAnyPurpose)
{
    running_world const run({.offers = {{.places = {{.count = 1}}}}});
    auto const with = [&](mandate const& allowed) {
        return gaps(run.compiled, run.caseload, run.eligible, {}, allowed);
    };
    for (auto const& one : run.compiled.agreed().mandates)
        EXPECT_EQ(with(one).mandate, one.id);
    EXPECT_THROW(static_cast<void>(with({.id = "invented"})), document_error);
}

TEST(Gaps, CountTheMatchingThatWouldBeProposedWhateverTheMandateIsFor)
{
    running_world const run(
        {.offers = {{.places = {{.count = 1}}}},
         .residents = {{.id = "a", .fits = {yes}}, {.id = "b", .fits = {yes}}}});
    auto const& placing = run.compiled.agreed().mandates[0];
    auto const& planning = run.compiled.agreed().mandates[1];
    auto const proposed = match(run.compiled, run.caseload, run.eligible, placing);
    auto const counted = gaps(run.compiled, run.caseload, run.eligible, planning);
    EXPECT_EQ(counted, gaps(run.compiled, run.caseload, run.eligible, proposed, planning));
    EXPECT_EQ(counted.interventions.at(0).placed, 1U);
}

TEST(Gaps, AreWrittenWithSmallCountsWithheld)
{
    gap_report const report{
        .needs_groups = {{.id = "young", .yes = 5, .unknown = 4, .placed = 0, .waiting = 1}},
        .interventions = {{.id = "start", .yes = 12, .unknown = 3, .places = 4, .placed = 4}},
        .between = {0, 1},
        .asking = {{"diagnosis", 8}, {"completed", 2}}};
    std::ostringstream out;
    out << report;
    EXPECT_EQ(out.str(), "needs group young: yes 5, unknown <5, placed 0, waiting <5, "
                         "undetermined 0, no intervention 0\n"
                         "intervention start: yes 12, unknown <5, places 4, placed <5, free 0\n"
                         "between the chairs: <5\n"
                         "ask for diagnosis: settles 8\n"
                         "ask for completed: settles <5\n");
}

} // namespace
} // namespace finsam
