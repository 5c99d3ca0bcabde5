// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/evaluate.hpp>

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// A proposed place, or the place an incumbent already has (föreslagen plats).
///
/// Units: `person` is a row of the people, `intervention` a position in the plan's list. `choice`
///        counts from 1 in the person's preferences as given, or among all individual
///        interventions of the plan; null for incumbents. `pool` is null for an incumbent whom no
///        pool serves. `undetermined` are listed interventions before it that are unknown.
struct placement
{
    std::size_t person = 0;
    std::uint32_t intervention = 0;
    std::optional<std::uint32_t> pool{};
    std::optional<std::size_t> choice{};
    bool incumbent = false;
    std::vector<std::uint32_t> undetermined{};

    friend bool operator==(placement const&, placement const&) = default;
};
BOOST_DESCRIBE_STRUCT(placement, (), (person, intervention, pool, choice, incumbent, undetermined))

/// How high the last one admitted to a pool stood (gräns).
///
/// Told only where at least five people were admitted: it is somebody's waiting time.
struct cutoff
{
    std::optional<std::int64_t> tier{};
    std::int64_t waited_days_at_least = 0;

    friend bool operator==(cutoff const&, cutoff const&) = default;
};
BOOST_DESCRIBE_STRUCT(cutoff, (), (tier, waited_days_at_least))

/// Why a waiting person has no place in an intervention they listed (skäl till väntan).
struct waiting_reason
{
    std::uint32_t intervention = 0;
    std::optional<cutoff> last_admitted{};

    friend bool operator==(waiting_reason const&, waiting_reason const&) = default;
};
BOOST_DESCRIBE_STRUCT(waiting_reason, (), (intervention, last_admitted))

/// Somebody who is eligible for what they listed and found it full (väntande).
struct waiting_person
{
    std::size_t person = 0;
    std::vector<std::uint32_t> undetermined{}; ///< listed interventions that are unknown
    std::vector<waiting_reason> reasons{};     ///< one a listed intervention that is yes

    friend bool operator==(waiting_person const&, waiting_person const&) = default;
};
BOOST_DESCRIBE_STRUCT(waiting_person, (), (person, undetermined, reasons))

/// Somebody for whom a missing fact stands in the way of every listed intervention (oklar).
struct undetermined_person
{
    std::size_t person = 0;
    std::vector<std::uint32_t> interventions{}; ///< listed interventions that are unknown

    friend bool operator==(undetermined_person const&, undetermined_person const&) = default;
};
BOOST_DESCRIBE_STRUCT(undetermined_person, (), (person, interventions))

/// Somebody whom no listed intervention suits (utan insats).
struct unserved_person
{
    std::size_t person = 0;
    bool in_needs_group = false;

    friend bool operator==(unserved_person const&, unserved_person const&) = default;
};
BOOST_DESCRIBE_STRUCT(unserved_person, (), (person, in_needs_group))

/// Who is proposed which place, and who waits (matchning). A proposal, never more.
///
/// Shape: each person stands in exactly one of `placements`, `waiting`, `undetermined` and
///        `no_intervention`; each list in row order.
struct matching
{
    std::string mandate{};
    finsam::policy policy{};
    std::size_t people = 0;
    std::vector<placement> placements{};
    std::vector<std::size_t> tier_uncertain{}; ///< not incumbents, best tier differs from tier
    std::vector<waiting_person> waiting{};
    std::vector<undetermined_person> undetermined{};
    std::vector<unserved_person> no_intervention{};

    friend bool operator==(matching const&, matching const&) = default;
};
BOOST_DESCRIBE_STRUCT(matching, (),
                      (mandate, policy, people, placements, tier_uncertain, waiting, undetermined,
                       no_intervention))

/// Proposes places by the plan's policy (matcha).
///
/// `stable`: person-proposing deferred acceptance, where a pool chooses as `pool_choice` does.
/// `serial`: one by one in order of priority, each takes the first open seat on the list.
/// `coverage`: as many as possible, those first who come first.
/// `fit`: of all matchings the one with the most people of the first tier placed, then of the next
/// …, then of those in none, compared one after the other and never added up; of those, the one in
/// which the sum over the placed of their position in their own list, counted from 0 among what is
/// possible for them, is smallest. Of matchings that are equally good it is always the same one,
/// but not always one in which who has waited longer has the place. `promises_of` says what each
/// keeps. The order of the people changes nothing but the order of the lists. `threads`: at most so
/// many, 0 for as many as the machine has; the matching is the same with any number.
///
/// Precondition: `eligible` is of these people.
/// Errors: throws `document_error` without a mandate for placement in force.
/// Complexity: O(people log people + listed interventions · log seats); more where there are
///             reserves, see `pool_choice::ask`, and with `coverage` and `fit`, where others move.
[[nodiscard]] FINSAM_EXPORT matching match(engine const& compiled, people const& caseload,
                                           eligibility const& eligible, mandate const& allowed,
                                           std::size_t threads = 0);

} // namespace finsam
