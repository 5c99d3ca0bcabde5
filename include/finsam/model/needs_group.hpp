// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace finsam {

/// People whom the members have agreed to put first (behovsgrupp).
///
/// Either `rule` names a rule or `when` holds the criterion itself.
///
/// Units: priority 1 is served first.
struct needs_group
{
    std::string id{};
    text label{};
    std::optional<std::string> rule{};
    std::optional<criterion> when{};
    std::int64_t priority = 1;
    std::optional<citation> cite{};
    std::optional<finsam::period> period{};

    friend bool operator==(needs_group const&, needs_group const&) = default;
};
BOOST_DESCRIBE_STRUCT(needs_group, (), (id, label, rule, when, priority, cite, period))

} // namespace finsam
