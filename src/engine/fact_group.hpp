// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace finsam {

/// One fact of 64 people at a time, for who goes from row to row (uppgift för en grupp).
class fact_group
{
public:
    /// The fact is no set.
    explicit fact_group(std::size_t index = 0)
        : index_(index)
    {}

    /// Precondition for these: the same people each time, unchanged; row < size().
    [[nodiscard]] fact_state state(people const& caseload, std::size_t row)
    {
        read(caseload, row);
        return states_[row % 64];
    }
    /// Precondition: the state is `value`. Units: as `people::number`.
    [[nodiscard]] std::int32_t number(people const& caseload, std::size_t row)
    {
        read(caseload, row);
        return numbers_[row % 64];
    }

private:
    void read(people const& caseload, std::size_t row)
    {
        if (row - row % 64 == first_)
            return;
        first_ = row - row % 64;
        caseload.group(first_, index_, states_, numbers_);
    }

    std::size_t index_;
    std::size_t first_ = std::numeric_limits<std::size_t>::max();
    std::array<fact_state, 64> states_{};
    std::array<std::int32_t, 64> numbers_{};
};

} // namespace finsam
