// SPDX-License-Identifier: BSL-1.0
//
// For x86-64 processors with AVX-512: compiled with the flags that `newest_here` asks for.
#include "detail/slice.hpp"

#include <immintrin.h>

namespace finsam::detail {
namespace {

struct sixty_four
{
    __m512i all;

    static sixty_four of_bytes(unsigned char const* from) { return {_mm512_loadu_si512(from)}; }
    static sixty_four of_numbers(std::int32_t const* from, std::int32_t base, unsigned lowest)
    {
        auto const bases = _mm512_set1_epi32(base);
        auto const down = _mm_cvtsi32_si128(static_cast<int>(lowest));
        auto const sixteen = [&](unsigned i) {
            auto const numbers = _mm512_loadu_si512(from + 16 * i);
            return _mm512_cvtepi32_epi8(_mm512_srl_epi32(_mm512_sub_epi32(numbers, bases), down));
        };
        auto const half = [&](unsigned i) {
            return _mm256_inserti128_si256(_mm256_castsi128_si256(sixteen(i)), sixteen(i + 1), 1);
        };
        return {_mm512_inserti64x4(_mm512_castsi256_si512(half(0)), half(2), 1)};
    }
    /// One bit of each of 64 bytes is one instruction.
    [[nodiscard]] std::uint64_t word(unsigned k) const
    {
        return _mm512_test_epi8_mask(all, _mm512_set1_epi8(static_cast<char>(1U << k)));
    }
};

} // namespace
} // namespace finsam::detail

#include "detail/slice_loops.hpp"

namespace finsam::detail {

extern slicer const avx512_slicer;
constinit slicer const avx512_slicer{"avx512", bytes,        numbers,       range,
                                     states,   any_of_words, byte_of_words, keep};

} // namespace finsam::detail
