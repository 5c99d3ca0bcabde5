// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace finsam::detail {

/// So many people are worth a thread of their own (personer per tråd).
inline constexpr std::size_t rows_a_thread = 16384;

/// How many threads are worth it for so many pieces of work: at most `wanted`, 0 for as many as the
/// machine has (trådar).
[[nodiscard]] inline std::size_t threads_for(std::size_t pieces, std::size_t wanted)
{
    if (wanted == 0)
        wanted = std::max(1u, std::thread::hardware_concurrency());
    return std::clamp<std::size_t>(wanted, 1, std::max<std::size_t>(pieces, 1));
}

/// Calls work(thread, first, last) for ranges of pieces that do not overlap, each on a thread of
/// its own (parallellt).
///
/// Precondition: threads is what `threads_for` says of the pieces.
/// Errors: whatever a thread throws is thrown here, that of the first range before others.
template<class Work>
void in_ranges(std::size_t pieces, std::size_t threads, Work const& work)
{
    auto const from = [&](std::size_t i) { return pieces * i / threads; };
    // What a thread cannot do for want of memory is told to whoever asked.
    std::vector<std::exception_ptr> failed(threads);
    {
        std::vector<std::jthread> others; // joined first of all that they use
        others.reserve(threads - 1);
        for (std::size_t i = 1; i < threads; ++i)
            others.emplace_back([&work, &failed, i, first = from(i), last = from(i + 1)] {
                try {
                    work(i, first, last);
                } catch (...) {
                    failed[i] = std::current_exception();
                }
            });
        work(std::size_t{0}, from(0), from(1));
    }
    for (auto const& one : failed)
        if (one)
            std::rethrow_exception(one);
}

} // namespace finsam::detail
