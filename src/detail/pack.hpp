// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace finsam::detail {

/// One bit a person of a piece (bitplan).
using plane = std::uint64_t const*;

/// Units: words. Every plane is as many times this long; the loops have no remainder.
inline constexpr std::size_t plane_step = 64;

/// What is in one plane and not in another (skillnad).
struct difference
{
    plane from = nullptr;
    plane less = nullptr;
};

/// What a gate is made of: planes as they stand, and differences, at least one together (termer).
///
/// That somebody is known and not in a plane is half of what gates ask for. Read so, it is never
/// written: a fact's planes are read where they lie, and each test has one plane instead of two.
struct terms
{
    plane const* planes = nullptr;
    std::size_t count = 0;
    difference const* differences = nullptr;
    std::size_t differences_count = 0;
};

/// Up to four comparisons of one number, of which each bit is read once (jämförelser av ett tal).
///
/// `planes` are the number's bits, lowest first. A comparison is met where the number is its
/// constant, or at least its constant: all comparisons of a job are of the same form.
struct numbers_job
{
    static constexpr std::size_t most = 4;

    struct comparison
    {
        std::uint32_t constant = 0;   ///< from 1, below 2 to the number of planes
        bool joined = false;          ///< either this or the comparison before it, not both
        bool again = false;           ///< either this or what `out` says already, not both
        bool turned = false;          ///< who is in `valid` and does not meet it
        std::uint64_t* out = nullptr; ///< null: the next one is joined to this
    };
    bool equal = false;
    plane const* planes = nullptr;
    std::size_t count = 0; ///< of planes, at least 1
    plane valid = nullptr; ///< who has a value, if any comparison is turned
    comparison comparisons[most];
    std::size_t comparisons_count = 0;
};

/// The loops over planes, compiled for one kind of processor (packade operationer).
///
/// Precondition for all: `words` is a multiple of `plane_step`.
struct pack
{
    char const* name;
    void (*all)(terms const& in, std::uint64_t* out, std::size_t words);
    void (*any)(terms const& in, std::uint64_t* out, std::size_t words);
    /// Precondition: 1 <= k <= number of terms < 2^32.
    void (*at_least)(std::size_t k, terms const& in, std::uint64_t* out, std::size_t words);
    void (*compare)(numbers_job const& job, std::size_t words);
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
