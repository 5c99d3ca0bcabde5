// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>

#include <string>
#include <vector>

namespace finsam::testing_support {

using described_words = std::vector<std::string>;

/// The keys that a document has for the members of a described type.
template<class Type>
[[nodiscard]] described_words keys_of()
{
    described_words keys;
    detail::for_each_member<Type>([&](auto name, auto) { keys.emplace_back(name); });
    return keys;
}

/// The words that a document has for the values of an enum.
template<class Enum>
[[nodiscard]] described_words words_of()
{
    auto const names = detail::names_of<Enum>();
    return {names.begin(), names.end()};
}

} // namespace finsam::testing_support
