// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "best_fit.hpp"
#include "round.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

static_assert(no_fit == no_kind);

/// A round as best fit counts it: what somebody listed twice stands where it comes first (listor).
///
/// Precondition: the round lives longer.
class fit_lists
{
public:
    explicit fit_lists(matching_round const& offered);

    [[nodiscard]] fit_demand demand() const { return {seats_, first_, kinds_, offered_.tier_of}; }

private:
    matching_round const& offered_;
    std::vector<std::int64_t> seats_;   // by kind
    std::vector<std::size_t> first_{0}; // by rank, and one more
    std::vector<std::uint32_t> kinds_;
};

} // namespace finsam
