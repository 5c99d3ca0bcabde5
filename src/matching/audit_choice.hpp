// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/intervention.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace finsam::audited {

/// The reserves of its pool that an applicant may use, as positions in the pool's list.
using usable_reserves = std::vector<std::size_t>;

/// What a pool gives an applicant.
enum class seat : std::uint8_t
{
    none,
    reserved,
    open
};

/// Whom a pool chooses, written down as the specification says it (urval).
///
/// Those who may use the same reserves are one kind; only the kind and the turn of an applicant
/// count. Memory is kept from one choice to the next.
class chooser
{
public:
    /// The choices that follow are those of this pool.
    ///
    /// `free` seats are held by no incumbent. `kinds` are what applicants may use; more may be
    /// added to it between the choices, and it must live as long.
    void look_at(std::int64_t free, std::vector<reserve> const& reserved,
                 std::vector<usable_reserves> const& kinds);

    /// What each gets of these applicants, kinds in order of priority.
    ///
    /// The answer stands until the next choice.
    /// Complexity: O((applicants + reserved seats · kinds) · reserves).
    std::span<seat const> operator()(std::span<std::uint32_t const> applicants);

private:
    /// People on distinct reserved seats; one more is let in if everyone can be given another seat
    /// so that all have one (H. W. Kuhn, The Hungarian method, 1955: augmenting paths).
    class seating
    {
    public:
        void clear(std::vector<std::int64_t> const& seats,
                   std::vector<usable_reserves> const& kinds);
        bool admit(std::uint32_t kind);

    private:
        bool find_seat(std::uint32_t kind);

        std::vector<std::int64_t> const* seats_ = nullptr; // by reserve
        std::vector<usable_reserves> const* kinds_ = nullptr;
        std::vector<std::int64_t> sitting_; // by reserve, then by kind
        std::vector<std::int64_t> taken_;   // by reserve
        std::vector<char> closed_;          // by reserve: no seat is to be had there
        std::vector<char> tried_;           // by reserve
    };

    std::int64_t free_ = 0;
    std::vector<std::int64_t> seats_, hard_seats_; // by reserve
    std::vector<usable_reserves> const* kinds_ = nullptr;
    seating reserve_set_, hard_;
    std::vector<seat> given_;
};

/// The same of one pool, for applicants of any kinds: whether each is chosen.
[[nodiscard]] std::vector<bool> chosen(std::int64_t free, std::vector<reserve> const& reserved,
                                       std::vector<usable_reserves> const& applicants);

} // namespace finsam::audited
