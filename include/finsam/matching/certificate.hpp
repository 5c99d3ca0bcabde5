// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/matching/match.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace finsam {

/// A place in the order of turns (plats i turordningen).
///
/// Units: those of `priority` without the id: people whose three numbers are equal cannot be told
///        apart, which the tie number makes next to impossible.
struct turn_mark
{
    std::optional<std::int64_t> tier{};
    std::int64_t buckets = 0; ///< waited
    std::uint64_t tie = 0;

    friend bool operator==(turn_mark const&, turn_mark const&) = default;
};
BOOST_DESCRIBE_STRUCT(turn_mark, (), (tier, buckets, tie))

/// How far down the order of turns a pool would admit (antagning).
enum class admission
{
    everyone, ///< a seat is left for whoever asks
    nobody,   ///< whoever asks
    until     ///< whoever comes no later than somebody who has a seat
};
BOOST_DESCRIBE_ENUM(admission, everyone, nobody, until)

/// Whom of those with these reserves a pool would admit beside those it has (gräns).
///
/// Units: `intervention` and `pool` are positions in the plan's lists, `reserves` in the pool's, in
///        ascending order: those of needs groups one is in.
struct pool_cutoff
{
    std::uint32_t intervention = 0;
    std::uint32_t pool = 0;
    std::vector<std::uint32_t> reserves{};
    admission admits{};
    std::optional<turn_mark> last{}; ///< of `until`, and only then

    friend bool operator==(pool_cutoff const&, pool_cutoff const&) = default;
};
BOOST_DESCRIBE_STRUCT(pool_cutoff, (), (intervention, pool, reserves, admits, last))

/// Since whose turn no seat of a pool can be made free (stängd plats).
struct pool_closing
{
    std::uint32_t intervention = 0;
    std::uint32_t pool = 0;
    turn_mark since{};

    friend bool operator==(pool_closing const&, pool_closing const&) = default;
};
BOOST_DESCRIBE_STRUCT(pool_closing, (), (intervention, pool, since))

/// Somebody of a tier, whoever it is (en placerad).
///
/// Units: `tier` is the priority of the first needs group they are in; null for those in none.
struct placed_person
{
    std::optional<std::int64_t> tier{};

    friend bool operator==(placed_person const&, placed_person const&) = default;
};
BOOST_DESCRIBE_STRUCT(placed_person, (), (tier))

/// What would be lost if the pool had a seat fewer (pris).
///
/// Units: `person` is who would no longer be placed, null if as many would be; `positions` what the
///        sum of the positions in the lists of the placed, counted from 0, would grow by. With a
///        person it may be below 0: who is not placed has no position.
struct pool_price
{
    std::uint32_t intervention = 0;
    std::uint32_t pool = 0;
    std::optional<placed_person> person{};
    std::int64_t positions = 0;

    friend bool operator==(pool_price const&, pool_price const&) = default;
};
BOOST_DESCRIBE_STRUCT(pool_price, (), (intervention, pool, person, positions))

/// What shows that a matching is what its policy promises, without the code that made it (intyg).
///
/// `stable` and `serial`: `cutoffs`, one for each pool and each set of its reserves that somebody
/// who listed it may use. Everybody's place follows from them: the first on the list whose cut-off
/// they reach. That no other such matching is better for people they do not show; `audit` does.
///
/// `coverage`: `closings` of the pools that are closed; the others are open at every turn. Whoever
/// has no place finds everything they listed closed at their turn. A closed pool is full of people
/// who came before it closed, and what else they listed had closed no later. So no moving makes
/// room for somebody who was left out, except in the stead of somebody who comes before them.
///
/// `fit`: `prices` of the pools with free seats; where none is said it is nought. None is below it,
/// and a pool with one above it is full. What a seat costs somebody is its price and its position
/// in their list; to have none costs a person of their tier. A person of an earlier tier costs
/// more than one of a later, one of any more than nobody, and equal persons compare by positions.
/// Everybody has what costs them least. So no placement is better: what it gains somebody is no
/// more than what others pay for it. A pool without free seats has no price, since nobody can come
/// in at any.
///
/// It tells waiting times of single people, as the matching does: only for who has the mandate.
///
/// Source: E. Azevedo, J. Leshno, A supply and demand framework for two-sided matching markets
///         (2016), for cut-offs; P. Hall, On representatives of subsets (1935), for closings;
///         L. Shapley, M. Shubik, The assignment game I (1971), for prices.
struct certificate
{
    std::optional<std::vector<pool_cutoff>> cutoffs{};
    std::optional<std::vector<pool_closing>> closings{};
    std::optional<std::vector<pool_price>> prices{};

    friend bool operator==(certificate const&, certificate const&) = default;
};
BOOST_DESCRIBE_STRUCT(certificate, (), (cutoffs, closings, prices))

/// The certificate of a matching by the plan's policy, whoever made it (intyga).
///
/// Of a matching that is not what the policy promises it is one that `verify` refuses.
///
/// Precondition: `eligible` and `proposed` are of these people.
/// Returns: cut-offs, closings or prices in plan order, cut-offs then by reserves; prices that are
///          nought are left out.
/// Complexity: O(people log people + listed interventions · log sets of reserves), and for each
///             pool and each set of its reserves that somebody may use O(seats + reserves²); for
///             prices O(pools that somebody would move between), for each step of the longest chain
///             of moves.
[[nodiscard]] FINSAM_EXPORT certificate certify(engine const& compiled, people const& caseload,
                                                eligibility const& eligible,
                                                matching const& proposed);

} // namespace finsam
