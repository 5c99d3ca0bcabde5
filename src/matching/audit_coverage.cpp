// SPDX-License-Identifier: BSL-1.0
#include "audit_coverage.hpp"

#include <algorithm>

namespace finsam::audited {
namespace {

/// Whose seat a chain of moves that begins in a place can free at best.
struct outcome
{
    bool is_known = false;
    std::uint32_t by = nothing; ///< nobody's: a seat is open
};

} // namespace

std::vector<uncovered> not_best(reading const& read, std::span<std::int64_t const> open,
                                std::span<std::uint32_t const> place_of, turn_order before)
{
    std::vector<outcome> best(open.size());
    std::vector<std::uint32_t> reached;
    auto const spread = [&](std::uint32_t first, std::uint32_t by) {
        if (best[first].is_known)
            return;
        best[first] = {true, by};
        reached.push_back(first);
        while (!reached.empty()) {
            auto const place = reached.back();
            reached.pop_back();
            // From where somebody would move there.
            for (auto const row : read.wanting.of(place))
                if (auto const from = place_of[row]; from != nothing && !best[from].is_known) {
                    best[from] = {true, by};
                    reached.push_back(from);
                }
        }
    };

    // An open seat is best, then the seat of whoever comes last.
    std::vector<std::uint32_t> last; // places, by their last holders
    for (std::uint32_t place = 0; place < open.size(); ++place) {
        if (open[place] > 0)
            spread(place, nothing);
        if (!read.holders.of(place).empty())
            last.push_back(place);
    }
    std::sort(last.begin(), last.end(), [&](std::uint32_t a, std::uint32_t b) {
        return before(read.holders.of(b).back(), read.holders.of(a).back());
    });
    for (auto const place : last)
        spread(place, read.holders.of(place).back());

    std::vector<uncovered> found;
    for (std::uint32_t row = 0; row < place_of.size(); ++row) {
        if (place_of[row] != nothing)
            continue;
        for (auto const place : read.might_have.of(row)) {
            auto const& [is_known, by] = best[place];
            if (is_known && (by == nothing || before(row, by))) {
                found.push_back({row, place, by});
                break;
            }
        }
    }
    return found;
}

} // namespace finsam::audited
