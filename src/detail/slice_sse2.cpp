// SPDX-License-Identifier: BSL-1.0
//
// For all x86-64 processors.
#ifdef __SSE2__

#include "detail/slice.hpp"

#include <emmintrin.h>

namespace finsam::detail {
namespace {

struct sixty_four
{
    __m128i sixteens[4];

    static sixty_four of_bytes(unsigned char const* from)
    {
        sixty_four all;
        for (unsigned i = 0; i < 4; ++i)
            all.sixteens[i] = _mm_loadu_si128(reinterpret_cast<__m128i const*>(from + 16 * i));
        return all;
    }
    static sixty_four of_numbers(std::int32_t const* from, std::int32_t base, unsigned lowest)
    {
        auto const bases = _mm_set1_epi32(base);
        auto const low_byte = _mm_set1_epi32(0xFF);
        auto const down = _mm_cvtsi32_si128(static_cast<int>(lowest));
        auto const four = [&](std::int32_t const* at) {
            auto const numbers = _mm_loadu_si128(reinterpret_cast<__m128i const*>(at));
            return _mm_and_si128(_mm_srl_epi32(_mm_sub_epi32(numbers, bases), down), low_byte);
        };
        sixty_four all;
        for (unsigned i = 0; i < 4; ++i, from += 16)
            all.sixteens[i] = _mm_packus_epi16(_mm_packs_epi32(four(from), four(from + 4)),
                                               _mm_packs_epi32(four(from + 8), four(from + 12)));
        return all;
    }
    /// The highest bits of sixteen bytes at once are one instruction.
    [[nodiscard]] std::uint64_t word(unsigned k) const
    {
        auto const up = _mm_cvtsi32_si128(static_cast<int>(7 - k));
        std::uint64_t all = 0;
        for (unsigned i = 0; i < 4; ++i)
            all |= std::uint64_t{static_cast<std::uint32_t>(
                       _mm_movemask_epi8(_mm_sll_epi16(sixteens[i], up)))}
                   << 16 * i;
        return all;
    }
};

} // namespace
} // namespace finsam::detail

#include "detail/slice_loops.hpp"

namespace finsam::detail {

extern slicer const sse2_slicer;
constinit slicer const sse2_slicer{"sse2", bytes,        numbers,       range,
                                   states, any_of_words, byte_of_words, keep};

} // namespace finsam::detail

#endif
