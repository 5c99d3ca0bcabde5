// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>
#include <finsam/model/duty.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// Whether an intervention is aimed at individuals or at staff, employers or the public
/// (individinriktad, strukturövergripande).
enum class intervention_kind
{
    individual,
    structural
};
BOOST_DESCRIBE_ENUM(intervention_kind, individual, structural)

/// Places kept first for people of a needs group (reserverade platser).
///
/// Hard reserves that find nobody stay empty; soft ones go to others.
struct reserve
{
    std::string needs_group{};
    std::int64_t count = 0;
    bool hard = false;

    friend bool operator==(reserve const&, reserve const&) = default;
};
BOOST_DESCRIBE_STRUCT(reserve, (), (needs_group, count, hard))

/// A pool has at most so many reserves: whom it chooses is found with a bit for each (flest
/// reserver).
inline constexpr std::size_t most_reserves = 16;

/// Places of an intervention for the residents of some municipalities (platspott).
///
/// A pool that names none serves the residents of the area whom no other pool serves.
struct pool
{
    std::optional<std::vector<std::string>> municipalities{};
    std::int64_t count = 0;
    std::vector<reserve> reserved{};
    std::optional<citation> cite{};

    friend bool operator==(pool const&, pool const&) = default;
};
BOOST_DESCRIBE_STRUCT(pool, (), (municipalities, count, reserved, cite))

/// Something done for people or for those around them (insats).
///
/// An individual intervention has a `rule` or a criterion `when`, and places; a structural one
/// has neither, and nobody is matched to it.
///
/// Units: `cost_per_place` in whole SEK, in the plan's period.
struct intervention
{
    std::string id{};
    text label{};
    intervention_kind kind{};
    std::optional<std::string> rule{};
    std::optional<criterion> when{};
    std::vector<responsibility> members{};
    std::vector<pool> places{};
    std::vector<std::string> methods{};
    std::optional<finsam::period> period{};
    std::optional<std::int64_t> cost_per_place{};
    std::vector<std::string> leads_to{};
    std::vector<std::string> requires_completed{};
    std::optional<citation> cite{};

    friend bool operator==(intervention const&, intervention const&) = default;
};
BOOST_DESCRIBE_STRUCT(intervention, (),
                      (id, label, kind, rule, when, members, places, methods, period,
                       cost_per_place, leads_to, requires_completed, cite))

} // namespace finsam
