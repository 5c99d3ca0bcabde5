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
constexpr std::size_t lanes = 4; // registers that a loop works on at once; 8 are a fifth slower
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

inline void load(block& into, plane from)
{
    FINSAM_EACH_LANE into.lane[i] = load(from + i * vector_words);
}

void all(plane const* in, std::size_t count, std::uint64_t* out, std::size_t words)
{
    for (std::size_t at = 0; at < words; at += step) {
        block sum;
        load(sum, in[0] + at);
        for (std::size_t k = 1; k < count; ++k)
            FINSAM_EACH_LANE sum.lane[i] &= load(in[k] + at + i * vector_words);
        FINSAM_EACH_LANE store(out + at + i * vector_words, sum.lane[i]);
    }
}

void any(plane const* in, std::size_t count, std::uint64_t* out, std::size_t words)
{
    for (std::size_t at = 0; at < words; at += step) {
        block sum;
        load(sum, in[0] + at);
        for (std::size_t k = 1; k < count; ++k)
            FINSAM_EACH_LANE sum.lane[i] |= load(in[k] + at + i * vector_words);
        FINSAM_EACH_LANE store(out + at + i * vector_words, sum.lane[i]);
    }
}

void except(plane a, plane b, std::uint64_t* out, std::size_t words)
{
    for (std::size_t at = 0; at < words; at += vector_words)
        store(out + at, load(a + at) & ~load(b + at));
}

/// At least k of the planes at one vector: the count of each person stands across `digits`, lowest
/// bit first.
inline vector at_least_here(std::size_t k, plane const* in, std::size_t count, std::size_t at)
{
    vector digits[32];
    std::size_t width = 0;
    for (std::size_t one = 0; one < count; ++one) {
        vector carry = load(in[one] + at);
        for (std::size_t d = 0; d < width; ++d) {
            vector const next = digits[d] & carry;
            digits[d] ^= carry;
            carry = next;
        }
        if (((one + 1) >> width) != 0) // the count may need one digit more from here on
            digits[width++] = carry;
    }
    vector met = ~vector{}; // equal so far is enough
    for (std::size_t d = 0; d < width; ++d)
        met = (k >> d & 1) != 0 ? digits[d] & met : digits[d] | met;
    return met;
}

/// At least `most` of the planes, or of what is not in them: `reached[j]` is who has j + 1 so far.
template<std::size_t most, bool turned>
inline void reach(block& into, plane const* in, std::size_t count, std::size_t at)
{
    vector reached[most][lanes] = {};
    for (std::size_t one = 0; one < count; ++one) {
        auto const* const from = in[one] + at;
        FINSAM_EACH_LANE
        {
            auto x = load(from + i * vector_words);
            if constexpr (turned)
                x = ~x;
            for (std::size_t j = most - 1; j > 0; --j)
                reached[j][i] |= reached[j - 1][i] & x;
            reached[0][i] |= x;
        }
    }
    FINSAM_EACH_LANE
    {
        auto const met = reached[most - 1][i];
        into.lane[i] = turned ? ~met : met;
    }
}

/// Precondition: 1 <= k <= count.
inline void at_least(block& into, std::size_t k, plane const* in, std::size_t count, std::size_t at)
{
    // Who has fewer than k is without so many. Two or three are what rules ask for.
    auto const without = count - k + 1;
    if (k == 2)
        reach<2, false>(into, in, count, at);
    else if (without == 2)
        reach<2, true>(into, in, count, at);
    else if (k == 3)
        reach<3, false>(into, in, count, at);
    else if (without == 3)
        reach<3, true>(into, in, count, at);
    else
        FINSAM_EACH_LANE into.lane[i] = at_least_here(k, in, count, at + i * vector_words);
}

void at_least(std::size_t k, plane const* in, std::size_t count, std::uint64_t* out,
              std::size_t words)
{
    for (std::size_t at = 0; at < words; at += step) {
        block met;
        at_least(met, k, in, count, at);
        FINSAM_EACH_LANE store(out + at + i * vector_words, met.lane[i]);
    }
}

