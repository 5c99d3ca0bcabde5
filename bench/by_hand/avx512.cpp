// SPDX-License-Identifier: BSL-1.0
//
// The twenty rules compiled by hand for AVX-512, over byte columns and over bit planes. Compiled
// for that processor alone, so it includes nothing whose inline functions others use.
#include "layouts.hpp"
#include "rails.hpp"
#include "stores.hpp"
#include "twenty.hpp"

#include <immintrin.h>

namespace by_hand {
namespace {

/// Sixty-four people: a comparison of bytes gives one word of answers.
struct byte_leaves
{
    byte_store const& from;
    std::size_t word;

    template<int C>
    std::uint64_t compare(int low, int high) const
    {
        if constexpr (layouts[C].bytes == 1) {
            auto const x = _mm512_loadu_si512(from.bytes[C] + word * 64);
            auto all = ~std::uint64_t{0};
            if (low > 0)
                all &= _mm512_cmpge_epu8_mask(x, _mm512_set1_epi8(static_cast<char>(low)));
            if (high < 255)
                all &= _mm512_cmple_epu8_mask(x, _mm512_set1_epi8(static_cast<char>(high)));
            return all;
        } else {
            auto const half = [&](std::size_t i) -> std::uint64_t {
                auto const x = _mm512_loadu_si512(from.pairs[C] + word * 64 + i * 32);
                auto all = ~std::uint32_t{0};
                if (low > 0)
                    all &= _mm512_cmpge_epu16_mask(x, _mm512_set1_epi16(static_cast<short>(low)));
                if (high < 65535)
                    all &= _mm512_cmple_epu16_mask(x, _mm512_set1_epi16(static_cast<short>(high)));
                return all;
            };
            return half(0) | half(1) << 32;
        }
    }
    template<int C>
    std::uint64_t valid() const
    {
        return from.valid[C] != nullptr ? from.valid[C][word] : ~std::uint64_t{0};
    }
    template<int C>
    std::uint64_t none() const
    {
        return from.none[C] != nullptr ? from.none[C][word] : 0;
    }
    template<int C>
    rails<std::uint64_t> of(std::uint64_t met) const
    {
        return {met & valid<C>(), (~met & valid<C>()) | none<C>()};
    }

    template<int C, long Low, long High>
    auto in_range() const
    {
        constexpr long most = layouts[C].bytes == 1 ? 255 : 65535;
        constexpr long low = Low - layouts[C].base < 0 ? 0 : Low - layouts[C].base;
        constexpr long high = High - layouts[C].base > most ? most : High - layouts[C].base;
        if constexpr (low > most || high < 0)
            return of<C>(0);
        else
            return of<C>(compare<C>(static_cast<int>(low), static_cast<int>(high)));
    }
    template<int C, long... Numbers>
    auto among() const
    {
        return of<C>((compare<C>(static_cast<int>(Numbers - layouts[C].base),
                                 static_cast<int>(Numbers - layouts[C].base))
                      | ...));
    }
    template<int C>
    std::uint64_t some(unsigned members) const
    {
        return _mm512_test_epi8_mask(_mm512_loadu_si512(from.bytes[C] + word * 64),
                                     _mm512_set1_epi8(static_cast<char>(members)));
    }
    template<int C, unsigned Members>
    auto contains_any() const
    {
        return of<C>(some<C>(Members));
    }
    template<int C, unsigned Members>
    auto contains_all() const
    {
        auto all = ~std::uint64_t{0};
        for (unsigned left = Members; left != 0; left &= left - 1)
            all &= some<C>(left & -left);
        return of<C>(all);
    }
    template<int C, int K>
    auto count_at_least() const
    {
        std::uint64_t met[K] = {};
        for (int i = 0; i < layouts[C].planes; ++i) {
            auto const next = some<C>(1u << i);
            for (int j = K - 1; j > 0; --j)
                met[j] |= met[j - 1] & next;
            met[0] |= next;
        }
        return of<C>(met[K - 1]);
    }
    template<int C>
    auto is_none() const
    {
        return rails<std::uint64_t>{none<C>(), valid<C>()};
    }
    template<int C>
    auto is_some() const
    {
        return rails<std::uint64_t>{valid<C>(), none<C>()};
    }
};

typedef std::uint64_t vector __attribute__((vector_size(64)));

/// 512 people: one register a plane.
struct plane_leaves
{
    plane_store const& from;
    std::uint64_t const* block;

