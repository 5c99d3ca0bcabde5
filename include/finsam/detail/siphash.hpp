// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace finsam::detail {

using siphash_key = std::array<std::uint8_t, 16>;

/// SipHash-2-4 of the bytes under the key.
///
/// Example: key 00…0f over the bytes 00…0e is a129ca6149be45e5.
/// Complexity: O(bytes).
/// Source:  J.-P. Aumasson, D. J. Bernstein, SipHash: a fast short-input PRF (2012), section 2.
[[nodiscard]] constexpr std::uint64_t siphash_2_4(siphash_key const& key, std::string_view bytes)
{
    std::uint64_t k0 = 0, k1 = 0;
    for (std::size_t i = 8; i > 0; --i) {
        k0 = k0 << 8 | key[i - 1];
        k1 = k1 << 8 | key[i + 7];
    }
    std::uint64_t v0 = k0 ^ 0x736f6d6570736575, v1 = k1 ^ 0x646f72616e646f6d,
                  v2 = k0 ^ 0x6c7967656e657261, v3 = k1 ^ 0x7465646279746573;

    auto const rounds = [&](int count) {
        for (int i = 0; i < count; ++i) {
            v0 += v1, v1 = std::rotl(v1, 13) ^ v0, v0 = std::rotl(v0, 32);
            v2 += v3, v3 = std::rotl(v3, 16) ^ v2;
            v0 += v3, v3 = std::rotl(v3, 21) ^ v0;
            v2 += v1, v1 = std::rotl(v1, 17) ^ v2, v2 = std::rotl(v2, 32);
        }
    };
    auto const compress = [&](std::uint64_t word) {
        v3 ^= word;
        rounds(2);
        v0 ^= word;
    };

    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        word |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << 8 * (i % 8);
        if (i % 8 == 7) {
            compress(word);
            word = 0;
        }
    }
    compress(word | std::uint64_t{bytes.size()} << 56);
    v2 ^= 0xff;
    rounds(4);
    return v0 ^ v1 ^ v2 ^ v3;
}

} // namespace finsam::detail
