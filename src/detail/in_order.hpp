// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <semaphore>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace finsam::detail {

/// What `in_order` does with several threads.
///
/// Returns: false if they could not be started; then nothing was taken.
template<class Make, class Take>
bool in_order_together(std::size_t count, std::size_t at_once, std::size_t threads,
                       Make const& make, Take const& take)
{
    auto const ranges = (count + at_once - 1) / at_once;
    auto const past = [&](std::size_t range) { return std::min((range + 1) * at_once, count); };

    struct made_text
    {
        std::string text;
        std::exception_ptr failed;
    };
    /// What one thread makes: every so many-th range, the next while this one is taken.
    struct lane
    {
        made_text texts[2];
        // One more than there are texts: whoever waits is let go when nothing is wanted any more.
        std::counting_semaphore<3> empty{2}, made{0};
    };
    std::vector<lane> lanes(threads);
    std::atomic<bool> stopped = false;

    std::vector<std::jthread> workers; // joined after they are let go
    workers.reserve(threads);
    struct letting_go
    {
        std::vector<lane>& lanes;
        std::atomic<bool>& stopped;
        ~letting_go()
        {
            stopped = true;
            for (auto& one : lanes)
                one.empty.release();
        }
    } const at_the_end{lanes, stopped};

    auto const work = [&](std::size_t i) {
        auto& own = lanes[i];
        std::size_t turn = 0;
        for (auto range = i; range < ranges; range += threads, turn ^= 1) {
            own.empty.acquire();
            if (stopped)
                return;
            auto& [text, failed] = own.texts[turn];
            try {
                text.clear();
                make(range * at_once, past(range), text);
            } catch (...) {
                failed = std::current_exception();
            }
            own.made.release();
            if (failed)
                return;
        }
    };
    try {
        for (std::size_t i = 0; i < threads; ++i)
            workers.emplace_back(work, i);
    } catch (std::system_error const&) {
        return false;
    }

    for (std::size_t range = 0; range < ranges; ++range) {
        auto& from = lanes[range % threads];
        from.made.acquire();
        auto const& [text, failed] = from.texts[range / threads % 2];
        if (failed)
            std::rethrow_exception(failed);
        take(text, past(range));
        from.empty.release();
    }
    return true;
}

/// A text made on several threads and taken in order on this one (i tur och ordning).
///
/// Calls `make(first, last, text)` for ranges of at most `at_once` of `count` pieces of work, which
/// appends to an empty text, and `take(text, last)` on each in the order of the pieces, on the
/// thread that asked.
///
/// Where the machine has no thread left, this one does all.
///
/// Precondition: at_once and threads are at least 1; what `make` reads may be shared.
/// Errors: whatever `make` or `take` throws is thrown here, and nothing is taken after it.
/// Complexity: two texts a thread are held, whatever the count.
template<class Make, class Take>
void in_order(std::size_t count, std::size_t at_once, std::size_t threads, Make const& make,
              Take const& take)
{
    if (threads > 1 && in_order_together(count, at_once, threads, make, take))
        return;
    std::string text;
    for (std::size_t first = 0; first < count; first += at_once) {
        auto const last = std::min(first + at_once, count);
        text.clear();
        make(first, last, text);
        take(text, last);
    }
}

} // namespace finsam::detail