/// Where the number is at least `edge`: planes below its lowest bit are not read.
///
/// Precondition: 1 <= edge < 2^count.
inline void at_or_above(block& into, plane const* planes, std::size_t count, std::uint32_t edge,
                        std::size_t at)
{
    auto k = static_cast<std::size_t>(__builtin_ctz(edge));
    load(into, planes[k] + at);
    for (++k; k < count; ++k) {
        if ((edge >> k & 1) != 0)
            FINSAM_EACH_LANE into.lane[i] &= load(planes[k] + at + i * vector_words);
        else
            FINSAM_EACH_LANE into.lane[i] |= load(planes[k] + at + i * vector_words);
    }
}

/// Precondition: 1 <= number < 2^count.
inline void equal(block& into, plane const* planes, std::size_t count, std::uint32_t number,
                  std::size_t at)
{
    auto const first = static_cast<std::size_t>(__builtin_ctz(number));
    load(into, planes[first] + at);
    for (std::size_t k = 0; k < count; ++k) {
        if (k == first)
            continue;
        if ((number >> k & 1) != 0)
            FINSAM_EACH_LANE into.lane[i] &= load(planes[k] + at + i * vector_words);
        else
            FINSAM_EACH_LANE into.lane[i] &= ~load(planes[k] + at + i * vector_words);
    }
}

/// Both rails of a leaf, where `look(x, at)` says who x is.
///
/// One loop for each shape: a block that a switch fills stays in memory and not in registers.
template<class Look>
inline void rails(leaf_job const& job, std::size_t words, Look look)
{
    auto* const other = job.complement ? job.yes : job.no; // the rail that is not x
    auto* const same = job.complement ? job.no : job.yes;
    auto const valid = job.valid;
    auto const none_with_other = job.complement ? nullptr : job.none;
    auto const none_with_same = job.complement ? job.none : nullptr;
    for (std::size_t at = 0; at < words; at += step) {
        block x;
        look(x, at);
        if (other != nullptr) {
            block y;
            FINSAM_EACH_LANE y.lane[i] = ~x.lane[i];
            if (valid != nullptr)
                FINSAM_EACH_LANE y.lane[i] &= load(valid + at + i * vector_words);
            if (none_with_other != nullptr)
                FINSAM_EACH_LANE y.lane[i] |= load(none_with_other + at + i * vector_words);
            FINSAM_EACH_LANE store(other + at + i * vector_words, y.lane[i]);
        }
        if (same != nullptr) {
            if (none_with_same != nullptr)
                FINSAM_EACH_LANE x.lane[i] |= load(none_with_same + at + i * vector_words);
            FINSAM_EACH_LANE store(same + at + i * vector_words, x.lane[i]);
        }
    }
}

void leaf(leaf_job const& job, std::size_t words)
{
    auto const* const planes = job.planes;
    auto const planes_count = job.count;
    auto const* const constants = job.constants;
    switch (job.kind) {
    case leaf_job::shape::equal:
        rails(job, words, [=, number = constants[0]](block& x, std::size_t at) {
            equal(x, planes, planes_count, number, at);
        });
        break;
    case leaf_job::shape::edges:
        if (job.constants_count == 1)
            rails(job, words, [=, edge = constants[0]](block& x, std::size_t at) {
                at_or_above(x, planes, planes_count, edge, at);
            });
        else
            rails(job, words, [=, more = job.constants_count](block& x, std::size_t at) {
                at_or_above(x, planes, planes_count, constants[0], at);
                for (std::size_t k = 1; k < more; ++k) {
                    block next;
                    at_or_above(next, planes, planes_count, constants[k], at);
                    FINSAM_EACH_LANE x.lane[i] ^= next.lane[i];
                }
            });
        break;
    case leaf_job::shape::any:
        rails(job, words, [=](block& x, std::size_t at) {
            load(x, planes[0] + at);
            for (std::size_t k = 1; k < planes_count; ++k)
                FINSAM_EACH_LANE x.lane[i] |= load(planes[k] + at + i * vector_words);
        });
        break;
    case leaf_job::shape::all:
        rails(job, words, [=](block& x, std::size_t at) {
            load(x, planes[0] + at);
            for (std::size_t k = 1; k < planes_count; ++k)
                FINSAM_EACH_LANE x.lane[i] &= load(planes[k] + at + i * vector_words);
        });
        break;
    case leaf_job::shape::at_least:
        rails(job, words, [=, needed = constants[0]](block& x, std::size_t at) {
            at_least(x, needed, planes, planes_count, at);
        });
        break;
    }
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

#undef FINSAM_EACH_LANE

} // namespace
} // namespace finsam::detail
