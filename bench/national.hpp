// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/calendar.hpp>
#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// All of Sweden in one plan (hela landet): associations of one municipality and 25 interventions
/// each, more people than seats, and some interventions that most want.
///
/// Nothing is read from a file and everything is drawn from one seed, so that each run measures the
/// same people.
namespace national {

using namespace finsam;

struct size
{
    std::size_t people = 300'000;
    std::size_t interventions = 2'000;
    bool reserves = false;
    finsam::policy policy{};

    friend bool operator==(size const&, size const&) = default;
};

inline constexpr std::size_t offers_an_association = 25;
inline constexpr date today{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{1}};

/// The columns of `facts`, counted from the first that is not built in.
enum fact : std::size_t
{
    age,
    sick_days,
    benefit,
    schooling,
    obstacles,
    is_woman,
    born_abroad,
    has_disability,
    studies,
    is_digital
};

inline std::vector<fact_declaration> facts()
{
    return {{.name = "age", .kind = fact_kind::integer},
            {.name = "sick_days", .kind = fact_kind::integer},
            {.name = "benefit",
             .kind = fact_kind::choice,
             .values = {"none", "sickness", "activity", "unemployment", "support"}},
            {.name = "schooling",
             .kind = fact_kind::choice,
             .values = {"none", "primary", "secondary", "tertiary"},
             .ordered = true},
            {.name = "obstacles",
             .kind = fact_kind::set,
             .values = {"pain", "anxiety", "depression", "addiction", "debt", "housing", "language",
                        "care_of_others"}},
            {.name = "is_woman", .kind = fact_kind::boolean},
            {.name = "born_abroad", .kind = fact_kind::boolean},
            {.name = "has_disability", .kind = fact_kind::boolean},
            {.name = "studies", .kind = fact_kind::boolean},
            {.name = "is_digital", .kind = fact_kind::boolean}};
}

inline criterion ask(std::string name, comparator compare, constant value)
{
    return {.form = leaf{std::move(name), compare, std::move(value)}};
}
inline criterion at_least(std::string name, std::int64_t number)
{
    return ask(std::move(name), comparator::at_least, amount{number});
}
inline criterion at_most(std::string name, std::int64_t number)
{
    return ask(std::move(name), comparator::at_most, amount{number});
}
inline criterion is(std::string name, bool holds)
{
    return ask(std::move(name), comparator::is, holds);
}
inline criterion among(std::string name, std::vector<std::string> values)
{
    return ask(std::move(name), comparator::one_of, std::move(values));
}
inline criterion met(std::string rule)
{
    return {.form = rule_reference{std::move(rule)}};
}
inline criterion several(quantifier how, std::vector<criterion> of)
{
    return {.form = group{.quantifier = how, .of = std::move(of)}};
}
inline criterion all_of(std::vector<criterion> of)
{
    return several(quantifier::all_of, std::move(of));
}
inline criterion any_of(std::vector<criterion> of)
{
    return several(quantifier::any_of, std::move(of));
}

/// What the associations demand alike.
inline std::vector<rule> shared_rules()
{
    return {
        {.id = "of-working-age", .when = all_of({at_least("age", 16), at_most("age", 66)})},
        {.id = "has-benefit",
         .when = among("benefit", {"sickness", "activity", "unemployment", "support"})},
        {.id = "far-from-work",
         .when = any_of({at_least("sick_days", 90), is("has_disability", true),
                         ask("obstacles", comparator::count_at_least, amount{std::int64_t{1}})})},
        {.id = "needs-support",
         .when = any_of({met("far-from-work"), is("is_digital", false),
                         all_of({is("studies", false),
                                 ask("schooling", comparator::at_most, std::string{"primary"})})})},
        {.id = "can-take-part",
         .when = several(quantifier::none_of,
                         {all_of({at_least("sick_days", 900), is("has_disability", true),
                                  is("is_digital", false)})})}};
}

inline std::vector<needs_group> groups()
{
    auto const obstacle = [](std::vector<std::string> values) {
        return ask("obstacles", comparator::contains_any, std::move(values));
    };
    std::vector<std::pair<std::int64_t, criterion>> const agreed{
        {1, at_least("sick_days", 180)},
        {1, all_of({at_most("age", 29), is("has_disability", true)})},
        {1, all_of({at_most("age", 29), among("benefit", {"activity"})})},
        {2, all_of({at_most("age", 29), is("studies", false),
                    ask("schooling", comparator::at_most, std::string{"primary"})})},
        {2, all_of({is("born_abroad", true), is("is_woman", true),
                    ask("schooling", comparator::at_most, std::string{"primary"})})},
        {3, is("is_digital", false)},
        {3, obstacle({"anxiety", "depression"})},
        {3, any_of({obstacle({"addiction"}),
                    ask("obstacles", comparator::count_at_least, amount{std::int64_t{3}})})}};
    std::vector<needs_group> made;
    for (auto const& [priority, when] : agreed)
        made.push_back({.id = "group-" + std::to_string(made.size()),
                        .label = same_text("group"),
                        .when = when,
                        .priority = priority});
    return made;
}

/// Each intervention's own rule: what is shared, and where its own bounds lie.
inline criterion demands(std::mt19937_64& draw)
{
    auto const youngest = static_cast<std::int64_t>(16 + draw() % 3 * 2);
    auto const oldest = static_cast<std::int64_t>(50 + draw() % 17);
    std::vector<criterion> of{met("of-working-age"), met("can-take-part"),
                              at_least("age", youngest), at_most("age", oldest)};
    switch (draw() % 4) {
    case 0:
        of.push_back(met("has-benefit"));
        break;
    case 1:
        of.push_back(met("needs-support"));
        break;
    case 2:
        of.push_back(any_of({at_least("sick_days", static_cast<std::int64_t>(14 + draw() % 60)),
                             among("benefit", {"activity", "unemployment", "support"})}));
        break;
    default:
        of.push_back(any_of({is("has_disability", true), is("born_abroad", true),
                             at_most("sick_days", static_cast<std::int64_t>(200 + draw() % 400))}));
    }
    return all_of(std::move(of));
}

inline std::size_t associations_of(size const& wanted)
{
    return std::max<std::size_t>(1, wanted.interventions / offers_an_association);
}

/// Which associations people live in: the largest has some ten times as many as the smallest.
inline std::vector<double> shares(size const& wanted)
{
    std::vector<double> share(associations_of(wanted));
    double all = 0;
    for (std::size_t i = 0; i < share.size(); ++i)
        all += share[i] = 1 / std::sqrt(static_cast<double>(i + 1));
    for (auto& one : share)
        one /= all;
    return share;
}

inline std::string municipality(std::size_t association)
{
    return "97" + std::to_string(10 + association);
}

/// 60 to 90 seats for a hundred people of each association, spread over all that it offers.
inline plan make_plan(size const& wanted)
{
    using namespace std::chrono;
    std::mt19937_64 draw(1);
    plan made{.id = "national",
              .association = {.name = same_text("national")},
              .period = {.from = date{2026y / January / 1}},
              .members = {{"fk", party::social_insurance_agency, same_text("fk"), {}},
                          {"af", party::public_employment_service, same_text("af"), {}},
                          {"region", party::region, same_text("region"), "97"}},
              .facts = facts(),
              .rules = shared_rules(),
              .needs_groups = groups(),
              .mandates = {{.id = "placement", .member = "af", .cite = {.source = "agreement"}}},
              .matching = matching_terms{.policy = wanted.policy,
                                         .waiting_bucket_days = 7,
                                         .seed = "000102030405060708090a0b0c0d0e0f"}};
    auto const share = shares(wanted);
    for (std::size_t i = 0; i < share.size(); ++i) {
        made.association.area.push_back(municipality(i));
        made.members.push_back({"m" + std::to_string(i), party::municipality,
                                same_text(municipality(i)), municipality(i)});
    }
    for (std::size_t i = 0; i < share.size() * offers_an_association; ++i) {
        auto const at = i / offers_an_association;
        auto const seats = static_cast<double>(wanted.people) * share[at]
                           * (0.6 + 0.3 * static_cast<double>(at % 7) / 6)
                           / static_cast<double>(offers_an_association);
        pool places{.municipalities = std::vector{municipality(at)},
                    .count = static_cast<std::int64_t>(
                        seats * (0.5 + static_cast<double>(draw() % 1000) / 1000))};
        if (wanted.reserves)
            for (std::size_t k = 0, first = draw() % 8, count = 1 + draw() % 3; k < count; ++k)
                places.reserved.push_back(
                    {.needs_group = "group-" + std::to_string((first + k * 3) % 8),
                     .count = places.count * static_cast<std::int64_t>(5 + draw() % 15) / 100,
                     .hard = draw() % 4 == 0});
        made.interventions.push_back(
            {.id = "i" + std::to_string(i),
             .label = same_text("intervention"),
             .when = demands(draw),
             .members = {{"fk", duty::refer}, {"m" + std::to_string(at), duty::run}},
             .places = {std::move(places)}});
    }
    return made;
}

/// Facts as people have them, one in twenty not on record; most list 5 to 20 interventions, those
/// that many want more often and earlier; one in twelve lists nothing, and few have a place.
class drawing
{
public:
    drawing(engine const& compiled, size const& wanted)
        : all_(compiled.facts())
    {
        auto const share = shares(wanted);
        std::discrete_distribution<std::size_t> home(share.begin(), share.end());
        for (std::size_t row = 0; row < wanted.people; ++row)
            add(row, home(draw_));
    }

