// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/evaluate.hpp>
#include <finsam/matching/choice.hpp>
#include <finsam/matching/priority.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace finsam {

/// No kind of place.
inline constexpr auto no_kind = std::numeric_limits<std::uint32_t>::max();

/// A pair of an intervention in force and one of its pools (platsslag).
struct place_kind
{
    std::uint32_t intervention = 0; ///< position in the plan's list
    std::uint32_t pool = 0;         ///< position in its places
    std::int64_t free = 0;          ///< seats that no incumbent holds; below zero if too many do
    std::vector<reserve> const* reserved = nullptr; ///< of the plan

    /// By reserve: its needs group among `matching_round::groups`, or no_kind if not in force.
    std::vector<std::uint32_t> groups{};
};

/// Something on somebody's list of which a missing fact leaves open whether it suits them.
struct open_wish
{
    std::uint32_t intervention = 0; ///< position in the plan's list
    std::uint32_t before = 0;       ///< how many kinds of places they like better
};

/// What is offered to whom, as plain numbers (matchningsomgång).
///
/// Shape: a person is a rank, the position in the common order of priority; kinds of places stand
///        in the order of the interventions' ids, then of their pools. So nothing that is made of
///        it depends on the order of rows or of the plan. The wishes of a rank are the kinds of
///        places on the person's list that are in force, individual and answered yes, best first.
///        Incumbents have none. Lists lie in the order of the rows.
/// Units: 36 bytes a person and 4 a pair of person and kind, and 8 a person and 64 needs groups
///        where there are reserves.
/// Precondition: what it is made of lives longer than it.
struct matching_round
{
    struct lists
    {
        std::size_t first_wish = 0;
        std::size_t first_open = 0;
        std::uint32_t wishes = 0;
        std::uint32_t opens = 0;
    };

    std::vector<place_kind> kinds{};
    std::vector<std::uint32_t> row_of{};  ///< by rank
    std::vector<std::uint32_t> rank_of{}; ///< by row

    std::vector<std::uint32_t> tier_of{}; ///< by rank, 0 for the first that anyone is of

    std::vector<lists> lists_of{}; ///< by row
    std::vector<std::uint32_t> kinds_wished{};
    std::vector<open_wish> open_wishes{};

    std::size_t group_words = 0;             ///< words of bits a person
    std::vector<std::uint64_t> group_bits{}; ///< by row: the reserves' needs groups they are in

    [[nodiscard]] std::uint32_t people() const noexcept
    {
        return static_cast<std::uint32_t>(row_of.size());
    }
    [[nodiscard]] std::span<std::uint32_t const> wishes(std::uint32_t rank) const
    {
        return wishes_of_row(row_of[rank]);
    }
    [[nodiscard]] std::span<std::uint32_t const> wishes_of_row(std::size_t row) const
    {
        return {kinds_wished.data() + lists_of[row].first_wish, lists_of[row].wishes};
    }
    [[nodiscard]] std::span<open_wish const> opens_of_row(std::size_t row) const
    {
        return {open_wishes.data() + lists_of[row].first_open, lists_of[row].opens};
    }
    /// The reserves of the kind's pool that the person may use.
    [[nodiscard]] reserve_bits usable(std::uint32_t kind, std::uint32_t rank) const
    {
        return usable_by_row(kind, row_of[rank]);
    }
    [[nodiscard]] reserve_bits usable_by_row(std::uint32_t kind, std::size_t row) const
    {
        unsigned all = 0;
        auto const& groups = kinds[kind].groups;
        auto const* const bits = group_bits.data() + row * group_words;
        for (std::size_t i = 0; i < groups.size(); ++i)
            if (groups[i] != no_kind)
                all |= static_cast<unsigned>(bits[groups[i] / 64] >> groups[i] % 64 & 1U) << i;
        return static_cast<reserve_bits>(all);
    }
    /// Fetches what is known of those who come soon after: lists lie by row, and whoever is next in
    /// turn stands elsewhere. For who goes through all ranks.
    // Always inlined: a function that does nothing but fetch has no effect in the compiler's eyes,
    // and it drops the call.
    [[gnu::always_inline]] void prefetch_ahead_of(std::uint32_t rank) const
    {
        if (rank + 16 < people()) {
            auto const row = row_of[rank + 16];
            __builtin_prefetch(&lists_of[row]);
            if (group_words != 0)
                __builtin_prefetch(group_bits.data() + row * group_words);
        }
        if (rank + 8 < people())
            __builtin_prefetch(wishes(rank + 8).data());
    }
    /// The pool of a kind before anyone has asked.
    [[nodiscard]] pool_choice choice(std::uint32_t kind) const
    {
        return {kinds[kind].free, *kinds[kind].reserved};
    }
};

/// What is offered to the people in order of their priority, with at most so many threads, 0 for as
/// many as the machine has.
///
/// Precondition: `eligible` and `by_row` are of these people.
/// Complexity: O(people · (log people + questions asked in their municipality / 64) + wishes).
[[nodiscard]] matching_round make_round(engine const& compiled, people const& caseload,
                                        eligibility const& eligible,
                                        std::vector<priority> const& by_row,
                                        std::size_t threads = 0);

/// The pool that serves an incumbent, if one does, whatever is in force.
[[nodiscard]] std::optional<std::uint32_t>
pool_of_incumbent(engine const& compiled, people const& caseload, std::size_t row);

} // namespace finsam
