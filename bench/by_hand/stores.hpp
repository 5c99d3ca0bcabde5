// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace by_hand {

inline constexpr int most_columns = 32;
inline constexpr int first_day = -25567; // 1900-01-01

/// What one who writes by hand knows about a column: how wide its numbers are.
struct layout
{
    int bytes;  ///< 1 or 2 in byte columns
    int planes; ///< of its numbers, or values of its set
    int base;   ///< what 0 stands for
};

/// Byte columns with a bit a person for who has a value and who is known to have none; null where
/// that is everybody and nobody.
struct byte_store
{
    std::size_t people; ///< a multiple of 512
    std::uint8_t const* bytes[most_columns];
    std::uint16_t const* pairs[most_columns];
    std::uint64_t const* valid[most_columns];
    std::uint64_t const* none[most_columns];
};

/// The same as bit planes, those of 512 people side by side in the order in which they are read:
/// for each column its planes, then valid, then none where there are such.
struct plane_store
{
    std::size_t people; ///< a multiple of 512
    std::uint64_t const* words;
    std::size_t block_words;
    std::size_t first[most_columns]; ///< word of a block
    bool valid[most_columns];
    bool none[most_columns];
};

/// Yes and no, counted by question.
struct counts
{
    std::uint64_t yes[64], no[64];
};

/// Each needs a processor with AVX-512; `can_run` says whether this one has it.
bool can_run();
void count_bytes(byte_store const& from, counts& into);
void count_planes(plane_store const& from, counts& into);

} // namespace by_hand
