// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "audit_choice.hpp"
#include "audit_reading.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace finsam::audited {

/// The seats of a pool that no incumbent holds. Nobody is thrown out, so incumbents alone may be
/// more than the seats.
[[nodiscard]] std::int64_t free_seats(pool const& agreed, seats const& given);

/// Compares whom a pool was given with whom it would choose (bedömning av en platspott).
///
/// What is needed of memory is kept from one pool to the next. One for each thread.
class pool_judge
{
public:
    /// Precondition: holders stand in order of their turn.
    pool_judge(engine const& compiled, place_list const& places, reading const& read,
               turn_order before);

    /// Of those who sit there the pool must choose everyone, and nobody else of those who want to.
    ///
    /// If so, and unless `successor` is empty, writes by row who of those who want a seat there
    /// would be chosen in the stead of each holder.
    ///
    /// Complexity: for each set of reserves in use that somebody who wants a seat may use, a choice
    ///             for each halving of the holders, and one more; O(1) for each who wants one.
    void judge(std::uint32_t place, std::span<std::uint32_t> successor);

    [[nodiscard]] std::vector<finding> const& findings() const noexcept { return findings_; }

private:
    /// Of the newcomers of a kind, the pool would choose so many: those who would stand before the
    /// second, third … of the holders.
    struct welcome
    {
        bool is_known = false;
        std::size_t count = 0;
        std::uint32_t first = nothing; ///< in turn of those who want a seat
        std::vector<std::optional<std::uint32_t>> instead_of{}; ///< by position: found when asked
    };
    static constexpr auto not_sought = nothing - 1;

    void look_at(std::uint32_t place);
    void find_successors(std::span<std::uint32_t> into);
    [[nodiscard]] std::uint32_t kind_of(std::size_t row);
    void check_wish(std::uint32_t row);
    void tell(std::uint32_t row, std::uint32_t kind);
    [[nodiscard]] std::size_t count_chosen(std::uint32_t kind);
    [[nodiscard]] std::span<seat const> choose_with(std::size_t position, std::uint32_t kind);

    engine const& compiled_;
    place_list const& places_;
    reading const& read_;
    turn_order before_;
    std::vector<finding> findings_;

    // The pool that is looked at.
    std::uint32_t place_ = 0;
    std::span<std::uint32_t const> holders_;
    std::vector<std::uint32_t> groups_;          // by reserve: its needs group's question
    std::vector<usable_reserves> kinds_;         // of those looked at so far
    std::vector<std::uint32_t> sits_;            // by holder: kind
    std::vector<welcome> welcome_;               // by kind
    std::vector<std::uint32_t> kind_of_company_; // by company
    std::vector<std::uint32_t> looked_at_;       // by company: the pool's number when it was
    std::uint32_t pool_number_ = 0;
    chooser choose_;
    std::vector<std::uint32_t> applicants_;
};

} // namespace finsam::audited
