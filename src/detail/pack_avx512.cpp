// SPDX-License-Identifier: BSL-1.0
//
// For x86-64 processors with AVX-512: compiled with the flags that `newest_here` asks for.
#define FINSAM_VECTOR 64
#include "detail/pack_compare.hpp"
#include "detail/pack_count.hpp"
#include "detail/pack_loops.hpp"

namespace finsam::detail {

extern pack const avx512_pack;
constinit pack const avx512_pack{"avx512", all, any, at_least, compare, except, count};

} // namespace finsam::detail
