// SPDX-License-Identifier: BSL-1.0
#include "ranked.hpp"

#include "detail/in_ranges.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <limits>
#include <optional>

namespace finsam {
namespace {

/// Priority as two words that compare as it does, all but equal tie numbers.
struct sort_key
{
    std::uint64_t tier_and_wait = 0;
    std::uint64_t tie = 0;
    std::uint32_t row = 0;
};

constexpr std::size_t most_parts = 4;

} // namespace

std::vector<std::uint32_t> ranked(std::vector<priority> const& by_row, std::size_t threads)
{
    BOOST_ASSERT(by_row.size() < std::numeric_limits<std::uint32_t>::max());
    std::vector<std::int64_t> tiers; // few, ascending
    for (auto const& one : by_row)
        if (one.tier) {
            auto const at = std::lower_bound(tiers.begin(), tiers.end(), *one.tier);
            if (at == tiers.end() || *at != *one.tier)
                tiers.insert(at, *one.tier);
        }
    auto const number_of = [&](std::optional<std::int64_t> tier) {
        auto const at = tier ? std::lower_bound(tiers.begin(), tiers.end(), *tier) : tiers.end();
        return static_cast<std::uint64_t>(at - tiers.begin());
    };

    std::vector<sort_key> keys(by_row.size());
    for (std::uint32_t row = 0; row < keys.size(); ++row) {
        auto const& one = by_row[row];
        // Days between any two dates of the calendar fit in 32 bits.
        auto const wait = std::uint64_t{0xffff'ffff} - static_cast<std::uint64_t>(one.waited);
        keys[row] = {number_of(one.tier) << 32 | wait, one.tie, row};
    }
    auto const is_before = [&](sort_key const& a, sort_key const& b) {
        if (a.tier_and_wait != b.tier_and_wait)
            return a.tier_and_wait < b.tier_and_wait;
        if (a.tie != b.tie)
            return a.tie < b.tie;
        if (by_row[a.row].id != by_row[b.row].id)
            return by_row[a.row].id < by_row[b.row].id;
        return a.row < b.row;
    };
    // Parts that are sorted apart are merged one after the other, so a few are enough.
    threads =
        std::min(detail::threads_for(keys.size() / detail::rows_a_thread, threads), most_parts);
    std::vector<std::size_t> ends(threads);
    detail::in_ranges(keys.size(), threads,
                      [&](std::size_t thread, std::size_t first, std::size_t last) {
                          ends[thread] = last;
                          std::sort(keys.begin() + static_cast<std::ptrdiff_t>(first),
                                    keys.begin() + static_cast<std::ptrdiff_t>(last), is_before);
                      });
    for (std::size_t i = 1; i < threads; ++i)
        std::inplace_merge(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(ends[i - 1]),
                           keys.begin() + static_cast<std::ptrdiff_t>(ends[i]), is_before);
    std::vector<std::uint32_t> rows(keys.size());
    std::transform(keys.begin(), keys.end(), rows.begin(),
                   [](sort_key const& one) { return one.row; });
    return rows;
}

} // namespace finsam
