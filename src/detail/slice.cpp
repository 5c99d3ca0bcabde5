// SPDX-License-Identifier: BSL-1.0
#include "detail/slice.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace finsam::detail {

namespace portable {

void slice_bytes(unsigned char const* bytes, unsigned bits, std::uint64_t* out,
                 std::size_t stride) noexcept
{
    for (unsigned k = 0; k < bits; ++k)
        out[k * stride] = 0;
    for (unsigned eight = 0; eight < 8; ++eight) {
        std::uint64_t packed = 0;
        for (unsigned i = 0; i < 8; ++i)
            packed |= std::uint64_t{bytes[8 * eight + i]} << 8 * i;
        for (unsigned k = 0; k < bits; ++k) {
            // The product gathers the lowest bits of the eight bytes in its highest byte.
            auto const row = (packed >> k & 0x0101010101010101) * 0x0102040810204080 >> 56;
            out[k * stride] |= row << 8 * eight;
        }
    }
}

void slice_numbers(std::int32_t const* numbers, std::int32_t base, unsigned bits,
                   std::uint64_t* out, std::size_t stride) noexcept
{
    for (unsigned lowest = 0; lowest < bits; lowest += 8) {
        unsigned char bytes[64];
        for (unsigned i = 0; i < 64; ++i)
            bytes[i] = static_cast<unsigned char>(
                (static_cast<std::uint32_t>(numbers[i]) - static_cast<std::uint32_t>(base))
                >> lowest);
        auto const here = bits - lowest < 8 ? bits - lowest : 8;
        portable::slice_bytes(bytes, here, out + lowest * stride, stride);
    }
}

} // namespace portable

#ifdef __SSE2__

namespace {

/// Four registers hold 64 bytes; the highest bits of sixteen at once are one instruction.
void slice_registers(__m128i const (&from)[4], unsigned bits, std::uint64_t* out,
                     std::size_t stride) noexcept
{
    for (unsigned k = 0; k < bits; ++k) {
        auto const up = _mm_cvtsi32_si128(static_cast<int>(7 - k));
        std::uint64_t word = 0;
        for (unsigned i = 0; i < 4; ++i) {
            auto const sixteen =
                static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_sll_epi16(from[i], up)));
            word |= std::uint64_t{sixteen} << 16 * i;
        }
        out[k * stride] = word;
    }
}

} // namespace

void slice_bytes(unsigned char const* bytes, unsigned bits, std::uint64_t* out,
                 std::size_t stride) noexcept
{
    __m128i from[4];
    for (unsigned i = 0; i < 4; ++i)
        from[i] = _mm_loadu_si128(reinterpret_cast<__m128i const*>(bytes + 16 * i));
    slice_registers(from, bits, out, stride);
}

void slice_numbers(std::int32_t const* numbers, std::int32_t base, unsigned bits,
                   std::uint64_t* out, std::size_t stride) noexcept
{
    auto const bases = _mm_set1_epi32(base);
    auto const low_byte = _mm_set1_epi32(0xFF);
    for (unsigned lowest = 0; lowest < bits; lowest += 8) {
        auto const down = _mm_cvtsi32_si128(static_cast<int>(lowest));
        __m128i from[4];
        for (unsigned i = 0; i < 4; ++i) {
            __m128i part[4];
            for (unsigned j = 0; j < 4; ++j) {
                auto const four =
                    _mm_loadu_si128(reinterpret_cast<__m128i const*>(numbers + 16 * i + 4 * j));
                part[j] = _mm_and_si128(_mm_srl_epi32(_mm_sub_epi32(four, bases), down), low_byte);
            }
            from[i] = _mm_packus_epi16(_mm_packs_epi32(part[0], part[1]),
                                       _mm_packs_epi32(part[2], part[3]));
        }
        auto const here = bits - lowest < 8 ? bits - lowest : 8;
        slice_registers(from, here, out + lowest * stride, stride);
    }
}

#else

void slice_bytes(unsigned char const* bytes, unsigned bits, std::uint64_t* out,
                 std::size_t stride) noexcept
{
    portable::slice_bytes(bytes, bits, out, stride);
}

void slice_numbers(std::int32_t const* numbers, std::int32_t base, unsigned bits,
                   std::uint64_t* out, std::size_t stride) noexcept
{
    portable::slice_numbers(numbers, base, bits, out, stride);
}

#endif

} // namespace finsam::detail
