// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>
#include <finsam/engine/people.hpp>
#include <finsam/matching/match.hpp>

#include "audit_choice.hpp"
#include "audit_turn.hpp"
#include "engine/interview.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace finsam::audited {

/// A person's turn, as the specification defines priority and a certificate writes it down (tur).
struct stated_turn
{
    std::optional<std::int64_t> tier{};
    std::int64_t buckets = 0; ///< waited
    std::uint64_t lot = 0;    ///< tie number
    std::string_view id{};
};

/// Smaller tier first, none last; longer wait first; smaller lot first; then by id.
[[nodiscard]] bool served_before(stated_turn const& a, stated_turn const& b);

/// A pool of the plan, and who has its seats by a matching.
struct surveyed_pool
{
    std::uint32_t intervention = 0;
    std::uint32_t pool = 0;
    std::int64_t free = 0;                            ///< seats that no incumbent holds
    std::vector<std::optional<std::size_t>> groups{}; ///< by reserve: the engine's question
    std::vector<std::size_t> holders{};               ///< rows in turn, incumbents aside
};

/// Turns, lists and seats of everybody, read from the definitions (översikt).
///
/// Shape: pools are counted through all interventions of the plan.
class survey
{
public:
    static constexpr auto no_pool = std::numeric_limits<std::uint32_t>::max();

    /// What the matching says about one person who is not an incumbent.
    struct held_place
    {
        std::size_t times = 0; ///< they are recorded
        std::uint32_t intervention = 0;
        std::uint32_t pool = no_pool; ///< both of the first record
        bool as_incumbent = false;    ///< as they are not
    };

    /// Placements of rows that do not exist are left out, and so are those of incumbents.
    ///
    /// Complexity: O(people · criteria), then O(people log people + interventions listed).
    survey(engine const& compiled, people const& caseload, matching const& proposed);

    [[nodiscard]] std::size_t people() const noexcept { return turns_.size(); }
    [[nodiscard]] std::vector<surveyed_pool> const& pools() const noexcept { return pools_; }
    [[nodiscard]] std::vector<reserve> const& reserves_of(surveyed_pool const& one) const;
    /// The pool at these positions in the plan, or no_pool.
    [[nodiscard]] std::uint32_t number_of(std::uint32_t intervention, std::uint32_t pool) const;

    [[nodiscard]] bool is_incumbent(std::size_t row) const { return is_incumbent_[row]; }
    [[nodiscard]] stated_turn const& turn_of(std::size_t row) const { return turns_[row]; }
    [[nodiscard]] held_place const& held(std::size_t row) const { return held_[row]; }
    /// The pools that the person listed and may have a seat in, best first; none for incumbents.
    [[nodiscard]] std::span<std::uint32_t const> wanted(std::size_t row) const
    {
        return std::span{wanted_}.subspan(first_[row], first_[row + 1] - first_[row]);
    }
    /// The reserves of the pool whose needs groups the person is in.
    [[nodiscard]] usable_reserves uses(std::size_t row, std::uint32_t pool) const;

private:
    void number_pools();
    void find_homes(finsam::people const& caseload);
    void read(finsam::people const& caseload);
    void read_turn(finsam::people const& caseload, std::size_t row, interview& about);
    void read_list(finsam::people const& caseload, std::size_t row, interview& about,
                   std::vector<std::uint32_t> const& served);
    void seat(matching const& proposed);

    engine const& compiled_;
    plan const& plan_;
    turn_book book_;
    std::vector<surveyed_pool> pools_;
    std::vector<std::uint32_t> first_pool_;               // by intervention
    std::vector<std::optional<std::size_t>> question_of_; // by intervention
    std::vector<std::vector<std::uint32_t>> served_;      // by municipality, then intervention

    std::vector<stated_turn> turns_;
    std::vector<bool> is_incumbent_;
    std::vector<bool> in_group_; // by row, then the engine's question
    std::vector<held_place> held_;
    std::vector<std::size_t> first_;
    std::vector<std::uint32_t> wanted_;
};

} // namespace finsam::audited
