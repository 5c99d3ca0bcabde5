// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/evaluate.hpp>

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace finsam {

/// A pool of an intervention, where places are (platspott).
///
/// Units: positions in the plan's list and in the intervention's places.
struct pool_position
{
    std::uint32_t intervention = 0;
    std::uint32_t pool = 0;

    friend bool operator==(pool_position const&, pool_position const&) = default;
};
BOOST_DESCRIBE_STRUCT(pool_position, (), (intervention, pool))

/// Somebody's proposed place before and after something changed (platsbyte).
struct place_change
{
    std::size_t person = 0; ///< row
    std::optional<pool_position> from{};
    std::optional<pool_position> to{};

    friend bool operator==(place_change const&, place_change const&) = default;
};
BOOST_DESCRIBE_STRUCT(place_change, (), (person, from, to))

/// A matching in which people come and go and places are added, without starting over (löpande
/// matchning).
///
/// After each change everybody has the place that `match` would propose from the beginning. With
/// the policies `stable` and `serial` a change costs what it moves; with others it is done by
/// starting over.
///
/// Shape: owns what it needs; people are the rows they were when it was made.
class FINSAM_EXPORT running_matching
{
public:
    /// Proposes places to everyone but those in `absent` (rows), who ask for nothing yet. Absent
    /// incumbents keep their seats.
    ///
    /// Precondition: `eligible` is of these people.
    /// Errors: throws `document_error` without a mandate for placement in force.
    /// Complexity: as `match`.
    running_matching(engine const& compiled, people const& caseload, eligibility const& eligible,
                     mandate const& allowed, std::vector<std::size_t> const& absent = {});
    running_matching(running_matching&&) noexcept;
    running_matching& operator=(running_matching&&) noexcept;
    ~running_matching();

    /// The place proposed to somebody who is no incumbent, if one is.
    [[nodiscard]] std::optional<pool_position> place_of(std::size_t row) const;

    /// Somebody who was absent asks for a place.
    ///
    /// Returns, as the others: whose place is another now, by row.
    /// Precondition: they were absent and are no incumbent.
    std::vector<place_change> arrive(std::size_t row);
    /// Somebody asks for nothing any more; their seat falls free.
    ///
    /// Precondition: they are not absent and no incumbent.
    std::vector<place_change> leave(std::size_t row);
    /// A place is added, or one that an incumbent held falls free.
    ///
    /// Precondition: the pool is one of an individual intervention in force.
    std::vector<place_change> add_place(pool_position where);
    /// What `add_place` would return; everything stays as it is.
    [[nodiscard]] std::vector<place_change> if_place_added(pool_position where);

private:
    class state;
    state* state_; // owned
};

/// What one more place in a pool would do (en plats till).
struct place_effect
{
    pool_position where{};
    std::vector<place_change> changes{}; ///< by row

    friend bool operator==(place_effect const&, place_effect const&) = default;
};
BOOST_DESCRIBE_STRUCT(place_effect, (), (where, changes))

/// For every pool of an individual intervention in force, in plan order: who would have another
/// place if it had one place more (en plats till).
///
/// With `stable` and `serial` nobody has a worse one. With the other policies only those are told
/// who would have a place and have none, or the other way round: with `fit`, people who fit as well
/// may change places.
///
/// Errors: throws `document_error` without a mandate for placement in force.
/// Complexity: as `match`, and what would move in each pool; with `fit` a matching for each pool.
[[nodiscard]] FINSAM_EXPORT std::vector<place_effect> one_more_place(engine const& compiled,
                                                                     people const& caseload,
                                                                     eligibility const& eligible,
                                                                     mandate const& allowed);

} // namespace finsam
