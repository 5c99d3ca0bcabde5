// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "weighted_lists.hpp"

namespace finsam::bench {

/// Whether LEMON was there when this was built.
bool has_lemon();

/// By LEMON's network simplex.
std::int64_t lemon_greatest_sum(weighted_lists const& all);

} // namespace finsam::bench
