// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/model/criterion.hpp>
#include <finsam/rules/described_member.hpp>
#include <finsam/rules/fact_traits.hpp>

#include <concepts>
#include <cstdint>
#include <string>

namespace finsam::detail {

/// A whole number or the name of a parameter, in C++ (tal).
template<class Value>
concept number_like = (std::integral<Value> && !std::same_as<Value, bool>)
                      || std::same_as<Value, parameter_reference>;

template<number_like Value>
[[nodiscard]] amount amount_of(Value value)
{
    if constexpr (std::integral<Value>)
        return std::int64_t{value};
    else
        return value;
}

/// How a plan writes one value of a choice, a set or a code (värdets namn).
///
/// A value of another type than the fact's does not compile.
template<class Member, class Given>
[[nodiscard]] std::string value_name(Given const& given)
{
    using value = typename inner<Member>::type; // the enum of a choice or a set, say
    if constexpr (described_enum<value>) {
        static_assert(std::same_as<Given, value>,
                      "a choice or a set is compared with a value of its own enum");
        return std::string(name_of(given));
    } else if constexpr (std::same_as<value, municipality_code>) {
        static_assert(std::same_as<Given, municipality_code>,
                      "a municipality is compared with a municipality_code");
        return std::string(given.digits());
    } else {
        static_assert(std::convertible_to<Given, std::string>, "a code is compared with text");
        return std::string(given);
    }
}

/// What a fact of the member's type is compared with, as a plan has it (konstant).
///
/// A value of another type than the fact's does not compile.
template<class Member, class Given>
[[nodiscard]] constant constant_of(Given const& given)
{
    constexpr auto kind = fact_traits<Member>::kind;
    if constexpr (kind == fact_kind::boolean) {
        static_assert(std::same_as<Given, bool>, "a boolean is compared with true or false");
        return given;
    } else if constexpr (kind == fact_kind::integer) {
        static_assert(number_like<Given>,
                      "a whole number is compared with a whole number or a parameter");
        return amount_of(given);
    } else if constexpr (kind == fact_kind::date) {
        static_assert(std::convertible_to<Given, date>, "a date is compared with a date");
        return date{given};
    } else {
        return value_name<Member>(given);
    }
}

} // namespace finsam::detail
