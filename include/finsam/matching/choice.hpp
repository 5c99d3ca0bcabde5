// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/intervention.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace finsam {

/// Whom a pool admits of those who have asked for it so far (urval till en platspott).
///
/// In order of priority a person enters the reserve set when that set plus the person can still be
/// matched to distinct reserved seats of needs groups they are in. The other seats go by priority
/// to everyone else. Hard reserved seats stay empty when the reserve set, matched into as many of
/// them as it can be, leaves them over.
///
/// The result does not depend on the order in which people ask: whoever is turned away would be
/// turned away again however many more ask.
///
/// Units: a person is a rank, the position in the common order of priority; the smaller goes first.
///        `reserves` are positions in the pool's list of reserves, those of needs groups the person
///        is in.
/// Source: T. Sönmez, M. B. Yenmez, Affirmative action in India via vertical, horizontal, and
///         overlapping reservations (2022), the meritorious horizontal choice rule.
class pool_choice
{
public:
    /// A pool with this many seats that no incumbent holds. Reserves that exceed them are cut from
    /// the last listed backwards.
    pool_choice(std::int64_t free, std::vector<reserve> const& reserved);

    /// Somebody asks for a place.
    ///
    /// Returns: who is turned away: the one who asks, somebody admitted before, or nobody.
    /// Complexity: O(log people admitted) without reserves; with them O(reserves² + seats).
    std::optional<std::uint32_t> ask(std::uint32_t rank, std::vector<std::uint32_t> reserves = {});

    /// Seats that no incumbent holds.
    [[nodiscard]] std::size_t seats() const noexcept { return free_; }

    [[nodiscard]] std::size_t admitted() const noexcept { return seated_ + open_.size(); }

    /// The last one in order of priority whose place somebody with these reserves would have got
    /// by standing before them: those in seats that are not reserved, and those in reserved seats
    /// whom the person could stand in for.
    [[nodiscard]] std::optional<std::uint32_t>
    last_admitted(std::vector<std::uint32_t> const& reserves) const;

private:
    struct holder
    {
        std::uint32_t rank = 0;
        std::vector<std::uint32_t> reserves{};
    };
    struct reserved_seats
    {
        std::size_t count = 0;
        bool hard = false;
        std::vector<holder> holders{}; // ascending by rank
    };
    /// The reserves in which somebody could get a seat if holders moved between those they may use.
    struct reach
    {
        std::vector<std::uint32_t> found;
        std::vector<std::uint32_t> from; // by reserve: where the one who moves there comes from
    };

    [[nodiscard]] reach reach_of(std::vector<std::uint32_t> const& reserves) const;
    [[nodiscard]] std::optional<std::uint32_t> worst_of(reach const& within) const;
    [[nodiscard]] std::size_t open_seats() const;

    std::optional<std::uint32_t> seat(holder newcomer);
    void put(std::uint32_t at, holder one);
    holder take(std::uint32_t at, std::size_t index);

    std::size_t free_ = 0;
    std::vector<reserved_seats> reserves_;
    std::vector<std::size_t> moves_;  // [a][b]: holders of a who may use b
    std::size_t seated_ = 0;          // the size of the reserve set
    std::size_t hard_left_ = 0;       // hard seats that found nobody yet
    std::vector<std::uint32_t> open_; // heap of ranks, the last in priority on top
};

} // namespace finsam
