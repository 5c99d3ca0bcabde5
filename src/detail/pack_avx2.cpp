// SPDX-License-Identifier: BSL-1.0
//
// For x86-64 processors with AVX2: compiled with the flags that `newest_here` asks for.
#define FINSAM_VECTOR 32
#include "detail/pack_compare.hpp"
#include "detail/pack_count.hpp"
#include "detail/pack_loops.hpp"

namespace finsam::detail {

extern pack const avx2_pack;
constinit pack const avx2_pack{"avx2", all, any, at_least, compare, except, count};

} // namespace finsam::detail
