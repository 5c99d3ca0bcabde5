// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>
#include <finsam/rules/build.hpp>

#include <string>
#include <vector>

namespace finsam::testing_support {

inline criterion asks(std::string fact, comparator compare, constant value)
{
    return {leaf{std::move(fact), compare, std::move(value)}};
}
inline criterion refers(std::string rule)
{
    return {rule_reference{std::move(rule)}};
}
using finsam::all_of;
using finsam::any_of;
using finsam::at_least_of;
inline amount by_parameter(std::string name)
{
    return parameter_reference{std::move(name)};
}

inline date day(int year, unsigned month, unsigned of_month)
{
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{of_month}};
}

/// A lawful plan without warnings, with every kind of fact and every form of criterion, that is
/// broken in one place by a test.
inline plan sample_plan()
{
    using enum comparator;
    auto const label = [](std::string words) { return same_text(std::move(words)); };
    plan made;
    made.id = "sample";
    made.association = {label("Sample"), {"9701", "9702", "9703"}};
    made.period = {day(2024, 1, 1), day(2027, 1, 1)};
    made.members = {{"fk", party::social_insurance_agency, label("FK")},
                    {"af", party::public_employment_service, label("AF")},
                    {"region", party::region, label("Region"), "97"},
                    {"norrby", party::municipality, label("Norrby"), "9701"},
                    {"soderby", party::municipality, label("Söderby"), "9702"},
                    {"osterby", party::municipality, label("Österby"), "9703"}};
    made.others = {{"migration", label("Migrationsverket")}};
    made.contributions = {{"fk", 2'000'000},
                          {"region", 1'000'000},
                          {"norrby", 500'000},
                          {"soderby", 300'000},
                          {"osterby", 200'000}};
    made.facts = {
        {.name = "birth_date", .kind = fact_kind::date},
        {.name = "sick_since", .kind = fact_kind::date, .holder = "social_insurance_agency"},
        {.name = "unemployed", .kind = fact_kind::integer, .holder = "public_employment_service"},
        {.name = "education",
         .kind = fact_kind::choice,
         .values = {"none", "compulsory", "higher"},
         .ordered = true},
        {.name = "housing", .kind = fact_kind::choice, .values = {"own", "rented"}},
        {.name = "barriers", .kind = fact_kind::set, .values = {"mental", "pain", "debt"}},
        {.name = "diagnosis", .kind = fact_kind::code, .holder = "region"},
        {.name = "assistance", .kind = fact_kind::boolean, .holder = "municipality"},
        {.name = "permit_since", .kind = fact_kind::date, .holder = "migration"},
        {.name = "wants_work", .kind = fact_kind::boolean}};
    made.parameters = {{"young_until", {}, {{day(2020, 1, 1), 25}, {day(2025, 7, 1), 30}}},
                       {"long_sick_days", {}, {{day(2024, 1, 1), 180}}},
                       {"many", {}, {{day(2024, 1, 1), 2}}},
                       {"months", {}, {{day(2024, 1, 1), 12}}}};
    made.rules = {
        {.id = "young",
         .when =
             all_of({asks("birth_date", reached, anniversary{16}),
                     asks("birth_date", not_reached, anniversary{by_parameter("young_until")})})},
        {.id = "long-sick",
         .when = asks("sick_since", reached, anniversary{365, time_unit::days}),
         .period = period{day(2020, 1, 1), day(2025, 1, 1)}},
        {.id = "long-sick",
         .when = asks("sick_since", reached,
                      anniversary{by_parameter("long_sick_days"), time_unit::days}),
         .period = period{day(2025, 1, 1)}},
        {.id = "several-needs",
         .when = at_least_of(
             by_parameter("many"),
             {asks("barriers", contains_any, std::vector<std::string>{"mental", "pain"}),
              asks("barriers", contains, "debt"), asks("education", at_most, "compulsory"),
              asks("unemployed", at_least, by_parameter("months"))})},
        {.id = "newcomer",
         .when = any_of({asks("permit_since", after, day(2015, 1, 1)),
                         asks("housing", one_of, std::vector<std::string>{"rented"})})},
        {.id = "far-from-work",
         .when = any_of({refers("long-sick"), asks("unemployed", more_than, amount{24}),
                         asks("unemployed", one_of, std::vector<amount>{1, 2}),
                         asks("assistance", is, true)})}};
    made.needs_groups = {
        {.id = "young-people", .label = label("young"), .when = all_of({refers("young")})},
        {.id = "sick-people", .label = label("sick"), .rule = "long-sick", .priority = 2},
        {.id = "hindered",
         .label = label("hindered"),
         .when = asks("barriers", count_at_least, by_parameter("many"))}};
    made.declarations = {
        {.id = "will",
         .title = label("Will"),
         .signatories = {"fk", "af", "migration"},
         .needs_groups = {"young-people"},
         .commitments = {{"af", duty::coordinate}, {"migration", duty::provide, "sick-people"}}}};
    made.interventions = {
        {.id = "start",
         .label = label("Start"),
         .kind = intervention_kind::individual,
         .rule = "several-needs",
         .members = {{"norrby", duty::run}, {"fk", duty::refer}},
         .places = {{.municipalities = {{"9701"}}, .count = 3, .reserved = {{"hindered", 1}}},
                    {.municipalities = {{"9702"}}, .count = 1},
                    {.count = 2}},
         .methods = {"MI"},
         .leads_to = {"practice"}},
        {.id = "ips",
         .label = label("IPS"),
         .kind = intervention_kind::individual,
         .when = all_of({asks("diagnosis", one_of, std::vector<std::string>{"F20", "F31"}),
                         asks("wants_work", is, true)}),
         .members = {{"region", duty::run}, {"af", duty::provide}},
         .places = {{.count = 2}},
         .methods = {"IPS"}},
        {.id = "practice",
         .label = label("Practice"),
         .kind = intervention_kind::individual,
         .rule = "newcomer",
         .members = {{"af", duty::run}, {"soderby", duty::follow_up}},
         .places = {{.count = 2}},
         .requires_completed = {"start"}},
        {.id = "meeting",
         .label = label("Meeting"),
         .kind = intervention_kind::individual,
         .when = any_of({refers("far-from-work"), asks("completed", contains, "start")}),
         .members = {{"soderby", duty::run}, {"region", duty::refer}, {"migration", duty::provide}},
         .places = {{.count = 5}}},
        {.id = "employers",
         .label = label("Employers"),
         .kind = intervention_kind::structural,
         .members = {{"af", duty::run}}}};
    made.mandates = {{"placing", "af", purpose::placement, {"agreement"}},
                     {"planning", "fk", purpose::planning, {"agreement"}, period{day(2024, 1, 1)}}};
    made.matching = matching_terms{.seed = std::string(32, '5')};
    return made;
}

/// The group that a criterion is, to be changed in a test.
inline std::vector<criterion>& of(criterion& one)
{
    return std::get<group>(one.form).of;
}
inline leaf& leaf_of(criterion& one)
{
    return std::get<leaf>(one.form);
}

} // namespace finsam::testing_support
