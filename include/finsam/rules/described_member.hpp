// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/rules/fact_traits.hpp>

#include <set>
#include <string>
#include <string_view>
#include <type_traits>

/// What a pointer to a member of the user's own type says.
namespace finsam::detail {

template<class Pointer>
struct member_of;
template<class Type, class Owner>
struct member_of<Type Owner::*>
{
    using type = Type;
    using owner = Owner;
};

/// The name under which a member is described; empty if it is not.
template<auto Member>
[[nodiscard]] constexpr std::string_view described_name()
{
    using owner = typename member_of<decltype(Member)>::owner;
    std::string_view found;
    if constexpr (described_struct<owner>)
        for_each_member<owner>([&](std::string_view name, auto pointer) {
            if constexpr (std::is_same_v<decltype(pointer), decltype(Member)>)
                if (pointer == Member)
                    found = name;
        });
    return found;
}

/// What is inside fact<X>, std::optional<X>, std::set<X> and flag_set<X>.
template<class Member>
struct inner
{
    using type = Member;
};
template<template<class> class Wrapper, class Member>
requires(fact_member<Wrapper<Member>>) struct inner<Wrapper<Member>> : inner<Member>
{};
template<class Member>
struct inner<std::set<Member>>
{
    using type = Member;
};
/// Text is no wrapper of its letters, though some compilers let it pass for one.
template<>
struct inner<std::string>
{
    using type = std::string;
};

} // namespace finsam::detail
