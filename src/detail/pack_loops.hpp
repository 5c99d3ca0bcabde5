// SPDX-License-Identifier: BSL-1.0
//
// The loops of `pack` about gates, and what all of its loops need. This, `pack_compare.hpp` and
// `pack_count.hpp` are included once by each file that is compiled for another kind of processor.
// FINSAM_VECTOR is the number of bytes of its registers. Nothing in them may call an inline
// function of another header: the linker keeps one copy of such a function, and that one might need
// instructions that the processor at hand does not have.
#pragma once

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
inline void reach(vector* into, terms const& in, std::size_t at)
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
        into[i] = turned ? ~met : met;
    }
}

void at_least(std::size_t k, terms const& in, std::uint64_t* out, std::size_t words)
{
    // Who has fewer than k is without so many. Two or three are what rules ask for.
    auto const without = in.count + in.differences_count - k + 1;
    for (std::size_t at = 0; at < words; at += step) {
        vector met[lanes];
        if (k == 2)
            reach<2, false>(met, in, at);
        else if (without == 2)
            reach<2, true>(met, in, at);
        else if (k == 3)
            reach<3, false>(met, in, at);
        else if (without == 3)
            reach<3, true>(met, in, at);
        else
            FINSAM_EACH_LANE met[i] = at_least_here(k, in, at + i * vector_words);
        FINSAM_EACH_LANE store(out + at + i * vector_words, met[i]);
    }
}

#undef FINSAM_EACH_GATE_LANE
#undef FINSAM_EACH_LANE

} // namespace
} // namespace finsam::detail
