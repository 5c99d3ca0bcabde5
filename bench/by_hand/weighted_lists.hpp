// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Best fit as an assignment of the greatest sum of weights, for those who know nothing of tiers.
/// This header is read by a C++17 source too: LEMON 1.3.1 does not compile as C++20.
namespace finsam::bench {

struct weighted_lists
{
    std::vector<std::int64_t> seats{};   ///< by kind
    std::vector<std::size_t> first{0};   ///< by person, and one more
    std::vector<std::uint32_t> kinds{};  ///< the lists one after the other
    std::vector<std::int64_t> weights{}; ///< as many
};

} // namespace finsam::bench
