// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

namespace finsam::detail {

/// A sum that tells whether bytes are what they were, and stand where they stood (kontrollsumma).
///
/// Other bytes, the same in another order, and another `seed` have another sum, all but one time in
/// 2^64. It is no seal: who changes bytes on purpose can make the sum again.
///
/// Shape: the same on every machine that has the same order of bytes in a word.
/// Complexity: O(bytes), about as fast as memory can be read.
/// Source: Y. Collet, XXH3 (2019): the way a stripe is taken in; the constants and the end are
/// ours.
[[nodiscard]] std::uint64_t checksum(std::string_view bytes, std::uint64_t seed = 0) noexcept;

/// In plain C++, as it is where there is no SSE2.
namespace portable {

[[nodiscard]] std::uint64_t checksum(std::string_view bytes, std::uint64_t seed = 0) noexcept;

} // namespace portable

} // namespace finsam::detail
