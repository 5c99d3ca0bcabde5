// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>

namespace finsam::detail {

/// The public data members of a described type, bases first.
template<class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public
                                                            | boost::describe::mod_inherited>;

template<class T>
concept described_struct = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;

template<class T>
concept described_enum = boost::describe::has_describe_enumerators<T>::value;

/// A described struct that has no members, but a `name`: one of several is written as that word.
template<class T>
concept named_struct = described_struct<T> && std::is_empty_v<T> && requires
{
    std::string_view{T::name};
};

/// A named struct as one of the values of a variant.
template<class Variant, named_struct One>
struct alternative
{
    static constexpr Variant value = One{};
    static constexpr std::string_view name = One::name;
};

/// The values of a type, if it has few.
template<class T>
struct enumeration
{};
template<described_enum E>
struct enumeration<E>
{
    using values = boost::describe::describe_enumerators<E>;
};
template<named_struct... Ones>
struct enumeration<std::variant<Ones...>>
{
    using values = boost::mp11::mp_list<alternative<std::variant<Ones...>, Ones>...>;
};

/// A type that has a few values, each with a name: a described enum, or a variant of named structs.
template<class T>
concept enumerated = requires
{
    typename enumeration<T>::values;
};

/// The values, each with its `value` and its `name`, in the order described.
template<enumerated T>
using values_of = typename enumeration<T>::values;

/// Calls `visit(name, &T::member)` for each member in the order described.
template<described_struct T, class Visit>
constexpr void for_each_member(Visit&& visit)
{
    boost::mp11::mp_for_each<members_of<T>>(
        [&](auto member) { visit(std::string_view{member.name}, member.pointer); });
}

/// The names of the values in the order described.
template<enumerated E>
[[nodiscard]] constexpr auto names_of()
{
    using list = values_of<E>;
    std::array<std::string_view, boost::mp11::mp_size<list>::value> names{};
    std::size_t next = 0;
    boost::mp11::mp_for_each<list>([&](auto one) { names[next++] = one.name; });
    return names;
}

/// The position of the value in the order described; past the last for a value that has no name.
template<enumerated E>
[[nodiscard]] constexpr std::size_t position_of(E value)
{
    std::size_t found = 0, next = 0;
    boost::mp11::mp_for_each<values_of<E>>([&](auto one) {
        if (one.value != value && found == next)
            ++found;
        ++next;
    });
    return found;
}

/// The name of the value; empty for a value that has none.
template<enumerated E>
[[nodiscard]] constexpr std::string_view name_of(E value)
{
    std::string_view found;
    boost::mp11::mp_for_each<values_of<E>>([&](auto one) {
        if (one.value == value)
            found = one.name;
    });
    return found;
}

/// The value with the name, if there is one.
template<enumerated E>
[[nodiscard]] constexpr std::optional<E> value_named(std::string_view name)
{
    std::optional<E> found;
    boost::mp11::mp_for_each<values_of<E>>([&](auto one) {
        if (name == one.name)
            found = one.value;
    });
    return found;
}

} // namespace finsam::detail
