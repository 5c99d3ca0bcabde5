// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "detail/checksum.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace finsam::io {

/// How a snapshot begins: what it is, and its version (ögonblicksbild).
inline constexpr std::string_view snapshot_name = "finsam-people/";
inline constexpr std::string_view snapshot_magic = "finsam-people/2\n";
inline constexpr std::string_view snapshot_version =
    snapshot_magic.substr(snapshot_name.size(), snapshot_magic.size() - snapshot_name.size() - 1);

/// The beginning of a snapshot.
///
/// Shape of the file: this, then a `snapshot_entry` a piece, then the details: the facts, the codes
///        and what there is to know of each piece, as a `byte_writer` writes them; then, from a
///        multiple of 64 on, the memory of one piece after the other.
/// Units: bytes; all numbers in the order of the machine that wrote them.
struct snapshot_header
{
    std::array<char, snapshot_magic.size()> magic{};
    std::uint64_t order = 0;
    std::uint64_t sum = 0;  ///< of everything before the first piece, this field being 0
    std::uint64_t size = 0; ///< of the file
    std::uint64_t people = 0;
    std::array<std::uint64_t, 2> digest{}; ///< of the facts
    std::uint64_t pieces = 0;
    std::uint64_t details = 0; ///< how long they are
};
static_assert(std::is_trivially_copyable_v<snapshot_header> && sizeof(snapshot_header) == 80);

inline constexpr std::uint64_t snapshot_order = 0x0102030405060708;

/// One piece: how long it is, and its checksum under its number.
struct snapshot_entry
{
    std::uint64_t size = 0;
    std::uint64_t sum = 0;
};
static_assert(std::is_trivially_copyable_v<snapshot_entry> && sizeof(snapshot_entry) == 16);

[[nodiscard]] constexpr std::uint64_t up_to_64(std::uint64_t bytes)
{
    return (bytes + 63) / 64 * 64;
}

/// Where the first piece begins.
///
/// Precondition: the sum does not overflow.
[[nodiscard]] constexpr std::uint64_t first_piece(snapshot_header const& header)
{
    return up_to_64(sizeof header + header.pieces * sizeof(snapshot_entry) + header.details);
}

/// The sum of a header and of everything between it and the first piece.
[[nodiscard]] inline std::uint64_t sum_of(snapshot_header header, std::string_view between)
{
    header.sum = 0;
    char bytes[sizeof header];
    std::memcpy(bytes, &header, sizeof header);
    return detail::checksum(between, detail::checksum({bytes, sizeof bytes}));
}

} // namespace finsam::io
