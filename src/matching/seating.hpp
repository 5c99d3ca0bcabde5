// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "seats.hpp"

#include <cstdint>
#include <vector>

namespace finsam {

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

    [[nodiscard]] std::uint32_t kind_of(std::uint32_t rank) const { return seats_.kind_of(rank); }

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
    void fill(std::uint32_t kind);
    void exchange();
    [[nodiscard]] bool exchange_from(std::uint32_t first, std::uint32_t pass);
    std::vector<move> finish();

    seats seats_;
    std::vector<std::uint32_t> walk_of_; // by rank
    std::uint32_t walk_ = 0;
};

} // namespace finsam
