// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "weighted_lists.hpp"

namespace finsam::bench {

/// By Boost.Graph's successive shortest paths.
///
/// Precondition: no weight is below 0.
std::int64_t boost_graph_greatest_sum(weighted_lists const& all);

} // namespace finsam::bench
