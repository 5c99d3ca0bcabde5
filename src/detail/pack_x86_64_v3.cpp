// SPDX-License-Identifier: BSL-1.0
//
// For processors of level 3 (AVX2): compiled with -march=x86-64-v3.
#define FINSAM_VECTOR 32
#include "detail/pack_loops.hpp"

namespace finsam::detail {

extern pack const x86_64_v3_pack;
constinit pack const x86_64_v3_pack{"x86-64-v3", all, any, at_least, leaf, except, count};

} // namespace finsam::detail