    template<int C>
    vector plane(int k) const
    {
        return *reinterpret_cast<vector const*>(block + from.first[C] + k * 8);
    }
    template<int C>
    vector valid() const
    {
        return from.valid[C] ? plane<C>(layouts[C].planes) : ~vector{};
    }
    template<int C>
    vector none() const
    {
        return from.none[C] ? plane<C>(layouts[C].planes + (from.valid[C] ? 1 : 0)) : vector{};
    }
    template<int C>
    rails<vector> of(vector met) const
    {
        return {met & valid<C>(), (~met & valid<C>()) | none<C>()};
    }
    template<int C, long Edge>
    vector at_or_above() const
    {
        constexpr int planes = layouts[C].planes;
        if constexpr (Edge <= 0) {
            return ~vector{};
        } else if constexpr (Edge >= 1L << planes) {
            return vector{};
        } else {
            constexpr int first = __builtin_ctzl(Edge);
            auto met = plane<C>(first);
#pragma GCC unroll 32
            for (int k = first + 1; k < planes; ++k)
                met = (Edge >> k & 1) != 0 ? met & plane<C>(k) : met | plane<C>(k);
            return met;
        }
    }
    template<int C, long Low, long High>
    vector between() const
    {
        return at_or_above<C, Low>() & ~at_or_above<C, High + 1>();
    }
    template<int C, long Low, long High>
    auto in_range() const
    {
        return of<C>(between<C, Low - layouts[C].base, High - layouts[C].base>());
    }
    template<int C, long... Numbers>
    auto among() const
    {
        return of<C>((between<C, Numbers - layouts[C].base, Numbers - layouts[C].base>() | ...));
    }
    template<int C, unsigned Members>
    auto contains_any() const
    {
        vector met{};
#pragma GCC unroll 8
        for (int k = 0; k < layouts[C].planes; ++k)
            if ((Members >> k & 1) != 0)
                met |= plane<C>(k);
        return of<C>(met);
    }
    template<int C, unsigned Members>
    auto contains_all() const
    {
        auto met = ~vector{};
#pragma GCC unroll 8
        for (int k = 0; k < layouts[C].planes; ++k)
            if ((Members >> k & 1) != 0)
                met &= plane<C>(k);
        return of<C>(met);
    }
    template<int C, int K>
    auto count_at_least() const
    {
        vector met[K] = {};
#pragma GCC unroll 8
        for (int i = 0; i < layouts[C].planes; ++i) {
            auto const next = plane<C>(i);
            for (int j = K - 1; j > 0; --j)
                met[j] |= met[j - 1] & next;
            met[0] |= next;
        }
        return of<C>(met[K - 1]);
    }
    template<int C>
    auto is_none() const
    {
        return rails<vector>{none<C>(), valid<C>()};
    }
    template<int C>
    auto is_some() const
    {
        return rails<vector>{valid<C>(), none<C>()};
    }
};

} // namespace

bool can_run()
{
    return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
           && __builtin_cpu_supports("avx512vpopcntdq");
}

void count_bytes(byte_store const& from, counts& into)
{
    for (std::size_t word = 0; word < from.people / 64; ++word)
        answer(byte_leaves{from, word}, [&](std::size_t question, rails<std::uint64_t> given) {
            into.yes[question] += static_cast<std::uint64_t>(__builtin_popcountll(given.yes));
            into.no[question] += static_cast<std::uint64_t>(__builtin_popcountll(given.no));
        });
}

void count_planes(plane_store const& from, counts& into)
{
    __m512i yes[questions] = {}, no[questions] = {};
    for (std::size_t block = 0; block < from.people / 512; ++block)
        answer(plane_leaves{from, from.words + block * from.block_words},
               [&](std::size_t question, rails<vector> given) {
                   yes[question] = _mm512_add_epi64(
                       yes[question], _mm512_popcnt_epi64(reinterpret_cast<__m512i>(given.yes)));
                   no[question] = _mm512_add_epi64(
                       no[question], _mm512_popcnt_epi64(reinterpret_cast<__m512i>(given.no)));
               });
    for (std::size_t question = 0; question < questions; ++question) {
        into.yes[question] += static_cast<std::uint64_t>(_mm512_reduce_add_epi64(yes[question]));
        into.no[question] += static_cast<std::uint64_t>(_mm512_reduce_add_epi64(no[question]));
    }
}

} // namespace by_hand
