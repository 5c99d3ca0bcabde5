// SPDX-License-Identifier: BSL-1.0
#include "detail/checksum.hpp"

#include <cstddef>
#include <cstring>

namespace finsam::detail {
namespace {

// Eight words side by side, each with a sum of its own, so that none waits for the one before.
typedef std::uint64_t words __attribute__((vector_size(64)));

constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;

/// Each step can be undone, so two states that differ once differ ever after. A multiplication
/// would mix better, but vectors of x86-64 cannot multiply words of eight bytes.
inline void enter(words& sum, words const& more)
{
    sum += more;
    sum += sum << 21;
    sum ^= sum >> 35;
}

inline std::uint64_t folded(std::uint64_t sum, std::uint64_t more)
{
    sum = (sum ^ more) * odd;
    return sum ^ sum >> 32;
}

} // namespace

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed) noexcept
{
    constexpr std::size_t stripe = 2 * sizeof(words);
    words const first = {1, 2, 3, 4, 5, 6, 7, 8};
    words sums[2] = {first * odd + seed, (first + 8) * odd + seed};
    auto const enter_stripe = [&](char const* from) {
        words more[2];
        std::memcpy(more, from, stripe);
        enter(sums[0], more[0]);
        enter(sums[1], more[1]);
    };

    auto const* at = bytes.data();
    auto left = bytes.size();
    for (; left >= stripe; left -= stripe, at += stripe)
        enter_stripe(at);
    if (left > 0) {
        char last[stripe] = {};
        std::memcpy(last, at, left);
        enter_stripe(last);
    }
    auto all = folded(seed, bytes.size());
    for (auto const& sum : sums)
        for (std::size_t i = 0; i < 8; ++i)
            all = folded(all, sum[i]);
    return all;
}

} // namespace finsam::detail
