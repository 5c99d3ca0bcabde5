// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/model/fact_declaration.hpp>
#include <finsam/model/municipality_code.hpp>
#include <finsam/model/period.hpp>
#include <finsam/rules/flag_set.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace finsam {

/// What kind of fact a member of the user's own type is (medlemmens slag).
///
/// Specialised for bool, whole numbers of at most 32 bits, date, std::string and municipality_code
/// (a code), described enums (a choice), std::set and flag_set of one and std::set of std::string
/// (a set), and for std::optional and `fact` of these. Each says `kind`, and for a choice or set
/// the names that its values can have.
template<class Member>
struct fact_traits
{};

template<>
struct fact_traits<bool>
{
    static constexpr fact_kind kind = fact_kind::boolean;
};

template<std::integral Number>
requires(sizeof(Number) < 4
         || (sizeof(Number) == 4 && std::signed_integral<Number>)) struct fact_traits<Number>
{
    static constexpr fact_kind kind = fact_kind::integer;
};

template<>
struct fact_traits<date>
{
    static constexpr fact_kind kind = fact_kind::date;
};

template<>
struct fact_traits<std::string>
{
    static constexpr fact_kind kind = fact_kind::code;
};

template<>
struct fact_traits<municipality_code>
{
    static constexpr fact_kind kind = fact_kind::code;
};

template<detail::described_enum Choice>
struct fact_traits<Choice>
{
    static constexpr fact_kind kind = fact_kind::choice;
    [[nodiscard]] static std::vector<std::string> values()
    {
        auto const names = detail::names_of<Choice>();
        return {names.begin(), names.end()};
    }
};

template<detail::described_enum Choice>
struct fact_traits<std::set<Choice>>
{
    static constexpr fact_kind kind = fact_kind::set;
    [[nodiscard]] static std::vector<std::string> values() { return fact_traits<Choice>::values(); }
};

template<detail::described_enum Choice>
struct fact_traits<flag_set<Choice>> : fact_traits<std::set<Choice>>
{};

/// A set named by text: its values are whatever the plan says, as for `completed`.
template<>
struct fact_traits<std::set<std::string>>
{
    static constexpr fact_kind kind = fact_kind::set;
};

template<class Member>
struct fact_traits<std::optional<Member>> : fact_traits<Member>
{};

/// A member whose type can be a fact.
template<class Member>
concept fact_member = requires
{
    {
        fact_traits<Member>::kind
        } -> std::convertible_to<fact_kind>;
};

} // namespace finsam