    [[nodiscard]] people take() && { return std::move(all_); }

private:
    [[nodiscard]] double uniform() { return static_cast<double>(draw_() >> 11) * 0x1p-53; }
    [[nodiscard]] bool chance(double share) { return uniform() < share; }
    [[nodiscard]] std::int32_t below(std::int32_t end)
    {
        return static_cast<std::int32_t>(draw_() % static_cast<std::uint64_t>(end));
    }

    void record(fact which, std::int32_t number)
    {
        if (!chance(0.05))
            all_.writing().set_number(built_in_columns + which, number);
    }

    void add(std::size_t row, std::size_t association)
    {
        auto& to = all_.writing();
        to.begin();
        to.set_number(municipality_column,
                      all_.position_of(municipality_column, municipality(association)));
        if (!chance(0.02))
            to.set_number(waiting_since_column, detail::to_days(today) - below(500));
        record(age, 16 + below(51));
        record(sick_days, chance(0.5) ? 0 : static_cast<std::int32_t>(700 * uniform() * uniform()));
        record(benefit, below(5));
        record(schooling, std::min(below(4), 1 + below(4)));
        to.set_recorded(built_in_columns + obstacles);
        for (std::size_t k = 0; k < 8; ++k)
            if (chance(0.12))
                to.add_member(built_in_columns + obstacles, k);
        record(is_woman, below(2));
        record(born_abroad, chance(0.25));
        record(has_disability, chance(0.2));
        record(studies, chance(0.3));
        record(is_digital, chance(0.9));

        wish(association);
        auto const first = static_cast<std::uint32_t>(association * offers_an_association);
        std::optional<std::uint32_t> placed;
        if (chance(0.03))
            placed = first + static_cast<std::uint32_t>(below(offers_an_association));
        to.finish("person-" + std::to_string(1'000'000 + row),
                  chance(0.08) ? std::nullopt
                               : std::optional{std::span<std::uint32_t const>{wishes_}},
                  placed);
        all_.settle();
    }

    /// A draw without putting back, in which offer k weighs 1 / (k + 3): whoever has the smallest
    /// of exponential times comes first.
    void wish(std::size_t association)
    {
        std::vector<std::pair<double, std::uint32_t>> time(offers_an_association);
        for (std::uint32_t k = 0; k < offers_an_association; ++k)
            time[k] = {-std::log(1 - uniform()) * (k + 3),
                       static_cast<std::uint32_t>(association * offers_an_association) + k};
        std::sort(time.begin(), time.end());
        wishes_.clear();
        for (auto count = 5 + below(16); count > 0; --count)
            wishes_.push_back(time[wishes_.size()].second);
    }

    std::mt19937_64 draw_{2};
    people all_;
    std::vector<std::uint32_t> wishes_{};
};

} // namespace national
