// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/citation.hpp>
#include <finsam/model/period.hpp>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

namespace finsam {

/// What a population-wide question is asked for (ändamål).
enum class purpose
{
    placement,
    follow_up,
    planning
};
BOOST_DESCRIBE_ENUM(purpose, placement, follow_up, planning)

/// The right of a member to pick people out of a population (mandat).
///
/// Register law treats "list everyone who fits" differently from "what fits this person".
///
/// Source: SFS 2010:110, 114 kap. 12 §; SFS 2002:546, 14 §.
struct mandate
{
    std::string id{};
    std::string member{};
    finsam::purpose purpose{};
    citation cite{};
    std::optional<finsam::period> period{};

    friend bool operator==(mandate const&, mandate const&) = default;
};
BOOST_DESCRIBE_STRUCT(mandate, (), (id, member, purpose, cite, period))

} // namespace finsam
