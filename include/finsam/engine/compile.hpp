// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/circuit.hpp>
#include <finsam/engine/program.hpp>
#include <finsam/engine/questionnaire.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/model/plan.hpp>
#include <finsam/rules/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace finsam {

/// A checked plan lowered for one reference date (motor).
///
/// Immutable once made; any number of threads may use one. Parameters, rule references and date
/// arithmetic are gone: each leaf is one comparison.
class FINSAM_EXPORT engine
{
public:
    [[nodiscard]] plan const& agreed() const noexcept { return plan_; }
    [[nodiscard]] date as_of() const noexcept { return as_of_; }
    [[nodiscard]] schema const& facts() const noexcept { return schema_; }
    [[nodiscard]] program const& lowered() const noexcept { return program_; }
    /// The same for populations.
    [[nodiscard]] circuit const& asked() const noexcept { return circuit_; }
    /// The same for one person after the other.
    [[nodiscard]] questionnaire const& asked_of_one() const noexcept { return questionnaire_; }

    /// Needs groups in force on the reference date, in plan order.
    [[nodiscard]] std::vector<question> const& needs_groups() const noexcept
    {
        return program_.needs_groups;
    }
    /// Individual interventions in force on the reference date, in plan order.
    [[nodiscard]] std::vector<question> const& interventions() const noexcept
    {
        return program_.interventions;
    }

    /// The pool of an intervention that serves residents of the municipality, if one does.
    ///
    /// Precondition: intervention is a position in the plan's list.
    /// Complexity: O(pools of the intervention).
    [[nodiscard]] std::optional<std::uint32_t> pool_for(std::size_t intervention,
                                                        std::string_view municipality) const;

    /// Whether the municipality belongs to the association's area.
    [[nodiscard]] bool in_area(std::string_view municipality) const;

private:
    friend FINSAM_EXPORT result<engine> compile(plan agreed, date as_of);
    engine() = default;

    plan plan_;
    date as_of_{};
    schema schema_;
    program program_;
    circuit circuit_;
    questionnaire questionnaire_;
};

/// Checks a plan on the reference date and lowers it (kompilera).
///
/// Errors: everything `check` reports as an error, `not_in_force` for a date outside the plan's
///         period among them. After it nothing fails but memory.
/// Complexity: O(criteria in force).
[[nodiscard]] FINSAM_EXPORT result<engine> compile(plan agreed, date as_of);

} // namespace finsam
