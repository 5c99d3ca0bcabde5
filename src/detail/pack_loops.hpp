// SPDX-License-Identifier: BSL-1.0
//
// The loops of `pack`, included once by each file that is compiled for another kind of processor.
// FINSAM_VECTOR is the number of bytes of its registers. Nothing here may call an inline function
// of another header: the linker keeps one copy of such a function, and that one might need
// instructions that the processor at hand does not have.
#include "detail/pack.hpp"

namespace finsam::detail {
namespace {

typedef std::uint64_t vector __attribute__((vector_size(FINSAM_VECTOR)));
typedef std::uint64_t stored __attribute__((vector_size(FINSAM_VECTOR), aligned(8), may_alias));

constexpr std::size_t vector_words = FINSAM_VECTOR / 8;
constexpr std::size_t lanes = 4; // registers that a loop works on at once
constexpr std::size_t step = lanes * vector_words;
static_assert(plane_step % step == 0);

inline vector load(plane from)
{
    return *reinterpret_cast<stored const*>(from);
}
inline void store(std::uint64_t* to, vector value)
{
    *reinterpret_cast<stored*>(to) = value;
}

#define FINSAM_EACH_LANE _Pragma("GCC unroll 4") for (std::size_t i = 0; i < lanes; ++i)

struct block
{
    vector lane[lanes];
};

/// Each term in turn: `each(read)`, where `read(i)` is its lane i at the words from `at` on.
template<class Each>
inline void each_term(terms const& in, std::size_t at, Each each)
{
    for (std::size_t k = 0; k < in.count; ++k) {
        auto const* const from = in.planes[k] + at;
        each([=](std::size_t i) { return load(from + i * vector_words); });
    }
    for (std::size_t k = 0; k < in.differences_count; ++k) {
        auto const* const from = in.differences[k].from + at;
        auto const* const less = in.differences[k].less + at;
        each([=](std::size_t i) {
            return load(from + i * vector_words) & ~load(less + i * vector_words);
        });
    }
}

constexpr std::size_t gate_lanes = 8; // a gate has nothing else to keep; 4 are up to 8 % slower
static_assert(plane_step % (gate_lanes * vector_words) == 0);
#define FINSAM_EACH_GATE_LANE _Pragma("GCC unroll 8") for (std::size_t i = 0; i < gate_lanes; ++i)

template<bool every>
inline void gate_of(terms const& in, std::uint64_t* out, std::size_t words)
{
    for (std::size_t at = 0; at < words; at += gate_lanes * vector_words) {
        vector sum[gate_lanes];
        FINSAM_EACH_GATE_LANE sum[i] = every ? ~vector{} : vector{};
        each_term(in, at, [&](auto read) {
            if constexpr (every)
                FINSAM_EACH_GATE_LANE sum[i] &= read(i);
            else
                FINSAM_EACH_GATE_LANE sum[i] |= read(i);
        });
        FINSAM_EACH_GATE_LANE store(out + at + i * vector_words, sum[i]);
    }
}

void all(terms const& in, std::uint64_t* out, std::size_t words)
{
    gate_of<true>(in, out, words);
}

void any(terms const& in, std::uint64_t* out, std::size_t words)
{
    gate_of<false>(in, out, words);
}

void except(plane a, plane b, std::uint64_t* out, std::size_t words)
{
    for (std::size_t at = 0; at < words; at += vector_words)
        store(out + at, load(a + at) & ~load(b + at));
}

/// At least k of the terms at one vector: the count of each person stands across `digits`, lowest
/// bit first.
inline vector at_least_here(std::size_t k, terms const& in, std::size_t at)
{
    vector digits[32];
    std::size_t width = 0, counted = 0;
    each_term(in, at, [&](auto read) {
        vector carry = read(0);
        for (std::size_t d = 0; d < width; ++d) {
            vector const next = digits[d] & carry;
            digits[d] ^= carry;
            carry = next;
        }
        if ((++counted >> width) != 0) // the count may need one digit more from here on
            digits[width++] = carry;
    });
    vector met = ~vector{}; // equal so far is enough
    for (std::size_t d = 0; d < width; ++d)
        met = (k >> d & 1) != 0 ? digits[d] & met : digits[d] | met;
    return met;
}

/// At least `most` of the terms, or of what is not in them: `reached[j]` is who has j + 1 so far.
template<std::size_t most, bool turned>
inline void reach(block& into, terms const& in, std::size_t at)
{
    vector reached[most][lanes] = {};
    each_term(in, at, [&](auto read) {
        FINSAM_EACH_LANE
        {
            auto x = read(i);
            if constexpr (turned)
                x = ~x;
            for (std::size_t j = most - 1; j > 0; --j)
                reached[j][i] |= reached[j - 1][i] & x;
            reached[0][i] |= x;
        }
    });
    FINSAM_EACH_LANE
    {
        auto const met = reached[most - 1][i];
        into.lane[i] = turned ? ~met : met;
    }
}

void at_least(std::size_t k, terms const& in, std::uint64_t* out, std::size_t words)
{
    // Who has fewer than k is without so many. Two or three are what rules ask for.
    auto const without = in.count + in.differences_count - k + 1;
    for (std::size_t at = 0; at < words; at += step) {
        block met;
        if (k == 2)
            reach<2, false>(met, in, at);
        else if (without == 2)
            reach<2, true>(met, in, at);
        else if (k == 3)
            reach<3, false>(met, in, at);
        else if (without == 3)
            reach<3, true>(met, in, at);
        else
            FINSAM_EACH_LANE met.lane[i] = at_least_here(k, in, at + i * vector_words);
        FINSAM_EACH_LANE store(out + at + i * vector_words, met.lane[i]);
    }
}

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

#undef FINSAM_EACH_GATE_LANE
#undef FINSAM_EACH_LANE

} // namespace
} // namespace finsam::detail
