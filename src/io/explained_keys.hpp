// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/plan.hpp>

#include <span>
#include <string_view>

namespace finsam::io {

/// A key that people expect and the format does not have, since what it would say would void what
/// the matching promises (nyckel som inte finns): why that is, and what to write instead.
///
/// Source: `model/promises.hpp` for the promises. A ceiling on groups that overlap, a share of the
/// outcome and a sum of money make a pool turn somebody away whom it would take if fewer had
/// asked; then a stable matching may not exist, and listing honestly need not be best.
struct explained_key
{
    std::string_view key;
    std::string_view hint;
    std::string_view instead{}; ///< the key it is written in place of, if that is missing
};

inline constexpr std::string_view why_no_ceiling =
    "a ceiling on needs groups that overlap voids what the matching promises: the places of a pool "
    "are its `count`, and `reserved` keeps some of them, as a minimum, for the other needs groups";
inline constexpr std::string_view why_no_share =
    "a share of those placed voids what the matching promises: reserve a number of places, `count`";
inline constexpr std::string_view why_no_budget =
    "a budget in kronor inside the matching voids what it promises: turn it into places "
    "beforehand, the budget divided by `cost_per_place` is the `count` of a pool";

/// The keys that are explained for objects of a described type.
template<class T>
inline constexpr std::span<explained_key const> explained_keys{};

inline constexpr explained_key explained_in_pools[] = {
    {"maximum", why_no_ceiling, "count"},      {"max", why_no_ceiling, "count"},
    {"ceiling", why_no_ceiling, "count"},      {"limit", why_no_ceiling, "count"},
    {"cap", why_no_ceiling, "count"},          {"at_most", why_no_ceiling, "count"},
    {"share", why_no_share, "count"},          {"percent", why_no_share, "count"},
    {"at_least_share", why_no_share, "count"}, {"at_most_share", why_no_share, "count"},
    {"budget", why_no_budget, "count"},
};
template<>
inline constexpr std::span<explained_key const> explained_keys<pool> = explained_in_pools;
template<>
inline constexpr std::span<explained_key const> explained_keys<reserve> = explained_in_pools;

inline constexpr explained_key explained_budget[] = {{"budget", why_no_budget}};
template<>
inline constexpr std::span<explained_key const> explained_keys<intervention> = explained_budget;
template<>
inline constexpr std::span<explained_key const> explained_keys<matching_terms> = explained_budget;

} // namespace finsam::io
