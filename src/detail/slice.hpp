// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace finsam::detail {

/// Where the rows of a column lie, 64 at a time (radgrupper).
///
/// Units: bytes.
/// Precondition: all of a last group can be read; what stands past the last row has no meaning.
struct row_groups
{
    unsigned char const* first = nullptr;
    std::size_t stride = 0;              ///< from one group to the next
    std::size_t count = 0;               ///< of groups
    unsigned char const* last = nullptr; ///< the last group, if it lies elsewhere
};

/// The smallest and the largest of some numbers; empty while there is none.
struct number_range
{
    std::int32_t low = INT32_MAX;
    std::int32_t high = INT32_MIN;
};

/// The loops that make bit planes of rows, compiled for one kind of processor (bitplan av rader).
///
/// A word of a plane is about a group: bit i about its row i.
struct slicer
{
    char const* name;
    /// The lowest bits of bytes; plane k is written to out + k · stride.
    ///
    /// Precondition: 1 <= bits <= 8.
    void (*bytes)(row_groups const& from, unsigned bits, std::uint64_t* out, std::size_t stride);
    /// The same for the distances of 32-bit numbers from a base, modulo 2^32.
    ///
    /// Precondition: 1 <= bits <= 32.
    void (*numbers)(row_groups const& from, std::int32_t base, unsigned bits, std::uint64_t* out,
                    std::size_t stride);
    /// Of the 32-bit numbers of rows whose state, a byte, is as said.
    number_range (*range)(row_groups const& from, row_groups const& states, unsigned char state);
    struct states_seen
    {
        bool none = false;     ///< somebody is known to have none
        bool withheld = false; ///< something is withheld
    };
    /// Of the lower and the upper bits of states: who is known, instead of the lower, and who has a
    /// value.
    states_seen (*states)(std::uint64_t* known, std::uint64_t const* recorded, std::uint64_t* valid,
                          std::size_t words);
    /// The bits that are set in any of the 64-bit words.
    std::uint64_t (*any_of_words)(row_groups const& from);
    /// One byte of each 64-bit word, counted from the lowest; 64 bytes a group are written.
    void (*byte_of_words)(row_groups const& from, unsigned byte, unsigned char* out);
    /// Takes out of a plane what is not within another; then what is set in some words of it, and
    /// what is not.
    struct seen
    {
        std::uint64_t set = 0;
        std::uint64_t clear = 0;
    };
    seen (*keep)(std::uint64_t* plane, std::uint64_t const* within, std::size_t words);
};

/// Plain C++ for any processor; the others give the same.
extern slicer const portable_slicer;

/// The ones that this processor can run, the plain one first, the widest last.
struct slicers
{
    slicer const* list[4];
    std::size_t count;
};
[[nodiscard]] slicers slicers_here() noexcept;

/// The widest of them, looked up once.
[[nodiscard]] slicer const& fastest_slicer() noexcept;

} // namespace finsam::detail
