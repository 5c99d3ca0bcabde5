// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace finsam::io {

/// A number for a text, such that two texts hardly ever have the same.
[[nodiscard]] std::uint64_t hash_of(std::string_view text) noexcept;

/// Those that are there more than once, each once, in ascending order (upprepade).
///
/// Which person is the second under an id can be seen when it is read only if all ids are kept. So
/// a file is read once with eight bytes an id, and again in the rare case that some are equal.
///
/// Complexity: O(hashes), and as much memory again.
[[nodiscard]] std::vector<std::uint64_t> repeated_among(std::vector<std::uint64_t> hashes);

} // namespace finsam::io
