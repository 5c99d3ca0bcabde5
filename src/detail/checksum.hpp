// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

namespace finsam::detail {

/// A sum that tells whether bytes are what they were, and stand where they stood (kontrollsumma).
///
/// A change within one word of eight bytes always changes it; any other, and another `seed`, all
/// but one time in 2^64. It is no seal: who changes bytes on purpose can make the sum again.
///
/// Shape: the same bytes have the same sum on every machine that has the same order of bytes.
/// Complexity: O(bytes), about as fast as memory can be read.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes, std::uint64_t seed = 0) noexcept;

} // namespace finsam::detail
