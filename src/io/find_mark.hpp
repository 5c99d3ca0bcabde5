// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace finsam::io {

/// How many bytes stand before the first that is one of the marks, among the next 16; else 16.
///
/// Precondition: 16 bytes may be read.
template<char... Marks>
[[nodiscard]] inline std::size_t find_mark_16(char const* from) noexcept
{
#ifdef __SSE2__
    auto const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(from));
    auto found = _mm_setzero_si128();
    ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(Marks)))), ...);
    // The bit after the sixteen stands for none.
    return static_cast<std::size_t>(std::countr_zero(
        static_cast<std::uint32_t>(_mm_movemask_epi8(found)) | std::uint32_t{1} << 16));
#else
    std::size_t at = 0;
    while (at < 16 && ((from[at] != Marks) && ...))
        ++at;
    return at;
#endif
}

/// The same among the next 32: words of JSON Lines are a few to thirty bytes long, no two alike,
/// and to look at all 32 bytes costs less than to guess after sixteen whether to go on.
template<char... Marks>
[[nodiscard]] inline std::size_t find_mark_32(char const* from) noexcept
{
#ifdef __SSE2__
    auto const sixteen = [](char const* at) {
        auto const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at));
        auto found = _mm_setzero_si128();
        ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(Marks)))), ...);
        return static_cast<std::uint32_t>(_mm_movemask_epi8(found));
    };
    auto const found = sixteen(from) | sixteen(from + 16) << 16;
    return static_cast<std::size_t>(std::countr_zero(found));
#else
    auto const first = find_mark_16<Marks...>(from);
    return first < 16 ? first : 16 + find_mark_16<Marks...>(from + 16);
#endif
}

} // namespace finsam::io
