// SPDX-License-Identifier: BSL-1.0
//
// For any processor.
#define FINSAM_VECTOR 16
#include "detail/pack_compare.hpp"
#include "detail/pack_count.hpp"
#include "detail/pack_loops.hpp"

namespace finsam::detail {

constinit pack const portable_pack{"portable", all, any, at_least, compare, except, count};

} // namespace finsam::detail
