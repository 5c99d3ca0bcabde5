// SPDX-License-Identifier: BSL-1.0
//
// For processors of level 4 (AVX-512): compiled with -march=x86-64-v4.
#define FINSAM_VECTOR 64
#include "detail/pack_loops.hpp"

namespace finsam::detail {

extern pack const x86_64_v4_pack;
constinit pack const x86_64_v4_pack{"x86-64-v4", all, any, at_least, leaf, except, count};

} // namespace finsam::detail
