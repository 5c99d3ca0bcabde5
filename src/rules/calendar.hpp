// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "rules/checking.hpp"

#include <optional>
#include <string>
#include <vector>

namespace finsam::checking {

/// When which version of each rule is in force.
///
/// A version whose period cannot be relied on is in force on no day.
class rule_calendar
{
public:
    explicit rule_calendar(state const& in);

    /// Every day on which a version comes into force, ascending.
    [[nodiscard]] std::vector<date> const& days() const { return days_; }

    /// Per name of a rule the position of the version in force on the day.
    [[nodiscard]] std::vector<std::optional<std::size_t>> in_force_on(date day) const;

    /// Whether the period of each version of the rule can be relied on.
    [[nodiscard]] bool is_known(std::size_t name) const { return is_known_[name]; }

    /// "its versions are in force from `a`, `b`".
    [[nodiscard]] std::string in_words(std::size_t name) const;

private:
    struct version
    {
        std::size_t place;
        period when;
    };

    std::vector<std::vector<version>> versions_; ///< per name of a rule
    std::vector<bool> is_known_;
    std::vector<date> days_;
};

/// The days of the plan's period on which something changes: its first, and where a rule, a needs
/// group, an intervention or a value of a parameter begins or ends. Ascending.
[[nodiscard]] std::vector<date> days_of_change(plan const& agreed);

} // namespace finsam::checking
