// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

namespace finsam::detail {

/// The lowest bits of 64 bytes as words, one a bit: word k is written to out[k · stride] (bitplan).
///
/// Precondition: 1 <= bits <= 8.
void slice_bytes(unsigned char const* bytes, unsigned bits, std::uint64_t* out,
                 std::size_t stride) noexcept;

/// The same for the distances of 64 numbers from a base, modulo 2^32.
///
/// Precondition: 1 <= bits <= 32.
void slice_numbers(std::int32_t const* numbers, std::int32_t base, unsigned bits,
                   std::uint64_t* out, std::size_t stride) noexcept;

/// Both in plain C++, as they are where there is no SSE2.
namespace portable {

void slice_bytes(unsigned char const* bytes, unsigned bits, std::uint64_t* out,
                 std::size_t stride) noexcept;
void slice_numbers(std::int32_t const* numbers, std::int32_t base, unsigned bits,
                   std::uint64_t* out, std::size_t stride) noexcept;

} // namespace portable

} // namespace finsam::detail
