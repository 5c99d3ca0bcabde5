// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "assign.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
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

/// A stable matching that changes a person or a place at a time, and stays the one that is best for
/// everyone (sittning).
///
/// Each change ends where deferred acceptance of everybody would have ended:
/// - one person more asks down their list, and so does whoever is turned away for them;
/// - a seat that falls free goes to whom the pool would choose of those who want it, and theirs to
///   the next, until nobody wants the last one. That is stable but not always best for everyone:
///   people may then rather have each other's seats. Following whom each would make room for leads
///   in a circle wherever they do, and the circle is let happen, until there is none.
///
/// Shape: refers to the round, which must live as long.
/// Units: 12 bytes a pair of person and kind, and 12 a person.
/// Source: Y. Blum, A. Roth, U. Rothblum, Vacancy chains and equilibration in senior-level labor
///         markets (1997); A. Erdil, T. Kumano, Efficiency and stability under substitutable
///         priorities with ties (2019). That circles are all that a chain leaves undone is proved
///         there for plain priorities; with reserves it is what the tests find in every small
///         world.
class seating
{
public:
    /// Everybody but those who are away (by rank), as deferred acceptance places them.
    seating(matching_round const& offered, std::vector<bool> is_away);

    [[nodiscard]] std::uint32_t kind_of(std::uint32_t rank) const;

    /// Each returns who has another place now, by rank.
    ///
    /// Precondition: of `arrive`, the person is away; of `leave`, they are not.
    /// Complexity: O(people who move · (people who list a pool + reserves in use · seats)).
    std::vector<move> arrive(std::uint32_t rank);
    std::vector<move> leave(std::uint32_t rank);
    std::vector<move> add_place(std::uint32_t kind);

    /// What `add_place` would return; everything stays as it is.
    std::vector<move> if_place_added(std::uint32_t kind);

private:
    /// Somebody who listed a kind, and how many they like better.
    struct lister
    {
        std::uint32_t rank = 0;
        std::uint32_t position = 0;
        reserve_bits uses = 0;
    };
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
    };

    static constexpr auto no_rank = no_kind;

    void list_everybody();
    [[nodiscard]] std::span<lister const> listers_of(std::uint32_t kind) const;
    [[nodiscard]] bool wants(lister const& one) const;
    [[nodiscard]] std::vector<claim> first_claims(std::uint32_t kind) const;
    [[nodiscard]] static std::uint32_t foremost(std::vector<claim> const& claims);

    [[nodiscard]] std::int64_t seats_of(std::uint32_t kind) const;
    [[nodiscard]] pool_choice pool_of(std::uint32_t kind, std::uint32_t without = no_rank) const;
    [[nodiscard]] std::uint32_t newcomer(pool_choice pool, std::vector<claim> const& claims) const;
    [[nodiscard]] std::uint32_t next_in(std::uint32_t kind) const;
    [[nodiscard]] succession const& succession_of(std::uint32_t kind);
    [[nodiscard]] std::uint32_t successor_of(std::uint32_t rank);

    void sit(std::uint32_t rank, std::uint32_t position);
    void touch(std::uint32_t kind);
    void touch_between(std::uint32_t rank, std::uint32_t from, std::uint32_t to);
    void touch_for(std::uint32_t rank, std::uint32_t position);
    void fill(std::uint32_t kind);
    void exchange();
    [[nodiscard]] bool exchange_from(std::uint32_t first, std::uint32_t pass);
    [[nodiscard]] std::vector<move> net_moves() const;
    std::vector<move> finish();

    matching_round const& offered_;
    bool has_reserves_ = false;
    std::vector<bool> is_away_;                       // by rank
    std::vector<std::uint32_t> position_;             // by rank: in their list, its length if none
    std::vector<std::int64_t> added_;                 // by kind: places
    std::vector<std::vector<std::uint32_t>> holders_; // by kind
    std::vector<std::size_t> first_lister_;           // by kind
    std::vector<lister> listers_;                     // by kind, then by rank
    std::vector<std::size_t> uses_listed_;            // by kind: sets of reserves in use
    std::vector<succession> successions_;             // by kind

    // One change: what there was before.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sat_; // (rank, position), as it happened
    std::vector<std::uint32_t> touched_; // kinds whose succession may be another
    std::vector<bool> is_touched_;       // by kind
    std::vector<std::pair<std::uint32_t, succession>> before_; // of those
    std::vector<std::uint32_t> walk_of_;                       // by rank
    std::uint32_t walk_ = 0;
};

} // namespace finsam
