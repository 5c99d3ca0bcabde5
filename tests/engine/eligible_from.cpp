// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/eligible_from.hpp>

#include "support/worlds.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

/// Whether the intervention suits them on the day.
bool suits(plan const& agreed, person const& someone, std::size_t intervention, date day)
{
    auto const then = compile(agreed, day).value();
    for (std::size_t i = 0; i < then.interventions().size(); ++i)
        if (then.interventions()[i].index == intervention)
            return assess_intervention(then, someone, i).answer == truth::yes;
    return false;
}

leaf random_leaf(dice& roll)
{
    auto const count = roll.chance(3) ? amount{parameter_reference{"days"}}
                                      : amount{static_cast<std::int64_t>(roll(40))};
    return {.fact = roll.chance(2) ? "sick_since" : "birth_date",
            .compare = roll.chance(2) ? comparator::reached : comparator::not_reached,
            .value = anniversary{.count = count,
                                 .unit = roll.chance(3) ? time_unit::months : time_unit::days,
                                 .counted = roll.chance(3) ? counting::month : counting::day}};
}

/// Two interventions by a rule in two versions, a parameter with two values, within half a year.
plan random_dated_plan(dice& roll)
{
    auto made = plan_of({.group_priority = {1}, .offers = {{.places = {{.count = 1}}}}});
    auto const day = [&](int after) { return date{sys_days{2026y / January / 1} + days{after}}; };
    auto const somewhen = [&] { return day(static_cast<int>(roll(180))); };
    made.period = {.from = day(0), .to = day(180)};
    made.facts.push_back({.name = "sick_since", .kind = fact_kind::date});
    made.facts.push_back({.name = "birth_date", .kind = fact_kind::date});
    auto const change = day(1 + static_cast<int>(roll(178)));
    made.parameters.push_back(
        {.id = "days",
         .values = {{.from = day(0), .value = static_cast<std::int64_t>(roll(40))},
                    {.from = day(1 + static_cast<int>(roll(178))),
                     .value = static_cast<std::int64_t>(roll(40))}}});
    for (auto const& when : {period{day(0), change}, period{change, {}}})
        made.rules.push_back(
            {.id = "dated",
             .when = {.form =
                          group{.quantifier =
                                    roll.chance(2) ? quantifier::all_of : quantifier::any_of,
                                .of = {{.form = random_leaf(roll)}, {.form = random_leaf(roll)}}}},
             .period = when});
    auto& asked = made.interventions[0];
    asked.when = criterion{.form = rule_reference{"dated"}};
    if (roll.chance(2))
        asked.period = period{somewhen(), {}};
    return made;
}

TEST(EligibleFrom, IsTheFirstDayThatAskingDayByDayFinds)
{
    dice roll(5101);
    int found = 0;
    for (int n = 0; n < 40 && !testing::Test::HasFailure(); ++n) {
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", plan " + std::to_string(n));
        auto const agreed = random_dated_plan(roll);
        auto const as_of = date{sys_days{agreed.period.from} + days{roll(150)}};
        auto const compiled = compile(agreed, as_of).value();
        for (int someone = 0; someone < 3; ++someone) {
            auto one = person_of(compiled, {.id = "p"});
            for (auto const* const name : {"sick_since", "birth_date"})
                if (!roll.chance(6))
                    one.facts[find_column(compiled.facts(), name).value()] = {
                        .state = fact_state::value,
                        .number =
                            detail::to_days(as_of) + 40 - static_cast<std::int32_t>(roll(80))};
            std::optional<date> expected;
            for (auto day = sys_days{as_of}; day < sys_days{*agreed.period.to} && !expected;
                 day += days{1})
                if (suits(agreed, one, 0, date{day}))
                    expected = date{day};
            EXPECT_EQ(eligible_from(compiled, one, 0), expected);
            found += expected.has_value();
        }
    }
    EXPECT_GT(found, 10);
}

TEST(EligibleFrom, IsTheSixteenthBirthday)
{
    auto agreed = plan_of({.group_priority = {1}, .offers = {{.places = {{.count = 1}}}}});
    agreed.facts.push_back({.name = "birth_date", .kind = fact_kind::date});
    agreed.interventions[0].when =
        criterion{.form = leaf{.fact = "birth_date",
                               .compare = comparator::reached,
                               .value = anniversary{.count = std::int64_t{16}}}};
    auto const compiled = compile(agreed, today).value();
    auto one = person_of(compiled, {.id = "p"});
    auto& born = one.facts[find_column(compiled.facts(), "birth_date").value()];
    born = {.state = fact_state::value, .number = detail::to_days(2011y / March / 14)};
    EXPECT_EQ(eligible_from(compiled, one, 0), date{2027y / March / 14});
    born.number = detail::to_days(9990y / January / 1);
    EXPECT_EQ(eligible_from(compiled, one, 0), std::nullopt) << "the calendar ends before";
    born = {};
    EXPECT_EQ(eligible_from(compiled, one, 0), std::nullopt) << "what is not on record never comes";
}

} // namespace
} // namespace finsam
