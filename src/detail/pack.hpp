// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace finsam::detail {

/// One bit a person of a piece (bitplan).
using plane = std::uint64_t const*;

/// Units: words. Every plane is as many times this long; the loops have no remainder.
inline constexpr std::size_t plane_step = 64;

/// How the planes of one fact become the two rails of a leaf (prövning av bitplan).
///
/// `x` below is what the planes say, with no one who has no value among them. `complement` says
/// that the leaf holds where x does not:
///
///     as it is:    yes = x             no = (valid and not x) or none
///     complement:  yes = valid and not x    no = x or none
// INVARIANT: x is 0 where `valid` is, because unknown values are stored as 0
struct leaf_job
{
    enum class shape : std::uint8_t
    {
        equal,   ///< the number is constants[0], which is not 0
        edges,   ///< an odd number of the constants, which ascend from 1, is at or below it
        any,     ///< one of the planes
        all,     ///< each of the planes
        at_least ///< constants[0] of the planes, at least 1
    };
    shape kind{};
    bool complement = false;
    plane const* planes = nullptr;            ///< lowest bit first
    std::size_t count = 0;                    ///< of planes, at least 1
    std::uint32_t const* constants = nullptr; ///< below 2 to the number of planes
    std::size_t constants_count = 0;
    plane valid = nullptr;        ///< null: everybody
    plane none = nullptr;         ///< null: nobody
    std::uint64_t* yes = nullptr; ///< null: not asked for
    std::uint64_t* no = nullptr;  ///< null: not asked for
};

/// The loops over planes, compiled for one kind of processor (packade operationer).
///
/// Precondition for all: `words` is a multiple of `plane_step`, `count` at least 1.
struct pack
{
    char const* name;
    void (*all)(plane const* in, std::size_t count, std::uint64_t* out, std::size_t words);
    void (*any)(plane const* in, std::size_t count, std::uint64_t* out, std::size_t words);
    /// Precondition: 1 <= k <= count < 2^32.
    void (*at_least)(std::size_t k, plane const* in, std::size_t count, std::uint64_t* out,
                     std::size_t words);
    void (*leaf)(leaf_job const& job, std::size_t words);
    /// a and not b.
    void (*except)(plane a, plane b, std::uint64_t* out, std::size_t words);
    /// How many bits are set.
    std::size_t (*count)(plane in, std::size_t words);
};

/// Plain C++ for any processor; the others give the same bits.
extern pack const portable_pack;

/// The ones that this processor can run, the plain one first, the widest last.
struct packs
{
    pack const* list[3];
    std::size_t count;
};
[[nodiscard]] packs packs_here() noexcept;

/// The widest of them, looked up once.
[[nodiscard]] pack const& fastest_pack() noexcept;

} // namespace finsam::detail
