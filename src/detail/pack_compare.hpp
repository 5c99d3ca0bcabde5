// SPDX-License-Identifier: BSL-1.0
//
// The loops of `pack` that compare numbers. See `pack_loops.hpp`.
#pragma once

#include "detail/pack_loops.hpp"

namespace finsam::detail {
namespace {

/// So many comparisons at once that all of it stays in registers, and so many lanes of each.
template<std::size_t many, bool equal>
inline void compare_all(numbers_job const& job, std::size_t words)
{
    constexpr std::size_t registers = FINSAM_VECTOR == 64 ? 32 : 16;
    constexpr std::size_t wide = 4 * (many + 1) <= registers ? 4 : 2;
    static_assert(plane_step % (wide * vector_words) == 0);
#define FINSAM_EACH_WIDE _Pragma("GCC unroll 4") for (std::size_t i = 0; i < wide; ++i)
#define FINSAM_EACH_COMPARISON _Pragma("GCC unroll 4") for (std::size_t c = 0; c < many; ++c)
    auto const* const planes = job.planes;
    auto const count = job.count;
    std::uint32_t constants[many];
    FINSAM_EACH_COMPARISON constants[c] = job.comparisons[c].constant;
    std::size_t first = 0;
    if constexpr (!equal) {
        std::uint32_t together = 0;
        FINSAM_EACH_COMPARISON together |= constants[c];
        first = static_cast<std::size_t>(__builtin_ctz(together)); // bits below decide nothing
    }
    for (std::size_t at = 0; at < words; at += wide * vector_words) {
        vector met[many][wide];
        FINSAM_EACH_COMPARISON FINSAM_EACH_WIDE met[c][i] = ~vector{};
        for (std::size_t k = first; k < count; ++k) {
            vector x[wide];
            FINSAM_EACH_WIDE x[i] = load(planes[k] + at + i * vector_words);
            FINSAM_EACH_COMPARISON
            {
                // From the lowest bit on: what is above the last difference decides.
                if ((constants[c] >> k & 1) != 0)
                    FINSAM_EACH_WIDE met[c][i] &= x[i];
                else if (equal)
                    FINSAM_EACH_WIDE met[c][i] &= ~x[i];
                else
                    FINSAM_EACH_WIDE met[c][i] |= x[i];
            }
        }
        FINSAM_EACH_COMPARISON
        {
            auto const& one = job.comparisons[c];
            if (c > 0 && one.joined)
                FINSAM_EACH_WIDE met[c][i] ^= met[c - 1][i];
            if (one.out == nullptr)
                continue;
            auto* const out = one.out + at;
            if (one.again)
                FINSAM_EACH_WIDE met[c][i] ^= load(out + i * vector_words);
            if (one.turned)
                FINSAM_EACH_WIDE met[c][i] = load(job.valid + at + i * vector_words) & ~met[c][i];
            FINSAM_EACH_WIDE store(out + i * vector_words, met[c][i]);
        }
    }
#undef FINSAM_EACH_WIDE
#undef FINSAM_EACH_COMPARISON
}

template<bool equal>
inline void compare_some(numbers_job const& job, std::size_t words)
{
    switch (job.comparisons_count) {
    case 1:
        compare_all<1, equal>(job, words);
        break;
    case 2:
        compare_all<2, equal>(job, words);
        break;
    case 3:
        compare_all<3, equal>(job, words);
        break;
    default:
        compare_all<4, equal>(job, words);
        break;
    }
}

void compare(numbers_job const& job, std::size_t words)
{
    if (job.equal)
        compare_some<true>(job, words);
    else
        compare_some<false>(job, words);
}

} // namespace
} // namespace finsam::detail
