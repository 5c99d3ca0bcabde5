// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/declaration.hpp>
#include <finsam/model/fact_declaration.hpp>
#include <finsam/model/intervention.hpp>
#include <finsam/model/mandate.hpp>
#include <finsam/model/member.hpp>
#include <finsam/model/needs_group.hpp>
#include <finsam/model/parameter.hpp>
#include <finsam/model/policy.hpp>
#include <finsam/model/rule.hpp>

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// The coordination association and the municipalities of its area (samordningsförbund).
struct association
{
    text name{};
    std::vector<std::string> area{};

    friend bool operator==(association const&, association const&) = default;
};
BOOST_DESCRIBE_STRUCT(association, (), (name, area))

/// What the members agreed about the proposing of places (fördelning).
///
/// Units: `seed` is 32 hexadecimal digits, all zero when absent; the bucket is in days.
struct matching_terms
{
    finsam::policy policy{};
    std::int64_t waiting_bucket_days = 1;
    std::optional<std::string> seed{};

    friend bool operator==(matching_terms const&, matching_terms const&) = default;
};
BOOST_DESCRIBE_STRUCT(matching_terms, (), (policy, waiting_bucket_days, seed))

/// What the members of one coordination association have agreed for one period (plan).
struct plan
{
    std::string id{};
    finsam::association association{};
    finsam::period period{};
    std::vector<member> members{};
    std::vector<other_organisation> others{};
    std::vector<contribution> contributions{};
    std::vector<fact_declaration> facts{};
    std::vector<parameter> parameters{};
    std::vector<rule> rules{};
    std::vector<needs_group> needs_groups{};
    std::vector<declaration> declarations{};
    std::vector<intervention> interventions{};
    std::vector<mandate> mandates{};
    std::optional<matching_terms> matching{};
    std::optional<citation> cite{};

    friend bool operator==(plan const&, plan const&) = default;
};
BOOST_DESCRIBE_STRUCT(plan, (),
                      (id, association, period, members, others, contributions, facts, parameters,
                       rules, needs_groups, declarations, interventions, mandates, matching, cite))

/// The mandate with the id, or null.
[[nodiscard]] inline mandate const* find_mandate(plan const& agreed, std::string_view id)
{
    for (auto const& found : agreed.mandates)
        if (found.id == id)
            return &found;
    return nullptr;
}

/// The first rule with the id, or the version in force on the day if one is given; or null.
[[nodiscard]] inline rule const* find_rule(plan const& agreed, std::string_view id,
                                           std::optional<date> day = {})
{
    for (auto const& found : agreed.rules)
        if (found.id == id && (!day || in_force(found.period, *day)))
            return &found;
    return nullptr;
}

} // namespace finsam
