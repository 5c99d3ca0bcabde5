// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace finsam {

/// Seats and lists as numbers (efterfrågan).
///
/// Units: a person is a rank, the position in the common order of priority. A kind of place is a
///        number without meaning: other numbers for the same kinds change nothing.
struct fit_demand
{
    std::span<std::int64_t const> seats;  ///< by kind: those that are free; less than 0 is 0
    std::span<std::size_t const> first;   ///< by rank, and one more: where the list begins
    std::span<std::uint32_t const> kinds; ///< the lists one after the other, best first
    std::span<std::uint32_t const> tier;  ///< by rank, 0 for those of the first, ascending

    [[nodiscard]] std::span<std::uint32_t const> of(std::size_t rank) const
    {
        return kinds.subspan(first[rank], first[rank + 1] - first[rank]);
    }
};

/// No kind of place for that person.
inline constexpr auto no_fit = std::numeric_limits<std::uint32_t>::max();

/// The best fit: who gets which kind of place (bästa passning).
///
/// Of all placements, the one that has the most people of the first tier placed, then of the next
/// tier …; of those the one in which the positions of the placed in their own lists, counted from
/// 0, have the smallest sum. Of two people of one tier with the same list the first in rank never
/// gets the later choice. Which of the placements that are equally good it is depends on ranks and
/// lists alone, but somebody may wait who comes before somebody placed that fits as well.
///
/// Kinds that nobody's list connects are worked through apart. People of one tier with the same
/// list are one unit where there are at least `people_a_unit` people to each unit on average; that
/// is for speed, and the sums are the same.
///
/// Precondition: tiers ascend; no kind stands twice in a list.
/// Returns: by rank, the kind or `no_fit`.
/// Errors: throws `std::length_error` where connected lists hold 2³² kinds or more together.
/// Complexity: O(options · log people), and for each person a search among the kinds connected with
///             theirs, mostly of a few; memory for each two connected kinds one number of 32 bits.
/// Source: see `fit_network`.
[[nodiscard]] std::vector<std::uint32_t> best_fit(fit_demand const& demand,
                                                  std::size_t people_a_unit = 2);

/// What a seat is worth (marginalvärde): with one fewer of it, a person of `tier` fewer could be
/// placed and the positions would grow by `positions`, or they alone would.
///
/// Example: {no_tier, 0} is the price of a kind that has a seat left.
struct seat_price
{
    std::uint32_t tier = std::numeric_limits<std::uint32_t>::max();
    std::int64_t positions = 0;

    friend bool operator==(seat_price const&, seat_price const&) = default;
};

/// No person more or less.
inline constexpr auto no_tier = std::numeric_limits<std::uint32_t>::max();

/// The prices that prove a best fit: with them nobody could do better than where they are, what is
/// not full is free, and nobody who waits could pay. They do not depend on which of the best
/// placements it is.
///
/// A kind without seats has the price of a person of tier 0.
///
/// Of a placement that is no best fit they prove nothing.
///
/// Precondition: everyone has a kind of their list or none.
/// Complexity: O(options · log + moves between kinds · length of the longest chain of moves).
[[nodiscard]] std::vector<seat_price> seat_prices(fit_demand const& demand,
                                                  std::span<std::uint32_t const> kind_of);

} // namespace finsam
