// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/calendar.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/model/plan.hpp>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace finsam::testing_support {

/// A stream of random numbers that is the same on every machine; FINSAM_SEED replays one.
class dice
{
public:
    explicit dice(std::uint64_t seed)
        : stream_(chosen(seed))
    {}

    /// A number from 0 to below `sides`.
    std::uint64_t operator()(std::uint64_t sides) { return stream_() % sides; }
    bool chance(std::uint64_t one_in) { return (*this)(one_in) == 0; }

    template<class Values>
    auto const& pick(Values const& values)
    {
        return values[(*this)(std::size(values))];
    }

    [[nodiscard]] std::uint64_t seed() const { return seed_; }

private:
    std::uint64_t chosen(std::uint64_t seed)
    {
        if (auto const* given = std::getenv("FINSAM_SEED"))
            seed = std::strtoull(given, nullptr, 10);
        return seed_ = seed;
    }

    std::uint64_t seed_ = 0;
    std::mt19937_64 stream_;
};

inline date random_date(dice& roll)
{
    // Months' ends and leap days are where date arithmetic goes wrong, so they come often.
    auto const year = std::chrono::year{1990 + static_cast<int>(roll(20))};
    auto const month = std::chrono::month{static_cast<unsigned>(1 + roll(12))};
    if (roll.chance(3))
        return date{year / month / std::chrono::last};
    return year / month / std::chrono::day{static_cast<unsigned>(1 + roll(28))};
}

/// Where the domains of numbers and dates end.
inline std::int32_t edge_number(dice& roll)
{
    constexpr auto low = std::numeric_limits<std::int32_t>::min();
    constexpr auto high = std::numeric_limits<std::int32_t>::max();
    constexpr std::int32_t edges[] = {low, low + 1, 0, high - 1, high};
    return roll.pick(edges);
}
inline date edge_date(dice& roll)
{
    using namespace std::chrono;
    constexpr date edges[] = {1y / January / 1, 1y / January / 2, 9999y / December / 31};
    return roll.pick(edges);
}

inline std::string value_name(std::uint64_t i)
{
    return std::string(1, static_cast<char>('a' + i));
}

/// A lawful frame: parties, two municipalities and one fact of each kind, some with a holder.
inline plan framed_plan()
{
    using namespace std::chrono;
    std::vector<std::string> const letters{"a", "b", "c", "d"};
    auto const fact = [](std::string name, fact_kind kind, std::optional<std::string> holder = {}) {
        return fact_declaration{.name = std::move(name), .kind = kind, .holder = std::move(holder)};
    };
    plan made{.id = "world",
              .association = {.name = same_text("World"), .area = {"9701", "9702"}},
              .period = {.from = 2000y / January / 1},
              .members = {{"fk", party::social_insurance_agency, same_text("FK")},
                          {"af", party::public_employment_service, same_text("AF")},
                          {"region", party::region, same_text("R"), "97"},
                          {"norr", party::municipality, same_text("N"), "9701"},
                          {"soder", party::municipality, same_text("S"), "9702"}},
              .facts = {fact("boolean", fact_kind::boolean),
                        fact("integer", fact_kind::integer, "public_employment_service"),
                        fact("date", fact_kind::date, "social_insurance_agency"),
                        fact("choice", fact_kind::choice), fact("ordered", fact_kind::choice),
                        fact("set", fact_kind::set), fact("code", fact_kind::code, "region")},
              .mandates = {{"all", "af", purpose::placement, {"agreement"}}}};
    made.facts[3].values = made.facts[4].values = made.facts[5].values = letters;
    made.facts[4].ordered = true;
    return made;
}

inline criterion random_leaf(dice& roll, plan const& agreed)
{
    auto const& about = roll.pick(agreed.facts);
    leaf one{.fact = about.name};
    auto const number = [&] {
        return amount{roll.chance(12) ? std::int64_t{edge_number(roll)}
                                      : static_cast<std::int64_t>(roll(7)) - 3};
    };
    auto const letter = [&] { return value_name(roll(4)); };
    auto const letters = [&] {
        std::vector<std::string> some{letter()};
        if (roll.chance(2))
            some.push_back(letter());
        return some;
    };
    auto const choose = [&](std::initializer_list<comparator> from) {
        one.compare = *(from.begin() + roll(from.size()));
    };
    using enum comparator;
    if (about.kind != fact_kind::boolean && about.kind != fact_kind::set && !about.ordered
        && roll.chance(6)) {
        one.compare = is_none;
        one.value = roll.chance(2);
        return {one};
    }
    switch (about.kind) {
    case fact_kind::boolean:
        one.compare = is;
        one.value = roll.chance(2);
        break;
    case fact_kind::integer:
        choose({is, one_of, at_least, more_than, at_most, less_than});
        if (one.compare == one_of)
            one.value = std::vector<amount>{number(), number()};
        else
            one.value = number();
        break;
    case fact_kind::date:
        choose({on_or_before, before, on_or_after, after, reached, not_reached});
        if (one.compare == reached || one.compare == not_reached) {
            auto const unit = static_cast<time_unit>(roll(3));
            auto const most = unit == time_unit::years    ? 20U
                              : unit == time_unit::months ? 240U
                                                          : 7000U;
            one.value = anniversary{amount{static_cast<std::int64_t>(roll(most))}, unit,
                                    static_cast<counting>(roll(4))};
        } else {
            one.value = roll.chance(12) ? edge_date(roll) : random_date(roll);
        }
        break;
    case fact_kind::choice:
        if (about.ordered)
            choose({is, one_of, at_least, more_than, at_most, less_than});
        else
            choose({is, one_of});
        if (one.compare == one_of)
            one.value = letters();
        else
            one.value = letter();
        break;
    case fact_kind::set:
        choose({contains, contains_any, contains_all, count_at_least});
        if (one.compare == contains)
            one.value = letter();
        else if (one.compare == count_at_least)
            one.value = amount{static_cast<std::int64_t>(1 + roll(3))};
        else
            one.value = letters();
        break;
    case fact_kind::code:
        choose({is, one_of});
        if (one.compare == is)
            one.value = letter();
        else
            one.value = letters();
        break;
    }
    return {one};
}

