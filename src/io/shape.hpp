// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>

#include "io/reader.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace finsam::io {

/// What stands under `format` in a plan's document.
inline constexpr std::string_view plan_format = "finsam-plan/1";

/// Which keys of a described type must, may or must not be there, as far as the type of the member
/// does not say it: a `std::optional` may be left out, anything else may not.
///
/// `of` sees the value with the members that stand before the key already read.
template<class T>
struct shape
{
    static std::optional<presence> of(T const&, std::string_view) { return {}; }
};

/// For most types: these keys may be left out, and then have their default.
inline std::optional<presence> optional_if(std::string_view key,
                                           std::initializer_list<std::string_view> keys)
{
    if (std::ranges::find(keys, key) == keys.end())
        return {};
    return presence::optional;
}

template<>
struct shape<plan>
{
    static std::optional<presence> of(plan const&, std::string_view key)
    {
        return optional_if(
            key, {"others", "contributions", "parameters", "rules", "declarations", "mandates"});
    }
};

template<>
struct shape<member>
{
    static constexpr std::string_view why_refused = "only a region or a municipality has a code";

    static std::optional<presence> of(member const& so_far, std::string_view key)
    {
        if (key != "code")
            return {};
        return so_far.party == party::region || so_far.party == party::municipality
                   ? presence::required
                   : presence::refused;
    }
};

template<>
struct shape<fact_declaration>
{
    static constexpr std::string_view why_refused = "only a choice or a set has values";

    static std::optional<presence> of(fact_declaration const& so_far, std::string_view key)
    {
        if (key == "values")
            return so_far.kind == fact_kind::choice || so_far.kind == fact_kind::set
                       ? presence::required
                       : presence::refused;
        return optional_if(key, {"ordered", "sensitive"});
    }
};

template<>
struct shape<declaration>
{
    static std::optional<presence> of(declaration const&, std::string_view key)
    {
        return optional_if(key, {"commitments"});
    }
};

template<>
struct shape<intervention>
{
    static constexpr std::string_view why_refused =
        "a structural intervention has no rule and no places";

    static std::optional<presence> of(intervention const& so_far, std::string_view key)
    {
        bool const individual = so_far.kind == intervention_kind::individual;
        if (key == "places")
            return individual ? presence::required : presence::refused;
        if (!individual && (key == "rule" || key == "when"))
            return presence::refused;
        return optional_if(key, {"methods", "leads_to", "requires_completed"});
    }
};

template<>
struct shape<pool>
{
    static std::optional<presence> of(pool const&, std::string_view key)
    {
        return optional_if(key, {"reserved"});
    }
};

template<>
struct shape<reserve>
{
    static std::optional<presence> of(reserve const&, std::string_view key)
    {
        return optional_if(key, {"hard"});
    }
};

template<>
struct shape<matching_terms>
{
    static std::optional<presence> of(matching_terms const&, std::string_view key)
    {
        return optional_if(key, {"policy", "waiting_bucket_days"});
    }
};

template<class T>
inline constexpr bool is_optional = false;
template<class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// The presence of a member of type M.
template<class M, class T>
presence presence_of(T const& so_far, std::string_view key)
{
    auto const by_type = is_optional<M> ? presence::optional : presence::required;
    return shape<T>::of(so_far, key).value_or(by_type);
}

/// The keys that say which form a criterion has; it has one of them.
inline constexpr std::string_view criterion_forms[] = {"all_of",      "any_of", "none_of",
                                                       "at_least_of", "rule",   "fact"};

/// An intervention or a needs group: a rule by name or a criterion, not both.
template<class T>
concept has_rule_or_when = requires(T one)
{
    one.rule->size();
    one.when->form;
};

} // namespace finsam::io
