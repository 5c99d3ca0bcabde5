// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace finsam::io {

/// How many bytes stand before the first that is one of the marks, among the next 32; else 32.
///
/// Precondition: 32 bytes may be read.
template<char... Marks>
[[nodiscard]] inline std::size_t find_mark(char const* from) noexcept
{
#ifdef __SSE2__
    // Words are a few to thirty bytes long, no two alike: looking at all 32 bytes at once costs
    // less than guessing after each sixteen whether to go on.
    auto const sixteen = [](char const* at) {
        auto const bytes = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at));
        __m128i found = _mm_setzero_si128();
        ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(Marks)))), ...);
        return static_cast<std::uint32_t>(_mm_movemask_epi8(found));
    };
    auto const found = sixteen(from) | sixteen(from + 16) << 16;
    return static_cast<std::size_t>(std::countr_zero(found));
#else
    std::size_t at = 0;
    while (at < 32 && ((from[at] != Marks) && ...))
        ++at;
    return at;
#endif
}

} // namespace finsam::io
