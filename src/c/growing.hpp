// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/version.hpp>

#include "c/first_size.hpp"
#include "c/guarded.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>

namespace finsam::c {

/// A structure of the caller, which `at` points to in diagnostics, who may know fewer members than
/// we do, or more (växande struktur).
///
/// Precondition: `from` is not NULL and has as many bytes as its `size` says.
/// Returns: a copy with 0 for what the caller does not know.
/// Errors: `wrong_use` if it is smaller than it has ever been, or if something is set in it that
///         this library does not know.
template<class Structure>
[[nodiscard]] Structure read_structure(Structure const* from, std::string const& at)
{
    constexpr auto smallest = first_size<Structure>;
    static_assert(smallest > sizeof(std::size_t),
                  "say in first_size.hpp how large it was at first");
    // A size that nobody set must not make us look at whatever lies behind.
    constexpr std::size_t largest = 4096;
    std::size_t size = 0;
    std::memcpy(&size, from, sizeof size);
    auto const refuse = [&](std::string message, std::string hint) {
        throw wrong_use{at + "/size", std::move(message), std::move(hint)};
    };
    if (size < smallest || size > largest)
        refuse("the size is " + std::to_string(size) + " bytes, which is too "
                   + (size < smallest ? "small" : "large"),
               "it is what `sizeof` says, " + std::to_string(sizeof(Structure)));
    auto const* const bytes = reinterpret_cast<unsigned char const*>(from);
    if (std::any_of(bytes + std::min(size, sizeof(Structure)), bytes + size,
                    [](unsigned char byte) { return byte != 0; }))
        refuse("something is set that this version does not know",
               "this is version " + std::string(version) + "; a newer one may know it");
    Structure read{};
    std::memcpy(&read, from, std::min(size, sizeof read));
    return read;
}

/// Number i of an array of structures, which lie as far apart as the first is large.
///
/// Precondition: `first` is not NULL.
/// Errors: `wrong_use` for what `read_structure` refuses, and if their sizes differ.
template<class Structure>
[[nodiscard]] Structure read_structure(Structure const* first, std::size_t i, std::string const& at)
{
    std::size_t apart = 0;
    std::memcpy(&apart, first, sizeof apart);
    auto const here = at + "/" + std::to_string(i);
    auto const* const lies = reinterpret_cast<unsigned char const*>(first) + i * apart;
    auto const read = read_structure(reinterpret_cast<Structure const*>(lies), here);
    if (read.size != apart)
        throw wrong_use{here + "/size", "the size is not that of the first",
                        "the structures of an array have one size"};
    return read;
}

} // namespace finsam::c
