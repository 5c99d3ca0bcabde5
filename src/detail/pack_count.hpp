// SPDX-License-Identifier: BSL-1.0
//
// The loop of `pack` that counts bits. See `pack_loops.hpp`.
#pragma once

#include "detail/pack_loops.hpp"

namespace finsam::detail {
namespace {

#ifdef __AVX512VPOPCNTDQ__

std::size_t count(plane in, std::size_t words)
{
    std::size_t sum = 0;
    for (std::size_t at = 0; at < words; ++at)
        sum += static_cast<std::size_t>(__builtin_popcountll(in[at]));
    return sum;
}

#else

/// Adds two bits to `low`; `high` is what is carried, worth twice as much.
inline void add(vector& high, vector& low, vector b, vector c)
{
    auto const one = low ^ b;
    high = (low & b) | (one & c);
    low = one ^ c;
}

/// How many bits are set in each byte.
inline vector bits_in_bytes(vector x)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    x -= x >> 1 & ones * 0x55;
    x = (x & ones * 0x33) + (x >> 2 & ones * 0x33);
    return (x + (x >> 4)) & ones * 0x0F;
}

/// The bytes of all words of a vector, added up.
inline std::size_t sum_of_bytes(vector x)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < vector_words; ++i) {
        auto const pairs = (x[i] & 0x00FF00FF00FF00FF) + (x[i] >> 8 & 0x00FF00FF00FF00FF);
        sum += pairs * 0x0001000100010001 >> 48;
    }
    return sum;
}

/// Eight vectors at a time are added bit by bit, so that only the eights are counted for each.
///
/// Source: Mula, Kurz and Lemire, Faster population counts using AVX2 instructions, 2018 (after
///         Harley and Seal).
std::size_t count(plane in, std::size_t words)
{
    constexpr std::size_t eight = 8 * vector_words;
    constexpr std::size_t most = 31; // times that a byte has room for eight
    std::size_t sum = 0, at = 0;
    vector ones{}, twos{}, fours{};
    while (words - at >= eight) {
        vector eights_in_bytes{};
        for (std::size_t times = 0; times < most && words - at >= eight; ++times, at += eight) {
            vector twos_a, twos_b, fours_a, fours_b, eights;
            auto const next = [&](std::size_t i) { return load(in + at + i * vector_words); };
            add(twos_a, ones, next(0), next(1));
            add(twos_b, ones, next(2), next(3));
            add(fours_a, twos, twos_a, twos_b);
            add(twos_a, ones, next(4), next(5));
            add(twos_b, ones, next(6), next(7));
            add(fours_b, twos, twos_a, twos_b);
            add(eights, fours, fours_a, fours_b);
            eights_in_bytes += bits_in_bytes(eights);
        }
        sum += 8 * sum_of_bytes(eights_in_bytes);
    }
    sum += 4 * sum_of_bytes(bits_in_bytes(fours)) + 2 * sum_of_bytes(bits_in_bytes(twos))
           + sum_of_bytes(bits_in_bytes(ones));
    for (; at < words; ++at)
        sum += static_cast<std::size_t>(__builtin_popcountll(in[at]));
    return sum;
}

#endif

} // namespace
} // namespace finsam::detail
