// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/plane_memory.hpp>
#include <finsam/engine/truth_column.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// Every answer about every person (behörighet).
///
/// Shape: one column a question, in the order of `engine::needs_groups()` and
///        `engine::interventions()`; one row a person. One block of memory holds all rails, two
///        bits a person and question.
class FINSAM_EXPORT eligibility
{
public:
    eligibility() = default;
    /// Nothing is written to the rails yet.
    eligibility(std::size_t people, std::size_t needs_groups, std::size_t interventions);
    eligibility(eligibility const& other);
    eligibility(eligibility&&) noexcept = default;
    eligibility& operator=(eligibility other) noexcept;
    ~eligibility() = default;

    std::size_t people = 0;
    std::vector<truth_column> needs_groups{};
    std::vector<truth_column> interventions{};

    /// The yes rail of a question, counted over needs groups and then interventions; its no rail
    /// stands `words()` further on. Precondition: made for as many questions.
    [[nodiscard]] std::uint64_t* rails(std::size_t question) noexcept
    {
        return memory_.own() + 2 * question * words();
    }
    /// Units: words of a rail.
    [[nodiscard]] std::size_t words() const noexcept { return (people + 63) / 64; }

    friend bool operator==(eligibility const& a, eligibility const& b)
    {
        return a.people == b.people && a.needs_groups == b.needs_groups
               && a.interventions == b.interventions;
    }

private:
    plane_memory memory_;
};

} // namespace finsam
