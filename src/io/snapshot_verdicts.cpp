// SPDX-License-Identifier: BSL-1.0
#include "io/snapshot_format.hpp"
#include "io/snapshot_piece.hpp"

#include <algorithm>
#include <thread>

namespace finsam::io {
namespace {

constexpr std::size_t least_pieces = 16; // that a thread is worth

} // namespace

std::vector<verdict> verdicts_on(std::vector<piece>& pieces, std::vector<std::uint64_t> const& sums,
                                 piece_limits const& limits)
{
    std::vector<verdict> all(pieces.size());
    auto const judge = [&](std::size_t first, std::size_t last) {
        for (auto i = first; i < last; ++i) {
            auto& one = pieces[i];
            // The contents are looked at while they are still in the second cache.
            all[i] = sums[i] != detail::checksum(bytes_of(one), i) ? verdict::altered
                     : check_contents(one, limits)                 ? verdict::right
                                                                   : verdict::absurd;
        }
    };
    auto const threads = std::clamp<std::size_t>(pieces.size() / least_pieces, 1,
                                                 std::max(1U, std::thread::hardware_concurrency()));
    auto const from = [&](std::size_t thread) { return pieces.size() * thread / threads; };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < threads; ++thread)
        others.emplace_back(judge, from(thread), from(thread + 1));
    judge(from(0), from(1));
    others.clear(); // waits for them
    return all;
}

} // namespace finsam::io
