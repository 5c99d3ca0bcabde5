// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "assign.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace finsam {

/// Somebody's kind of place before and after, or no_kind (flytt).
struct move
{
    std::uint32_t rank = 0;
    std::uint32_t from = no_kind;
    std::uint32_t to = no_kind;

    friend bool operator==(move const&, move const&) = default;
};

/// Who has a seat where, and who each pool would choose next (säten).
///
/// Remembers what changed since `finish` was last called, so that it can be told and undone, and
/// whom a pool would choose in the stead of each of its people, until a change may have made that
/// another.
///
/// Shape: refers to the round, which must live as long.
/// Units: 12 bytes a pair of person and kind, and 12 a person.
class seats
{
public:
    /// Somebody who wants a seat, and the reserves of the pool that they may use.
    struct claim
    {
        std::uint32_t rank = 0;
        reserve_bits uses = 0;
    };
    /// Whom a pool would choose in the stead of somebody who leaves it.
    ///
    /// That depends on who leaves only by whether they are of the reserve set, and then by the
    /// reserves they may use.
    struct succession
    {
        bool is_known = false;
        /// The first of those who want a seat, by the reserves they may use.
        std::vector<claim> first{};
        /// The reserve set, by rank.
        std::vector<claim> reserve_set{};
        /// Instead of a member of the reserve set who may use these; nobody where it is no_rank.
        std::vector<std::pair<reserve_bits, std::uint32_t>> next{};

        [[nodiscard]] std::uint32_t foremost() const
        {
            return first.empty() ? no_rank : first.front().rank; // in order of priority
        }
    };

    static constexpr auto no_rank = no_kind;

    /// Everybody but those who are away (by rank), as deferred acceptance places them.
    seats(matching_round const& offered, std::vector<bool> is_away);

    [[nodiscard]] matching_round const& offered() const noexcept { return offered_; }
    [[nodiscard]] bool has_reserves() const noexcept { return has_reserves_; }
    [[nodiscard]] bool is_away(std::uint32_t rank) const { return is_away_[rank]; }
    [[nodiscard]] bool is_empty(std::uint32_t kind) const { return holders_[kind].empty(); }
    [[nodiscard]] std::uint32_t kind_of(std::uint32_t rank) const;
    /// Of the person's kind in their list; the list's length if they have none.
    [[nodiscard]] std::uint32_t position_of(std::uint32_t rank) const { return position_[rank]; }
    [[nodiscard]] pool_choice pool_of(std::uint32_t kind, std::uint32_t without = no_rank) const;

    /// Who would get a seat of the kind that is open now, if there is one for them.
    [[nodiscard]] std::uint32_t next_in(std::uint32_t kind) const;
    /// Precondition, as of `successor_of` and `move_up`: each pool has chosen of all who want a
    /// seat in it, except that it may have one open.
    [[nodiscard]] succession const& succession_of(std::uint32_t kind);
    /// Who would get the seat of a person who left it.
    [[nodiscard]] std::uint32_t successor_of(std::uint32_t rank);

    void add_place(std::uint32_t kind);
    void remove_place(std::uint32_t kind);
    void set_away(std::uint32_t rank, bool is_away) { is_away_[rank] = is_away; }
    /// The person wants the kinds of these positions of their list as they did not before.
    void touch_between(std::uint32_t rank, std::uint32_t from, std::uint32_t to);
    void sit(std::uint32_t rank, std::uint32_t position);
    /// Gives somebody a seat that they like better than what they have.
    void move_up(std::uint32_t rank, std::uint32_t kind);

    /// Of the kinds whose succession may have changed.
    [[nodiscard]] std::span<std::uint32_t const> touched() const noexcept { return touched_; }
    /// Who sits elsewhere than before, by rank.
    [[nodiscard]] std::vector<move> moves() const;
    /// Seats everybody where they sat before.
    void undo();
    void finish();

private:
    /// Somebody who listed a kind, and how many they like better.
    struct lister
    {
        std::uint32_t rank = 0;
        std::uint32_t position = 0;
        reserve_bits uses = 0;
    };

    void list_everybody();
    [[nodiscard]] std::span<lister const> listers_of(std::uint32_t kind) const;
    [[nodiscard]] bool wants(lister const& one) const;
    [[nodiscard]] std::vector<claim> first_claims(std::uint32_t kind) const;
    [[nodiscard]] std::int64_t places_of(std::uint32_t kind) const;
    [[nodiscard]] static std::uint32_t newcomer(pool_choice pool, std::vector<claim> const& claims);
    void touch(std::uint32_t kind);
    void take_seat(std::uint32_t rank, std::uint32_t position);

    matching_round const& offered_;
    bool has_reserves_ = false;
    std::vector<bool> is_away_;                       // by rank
    std::vector<std::uint32_t> position_;             // by rank
    std::vector<std::int64_t> added_;                 // by kind: places
    std::vector<std::vector<std::uint32_t>> holders_; // by kind
    std::vector<std::size_t> first_lister_;           // by kind
    std::vector<lister> listers_;                     // by kind, then by rank
    std::vector<std::size_t> uses_listed_;            // by kind: sets of reserves in use
    std::vector<succession> successions_;             // by kind

    // Since the last finish:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sat_; // (rank, position), as it happened
    std::vector<std::uint32_t> touched_;                       // kinds
    std::vector<bool> is_touched_;                             // by kind
    std::vector<std::pair<std::uint32_t, succession>> before_; // of those
};

} // namespace finsam