/// A criterion over the plan's facts and the rules it has so far.
inline criterion random_criterion(dice& roll, plan const& agreed, unsigned depth)
{
    if (!agreed.rules.empty() && roll.chance(6))
        return {rule_reference{roll.pick(agreed.rules).id}};
    if (depth == 0 || roll.chance(3))
        return random_leaf(roll, agreed);
    group several{};
    several.quantifier = static_cast<quantifier>(roll(4));
    if (several.quantifier == quantifier::at_least_of)
        several.count = amount{static_cast<std::int64_t>(roll(4))};
    for (auto left = roll(4); left > 0; --left)
        several.of.push_back(random_criterion(roll, agreed, depth - 1));
    return {std::move(several)};
}

/// A lawful plan with some rules, needs groups and interventions, pools and prerequisites.
inline plan random_plan(dice& roll)
{
    auto made = framed_plan();
    for (int i = 0; i < 4; ++i)
        made.rules.push_back(
            {.id = "rule-" + std::to_string(i), .when = random_criterion(roll, made, 3)});
    for (int i = 0; i < 3; ++i)
        made.needs_groups.push_back({.id = "group-" + std::to_string(i),
                                     .label = same_text("group"),
                                     .when = random_criterion(roll, made, 2),
                                     .priority = static_cast<std::int64_t>(1 + roll(3))});
    for (int i = 0; i < 4; ++i) {
        intervention one{.id = "intervention-" + std::to_string(i),
                         .label = same_text("intervention"),
                         .kind = intervention_kind::individual,
                         .members = {{"af", duty::run}, {"norr", duty::provide}}};
        if (roll.chance(2))
            one.rule = roll.pick(made.rules).id;
        else
            one.when = random_criterion(roll, made, 2);
        pool places{.count = static_cast<std::int64_t>(roll(4))};
        if (roll.chance(2))
            places.municipalities = {"9701"};
        one.places = {places};
        if (roll.chance(2))
            one.places.push_back({.municipalities = {{"9702"}}, .count = 1});
        if (i > 0 && roll.chance(3))
            one.requires_completed = {made.interventions.front().id};
        made.interventions.push_back(std::move(one));
    }
    return made;
}

/// A value of the column, any one.
inline cell random_value(dice& roll, fact_declaration const& column)
{
    cell one{.state = fact_state::value};
    switch (column.kind) {
    case fact_kind::boolean:
        one.number = roll.chance(2) ? 1 : 0;
        break;
    case fact_kind::integer:
        one.number = roll.chance(50) ? edge_number(roll) : static_cast<std::int32_t>(roll(9)) - 4;
        break;
    case fact_kind::date:
        one.number = detail::to_days(roll.chance(50) ? edge_date(roll) : random_date(roll));
        break;
    case fact_kind::choice:
        one.number = static_cast<std::int32_t>(roll(column.values.size()));
        break;
    case fact_kind::set:
        one.members = {roll(std::uint64_t{1} << column.values.size())};
        break;
    case fact_kind::code:
        one.code = column.name == "municipality" ? (roll.chance(2)   ? "9701"
                                                    : roll.chance(2) ? "9702"
                                                                     : "9999")
                                                 : value_name(roll(5));
        break;
    }
    return one;
}

inline bool can_be_none(fact_declaration const& column)
{
    return column.kind != fact_kind::boolean && column.kind != fact_kind::set && !column.ordered
           && column.name != "municipality";
}

inline person random_person(dice& roll, schema const& vocabulary, std::string id)
{
    person someone{.id = std::move(id)};
    for (auto const& column : vocabulary.columns) {
        if (roll.chance(4))
            someone.facts.push_back({});
        else if (can_be_none(column) && roll.chance(6))
            someone.facts.push_back({.state = fact_state::none});
        else
            someone.facts.push_back(random_value(roll, column));
    }
    return someone;
}

} // namespace finsam::testing_support
