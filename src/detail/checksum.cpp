// SPDX-License-Identifier: BSL-1.0
#include "detail/checksum.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace finsam::detail {
namespace {

constexpr std::size_t lanes = 8; // words side by side: none waits for the one before
constexpr std::size_t stripe = lanes * 8;
constexpr std::size_t stripes = 16; // before what is gathered is stirred

/// Any numbers without a pattern: those of the generator splitmix64 from 0 on.
constexpr auto keys = [] {
    std::array<std::uint64_t, lanes + stripes> all{};
    std::uint64_t state = 0;
    for (auto& one : all) {
        auto word = state += 0x9E3779B97F4A7C15;
        word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9;
        word = (word ^ word >> 27) * 0x94D049BB133111EB;
        one = word ^ word >> 31;
    }
    return all;
}();

using lane_sums = std::array<std::uint64_t, lanes>;

/// Takes in up to `stripes` of them. Of each word, one lane gets the product of its halves under a
/// key of its place, and the next one the word itself, so that nothing is lost where a half is 0.
using take_stripes = void(lane_sums& sums, char const* from, std::size_t count);

void take_portably(lane_sums& sums, char const* from, std::size_t count)
{
    for (std::size_t s = 0; s < count; ++s, from += stripe) {
        std::uint64_t words[lanes];
        std::memcpy(words, from, stripe);
        for (std::size_t i = 0; i < lanes; ++i) {
            auto const keyed = words[i] ^ keys[s + i];
            sums[i] += words[i ^ 1] + (keyed & 0xFFFFFFFF) * (keyed >> 32);
        }
    }
}

#ifdef __SSE2__
void take_fast(lane_sums& sums, char const* from, std::size_t count)
{
    auto const load = [](void const* at) {
        return _mm_loadu_si128(static_cast<__m128i const*>(at));
    };
    __m128i pairs[lanes / 2];
    std::memcpy(pairs, sums.data(), sizeof pairs);
    for (std::size_t s = 0; s < count; ++s, from += stripe)
        for (std::size_t i = 0; i < lanes / 2; ++i) {
            auto const words = load(from + 16 * i);
            auto const keyed = _mm_xor_si128(words, load(&keys[s + 2 * i]));
            auto const product = _mm_mul_epu32(keyed, _mm_srli_epi64(keyed, 32));
            auto const turned = _mm_shuffle_epi32(words, 0x4E);
            pairs[i] = _mm_add_epi64(pairs[i], _mm_add_epi64(product, turned));
        }
    std::memcpy(sums.data(), pairs, sizeof pairs);
}
#else
constexpr auto& take_fast = take_portably;
#endif

template<take_stripes take>
std::uint64_t sum_with(std::string_view bytes, std::uint64_t seed)
{
    lane_sums sums;
    for (std::size_t i = 0; i < lanes; ++i)
        sums[i] = keys[i] + seed;
    auto const take_and_stir = [&](char const* from, std::size_t count) {
        take(sums, from, count);
        for (std::size_t i = 0; i < lanes; ++i)
            sums[i] = (sums[i] ^ sums[i] >> 47 ^ keys[stripes + i]) * 0x9E3779B1;
    };

    auto left = bytes;
    while (left.size() >= stripe) {
        auto const count = std::min(left.size() / stripe, stripes);
        take_and_stir(left.data(), count);
        left.remove_prefix(count * stripe);
    }
    char last[stripe] = {};
    std::copy(left.begin(), left.end(), last);
    take_and_stir(last, 1);

    auto all = seed ^ bytes.size();
    for (auto const sum : sums) {
        all = (all ^ sum) * 0x9E3779B97F4A7C15;
        all ^= all >> 32;
    }
    return all;
}

} // namespace

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed) noexcept
{
    return sum_with<take_fast>(bytes, seed);
}

std::uint64_t portable::checksum(std::string_view bytes, std::uint64_t seed) noexcept
{
    return sum_with<take_portably>(bytes, seed);
}

} // namespace finsam::detail
