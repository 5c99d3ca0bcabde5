// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/calendar.hpp>
#include <finsam/engine/evaluate.hpp>

#include "support/random_plan.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Small associations in which everything a matching depends on can be set by hand: the answers
/// themselves, since each needs group and each intervention asks about one fact of its own.
namespace finsam::testing_support {

/// An intervention; without pools nobody is served.
struct offer
{
    std::vector<pool> places{};
    bool in_force = true;
    bool is_individual = true;
};

/// Somebody, with the answers they are to get.
struct resident
{
    std::string id{};
    std::optional<std::string> home{"9701"};
    std::vector<truth> groups{};
    std::vector<truth> fits{};   ///< the intervention's own rule
    std::optional<int> waited{}; ///< days; below zero is yet to come
    std::optional<std::vector<std::uint32_t>> wishes{};
    std::optional<std::uint32_t> placed{};
};

struct world
{
    std::vector<std::int64_t> group_priority{};
    std::vector<offer> offers{};
    std::vector<resident> residents{};
    matching_terms terms{};
};

inline date const today{std::chrono::year{2026}, std::chrono::month{2}, std::chrono::day{28}};

inline std::string numbered(std::string_view word, std::size_t i)
{
    return std::string(word) + std::to_string(i);
}

inline criterion is_true(std::string fact)
{
    return {.form = leaf{.fact = std::move(fact), .compare = comparator::is, .value = true}};
}

/// The plan of the world: groups `g0`, `g1` …, interventions `i0`, `i1` …, mandate `placement`.
inline plan plan_of(world const& drawn)
{
    using namespace std::chrono;
    plan made{.id = "world",
              .association = {.name = same_text("world"), .area = {"9701", "9702"}},
              .period = {.from = date{2026y / January / 1}},
              .members = {{"fk", party::social_insurance_agency, same_text("FK"), {}},
                          {"af", party::public_employment_service, same_text("AF"), {}},
                          {"region", party::region, same_text("region"), "97"},
                          {"norrby", party::municipality, same_text("Norrby"), "9701"},
                          {"soderby", party::municipality, same_text("Söderby"), "9702"}},
              .matching = drawn.terms};
    for (std::size_t i = 0; i < drawn.group_priority.size(); ++i) {
        made.facts.push_back({.name = numbered("in-", i), .kind = fact_kind::boolean});
        made.needs_groups.push_back({.id = numbered("g", i),
                                     .label = same_text(numbered("g", i)),
                                     .when = is_true(numbered("in-", i)),
                                     .priority = drawn.group_priority[i]});
    }
    for (std::size_t i = 0; i < drawn.offers.size(); ++i) {
        auto const& drawn_offer = drawn.offers[i];
        intervention one{.id = numbered("i", i),
                         .label = same_text(numbered("i", i)),
                         .kind = drawn_offer.is_individual ? intervention_kind::individual
                                                           : intervention_kind::structural,
                         .members = {{"fk", duty::refer}, {"norrby", duty::run}}};
        if (drawn_offer.is_individual) {
            made.facts.push_back({.name = numbered("fits-", i), .kind = fact_kind::boolean});
            one.when = is_true(numbered("fits-", i));
            one.places = drawn_offer.places;
        }
        if (!drawn_offer.in_force)
            one.period = period{date{2027y / January / 1}, {}};
        made.interventions.push_back(std::move(one));
    }
    made.mandates = {{.id = "placement", .member = "af", .cite = {.source = "agreement"}},
                     {.id = "planning",
                      .member = "af",
                      .purpose = purpose::planning,
                      .cite = {.source = "agreement"}}};
    return made;
}

inline cell cell_of(truth answer)
{
    if (answer == truth::unknown)
        return {};
    return {.state = fact_state::value, .number = answer == truth::yes};
}

inline person person_of(engine const& compiled, resident const& drawn)
{
    person someone{.id = drawn.id,
                   .facts = std::vector<cell>(compiled.facts().columns.size()),
                   .preferences = drawn.wishes,
                   .placed = drawn.placed};
    if (drawn.home)
        someone.facts[municipality_column] = {.state = fact_state::value, .code = *drawn.home};
    if (drawn.waited)
        someone.facts[waiting_since_column] = {.state = fact_state::value,
                                               .number = detail::to_days(today) - *drawn.waited};
    auto const record = [&](std::string const& name, truth answer) {
        if (auto const column = find_column(compiled.facts(), name))
            someone.facts[*column] = cell_of(answer);
    };
    for (std::size_t i = 0; i < drawn.groups.size(); ++i)
        record(numbered("in-", i), drawn.groups[i]);
    for (std::size_t i = 0; i < drawn.fits.size(); ++i)
        record(numbered("fits-", i), drawn.fits[i]);
    return someone;
}

/// A world the library can work on.
struct running_world
{
    engine compiled;
    people caseload;
    eligibility eligible;
    mandate allowed;

    explicit running_world(world const& drawn)
        : compiled(compile(plan_of(drawn), today).value())
        , caseload(compiled.facts())
        , allowed(compiled.agreed().mandates[0])
    {
        for (auto const& one : drawn.residents)
            caseload.append(person_of(compiled, one));
        eligible = evaluate(compiled, caseload, allowed);
    }
};

/// What worlds to draw.
struct world_sizes
{
    std::uint64_t people = 5;
    std::uint64_t interventions = 3;
    std::uint64_t groups = 3;
    std::uint64_t seats = 3;
    bool reserves = false;
};

inline truth random_truth(dice& roll)
{
    // Mostly yes, or little would happen.
    return roll.chance(6) ? truth::unknown : roll.chance(4) ? truth::no : truth::yes;
}

inline std::vector<std::uint32_t> random_order(dice& roll, std::size_t count)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < count; ++i)
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(roll(order.size() + 1)), i);
    return order;
}

