// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/model/intervention.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace finsam {

/// Some of the reserves of a pool, by their positions in its list, a bit each (platsreserver).
using reserve_bits = std::uint16_t;

/// Whom a pool admits of those who have asked for it so far (urval till en platspott).
///
/// In order of priority a person enters the reserve set when that set plus the person can still be
/// matched to distinct reserved seats of needs groups they are in. The other seats go by priority
/// to everyone else. Hard reserved seats stay empty when the reserve set, matched into as many of
/// them as it can be, leaves them over.
///
/// The result does not depend on the order in which people ask: whoever is turned away would be
/// turned away again however many more ask. Nor does it matter who somebody is besides their rank
/// and the reserves they may use: those who may use the same are kept together.
///
/// Units: a person is a rank, the position in the common order of priority; the smaller goes first.
///        The reserves of a person are those of needs groups the person is in.
/// Source: T. Sönmez, M. B. Yenmez, Affirmative action in India via vertical, horizontal, and
///         overlapping reservations (2022), the meritorious horizontal choice rule.
class FINSAM_EXPORT pool_choice
{
public:
    /// A pool with this many seats that no incumbent holds. Reserves that exceed them are cut from
    /// the last listed backwards.
    ///
    /// Precondition: at most `most_reserves`.
    pool_choice(std::int64_t free, std::vector<reserve> const& reserved);

    /// Somebody asks for a place, who has not been admitted.
    ///
    /// Returns: who is turned away: the one who asks, somebody admitted before, or nobody.
    /// Complexity: O(1) for somebody who stands behind one with the same reserves who was turned
    ///             away; else O(log people admitted), and where there are reserves O(sets of
    ///             reserves in use · reserves) besides.
    std::optional<std::uint32_t> ask(std::uint32_t rank, reserve_bits reserves = 0);

    /// Seats that no incumbent holds.
    [[nodiscard]] std::size_t seats() const noexcept { return free_; }

    [[nodiscard]] std::size_t admitted() const noexcept { return seated_ + open_.size(); }

    /// The last one in order of priority whose place somebody with these reserves would have got
    /// by standing before them: those in seats that are not reserved, and those in reserved seats
    /// whom the person could stand in for.
    ///
    /// Complexity: O(people admitted).
    [[nodiscard]] std::optional<std::uint32_t> last_admitted(reserve_bits reserves) const;

    /// Calls `visit(rank, reserves)` for each of the reserve set, `reserves` being those they may
    /// use, and `visit(rank, nothing)` for everyone else who is admitted; in no order.
    template<class Visit>
    void for_each_admitted(Visit visit) const
    {
        for (std::size_t at = 0; at < count_; ++at)
            for (auto const& [uses, who] : holders_[at])
                for (auto const rank : who.all())
                    visit(rank, std::optional{uses});
        for (auto const rank : open_.all())
            visit(rank, std::optional<reserve_bits>{});
    }

private:
    /// Ranks, of which the last in order of priority is wanted: a heap once it has been asked for.
    class FINSAM_EXPORT ranks
    {
    public:
        [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
        [[nodiscard]] std::vector<std::uint32_t> const& all() const noexcept { return all_; }
        void put(std::uint32_t rank);
        /// Precondition for these: there is one.
        [[nodiscard]] std::uint32_t last();
        std::uint32_t take_last();
        std::uint32_t take_any();

    private:
        std::vector<std::uint32_t> all_{};
        bool is_heap_ = false;
    };
    /// By the reserves that people may use: who of them sits on seats of one reserve.
    using seated = std::vector<std::pair<reserve_bits, ranks>>;
    /// The reserves in which somebody could get a seat if holders moved between those they may use.
    struct reach
    {
        reserve_bits found = 0;
        /// By reserve: where the one who would move there comes from, and what they may use.
        std::array<std::pair<std::uint8_t, reserve_bits>, most_reserves> from{};
    };

    [[nodiscard]] reach reach_of(reserve_bits reserves) const;
    [[nodiscard]] std::size_t open_seats() const { return free_ - seated_ - hard_left_; }
    [[nodiscard]] bool is_behind_refused(std::uint32_t rank, reserve_bits reserves) const;
    void refuse(std::uint32_t rank, reserve_bits reserves);

    std::optional<std::uint32_t> seat(std::uint32_t rank, reserve_bits reserves);
    void settle(reach const& ways, std::uint8_t at, std::uint32_t rank, reserve_bits reserves);
    ranks& holders_of(std::uint8_t at, reserve_bits uses);

    std::size_t free_ = 0;
    std::size_t count_ = 0;                         // of reserves
    std::array<std::size_t, most_reserves> left_{}; // seats that have nobody, by reserve
    reserve_bits with_room_ = 0;                    // reserves that have such seats
    reserve_bits hard_ = 0;
    std::vector<seated> holders_; // by reserve
    std::size_t seated_ = 0;      // the size of the reserve set
    std::size_t hard_left_ = 0;   // hard seats that found nobody yet
    ranks open_;

    // The first who was turned away of those who may use no reserve, and of others by what they
    // may.
    std::uint32_t refused_without_ = 0xFFFF'FFFF;
    std::vector<std::pair<reserve_bits, std::uint32_t>> refused_;
};

} // namespace finsam
