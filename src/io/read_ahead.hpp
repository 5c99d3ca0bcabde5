// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "detail/in_ranges.hpp"
#include "io/reading.hpp"
#include "io/sure_rows.hpp"

#include <atomic>
#include <cstddef>
#include <string_view>
#include <system_error>
#include <vector>

namespace finsam::io {

/// Where a text is cut for several threads to read ahead, each cut behind the end of a line.
///
/// Returns: the ends of the parts, the last one that of the text.
/// Complexity: O(text), however long its lines are.
[[nodiscard]] inline std::vector<std::size_t> ends_of_parts(std::string_view text,
                                                            std::size_t parts)
{
    std::vector<std::size_t> ends;
    for (std::size_t i = 1; i < parts; ++i) {
        auto const wanted = text.size() * i / parts;
        if (!ends.empty() && wanted < ends.back())
            continue; // in the same line
        auto const line = text.find('\n', wanted);
        if (line == text.npos)
            break;
        ends.push_back(line + 1);
    }
    if (ends.empty() || ends.back() < text.size())
        ends.push_back(text.size());
    return ends;
}

/// What several threads have read ahead of a block (förhandsläsning).
struct read_ahead
{
    std::vector<sure_person> records; ///< one a thread
    std::vector<sure_rows> rows;      ///< one a part
};

/// Takes a block as `Text::take` does, read ahead on several threads where it is large.
///
/// What was read of a part, up to the first doubt in it, counts only where all before it is done
/// with when it begins: a field of several lines may have been cut in two.
template<class Text>
std::size_t take_block(Text& text, reading& into, read_ahead& ahead, std::string_view block,
                       bool is_last)
{
    auto const parts = block.size() / into.how.part_size;
    auto const threads = detail::threads_for(parts, into.how.threads);
    if (threads == 1 || !into.takes_rows())
        return text.take(block, is_last);
    auto const ends = ends_of_parts(block, parts);
    auto const begin = [&](std::size_t i) { return i == 0 ? 0 : ends[i - 1]; };
    ahead.records.resize(threads, into.sure);
    while (ahead.rows.size() < ends.size())
        ahead.rows.emplace_back(into.people_reader.vocabulary());
    // Whoever is through with a part takes the next: no two threads are equally fast.
    std::atomic<std::size_t> next = 0;
    try {
        detail::in_ranges(threads, threads, [&](std::size_t thread, std::size_t, std::size_t) {
            for (auto i = next++; i < ends.size(); i = next++) {
                ahead.rows[i].clear();
                text.read_ahead(block.substr(begin(i), ends[i] - begin(i)), ahead.records[thread],
                                ahead.rows[i]);
            }
        });
    } catch (std::system_error const&) {
        return text.take(block, is_last); // the machine has no thread left, and none is needed
    }
    std::size_t done = 0;
    for (std::size_t i = 0; i < ends.size() && done == begin(i); ++i) {
        text.take(ahead.rows[i]);
        done += ahead.rows[i].length();
        if (i + 1 < ends.size() && done < ends[i])
            done += text.take(block.substr(done, ends[i] - done), false);
    }
    return done + text.take(block.substr(done), is_last);
}

} // namespace finsam::io