inline pool random_pool(dice& roll, world_sizes const& sizes)
{
    pool one{.count = static_cast<std::int64_t>(roll(sizes.seats + 1))};
    if (sizes.reserves)
        for (auto wanted = roll(4); wanted > 0; --wanted)
            one.reserved.push_back({.needs_group = numbered("g", roll(sizes.groups)),
                                    .count = static_cast<std::int64_t>(roll(3)),
                                    .hard = roll.chance(2)});
    return one;
}

inline offer random_offer(dice& roll, world_sizes const& sizes)
{
    offer one{.in_force = !roll.chance(10), .is_individual = !roll.chance(12)};
    if (!one.is_individual)
        return one;
    if (roll.chance(2)) { // one pool for all
        one.places.push_back(random_pool(roll, sizes));
        return one;
    }
    one.places.push_back(random_pool(roll, sizes));
    one.places.back().municipalities = std::vector<std::string>{"9701"};
    if (roll.chance(3))
        return one; // nothing for the others
    one.places.push_back(random_pool(roll, sizes));
    if (roll.chance(2))
        one.places.back().municipalities = std::vector<std::string>{"9702"};
    return one;
}

inline world random_world(dice& roll, world_sizes const& sizes = {})
{
    world drawn;
    for (std::uint64_t i = 0; i < sizes.groups; ++i)
        drawn.group_priority.push_back(static_cast<std::int64_t>(1 + roll(3)));
    auto const interventions = 1 + roll(sizes.interventions);
    for (std::uint64_t i = 0; i < interventions; ++i)
        drawn.offers.push_back(random_offer(roll, sizes));
    drawn.terms.waiting_bucket_days = static_cast<std::int64_t>(1 + roll(40));
    drawn.terms.seed = std::string(31, '0') + value_name(roll(6));

    auto const count = 1 + roll(sizes.people);
    for (std::uint64_t i = 0; i < count; ++i) {
        resident one{.id = numbered("p", i)};
        one.home = roll.chance(15)   ? std::optional<std::string>{}
                   : roll.chance(15) ? "9999"
                   : roll.chance(3)  ? "9702"
                                     : "9701";
        for (std::uint64_t g = 0; g < sizes.groups; ++g)
            one.groups.push_back(roll.chance(2) ? truth::no : random_truth(roll));
        for (std::uint64_t k = 0; k < interventions; ++k)
            one.fits.push_back(random_truth(roll));
        if (!roll.chance(8))
            one.waited = static_cast<int>(roll(100)) - 10;
        if (!roll.chance(4)) {
            one.wishes = random_order(roll, interventions);
            one.wishes->resize(roll(interventions + 1));
        }
        if (auto const place = static_cast<std::uint32_t>(roll(interventions));
            one.home && roll.chance(7) && drawn.offers[place].is_individual)
            one.placed = place;
        drawn.residents.push_back(std::move(one));
    }
    return drawn;
}

/// A world in which there can be several stable outcomes: everyone fits everything and lists it
/// all, and the seats are reserved for one group or another.
inline world contested_world(dice& roll)
{
    world drawn{.group_priority = {1, 1}, .terms = {.seed = std::string(32, '0')}};
    for (int i = 0; i < 3; ++i) {
        pool one{.count = static_cast<std::int64_t>(1 + roll(2))};
        for (auto wanted = 1 + roll(2); wanted > 0; --wanted)
            one.reserved.push_back(
                {.needs_group = numbered("g", roll(2)), .count = 1, .hard = roll.chance(2)});
        drawn.offers.push_back({.places = {one}});
    }
    for (std::size_t i = 0; i < 5; ++i)
        drawn.residents.push_back({.id = numbered("p", i),
                                   .groups = {roll.chance(2) ? truth::yes : truth::no,
                                              roll.chance(2) ? truth::yes : truth::no},
                                   .fits = std::vector<truth>(3, truth::yes),
                                   .waited = static_cast<int>(roll(9)),
                                   .wishes = random_order(roll, 3)});
    return drawn;
}

/// The world on one screen, for a test that fails.
inline std::string to_text(world const& drawn)
{
    auto const optional = [](auto const& value) {
        return value ? std::to_string(*value) : std::string("-");
    };
    auto const answers = [](std::vector<truth> const& all) {
        std::string text;
        for (auto const one : all)
            text += "n?y"[static_cast<int>(one)];
        return text;
    };
    std::string text = "bucket " + std::to_string(drawn.terms.waiting_bucket_days) + ", seed "
                       + drawn.terms.seed.value_or("none") + ", tiers";
    for (auto const one : drawn.group_priority)
        text += ' ' + std::to_string(one);
    for (std::size_t i = 0; i < drawn.offers.size(); ++i) {
        auto const& one = drawn.offers[i];
        text += "\ni" + std::to_string(i) + (one.in_force ? "" : " not in force")
                + (one.is_individual ? "" : " structural");
        for (auto const& place : one.places) {
            text += "; " + std::to_string(place.count) + " for "
                    + (place.municipalities ? place.municipalities->front() : "the rest");
            for (auto const& kept : place.reserved)
                text += ", " + std::to_string(kept.count) + (kept.hard ? " hard " : " soft ")
                        + kept.needs_group;
        }
    }
    for (auto const& one : drawn.residents) {
        text += "\n" + one.id + " home " + one.home.value_or("-") + " groups " + answers(one.groups)
                + " fits " + answers(one.fits) + " waited " + optional(one.waited) + " placed "
                + optional(one.placed) + " wishes";
        if (!one.wishes)
            text += " -";
        else
            for (auto const wish : *one.wishes)
                text += ' ' + std::to_string(wish);
    }
    return text;
}

} // namespace finsam::testing_support
