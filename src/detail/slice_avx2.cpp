// SPDX-License-Identifier: BSL-1.0
//
// For x86-64 processors with AVX2: compiled with the flags that `newest_here` asks for.
#include "detail/slice.hpp"

#include <immintrin.h>

namespace finsam::detail {
namespace {

struct sixty_four
{
    __m256i low, high;

    static sixty_four of_bytes(unsigned char const* from)
    {
        return {_mm256_loadu_si256(reinterpret_cast<__m256i const*>(from)),
                _mm256_loadu_si256(reinterpret_cast<__m256i const*>(from + 32))};
    }
    static sixty_four of_numbers(std::int32_t const* from, std::int32_t base, unsigned lowest)
    {
        auto const bases = _mm256_set1_epi32(base);
        auto const low_byte = _mm256_set1_epi32(0xFF);
        auto const down = _mm_cvtsi32_si128(static_cast<int>(lowest));
        auto const eight = [&](std::int32_t const* at) {
            auto const numbers = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(at));
            return _mm256_and_si256(_mm256_srl_epi32(_mm256_sub_epi32(numbers, bases), down),
                                    low_byte);
        };
        // Packing leaves each half of a register where it was: fours of bytes in another order.
        auto const in_order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
        auto const half = [&](std::int32_t const* at) {
            return _mm256_permutevar8x32_epi32(
                _mm256_packus_epi16(_mm256_packs_epi32(eight(at), eight(at + 8)),
                                    _mm256_packs_epi32(eight(at + 16), eight(at + 24))),
                in_order);
        };
        return {half(from), half(from + 32)};
    }
    /// The highest bits of 32 bytes at once are one instruction.
    [[nodiscard]] std::uint64_t word(unsigned k) const
    {
        auto const up = _mm_cvtsi32_si128(static_cast<int>(7 - k));
        auto const half = [&](__m256i from) {
            return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_sll_epi16(from, up)));
        };
        return half(low) | std::uint64_t{half(high)} << 32;
    }
};

} // namespace
} // namespace finsam::detail

#include "detail/slice_loops.hpp"

namespace finsam::detail {

extern slicer const avx2_slicer;
constinit slicer const avx2_slicer{"avx2", bytes,        numbers,       range,
                                   states, any_of_words, byte_of_words, keep};

} // namespace finsam::detail
