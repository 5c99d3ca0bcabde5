// SPDX-License-Identifier: BSL-1.0
#include "detail/pack.hpp"

namespace finsam::detail {

#ifdef FINSAM_X86_64
extern pack const x86_64_v3_pack;
extern pack const x86_64_v4_pack;
#endif

packs packs_here() noexcept
{
    packs here{{&portable_pack}, 1};
#ifdef FINSAM_X86_64
    // What the levels promise, by the parts that the compiler uses of them. Counting bits in wide
    // registers came a little later than the rest of level 4.
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2")
        && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("fma"))
        here.list[here.count++] = &x86_64_v3_pack;
    if (here.count == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vpopcntdq"))
        here.list[here.count++] = &x86_64_v4_pack;
#endif
    return here;
}

pack const& fastest_pack() noexcept
{
    static packs const here = packs_here();
    return *here.list[here.count - 1];
}

} // namespace finsam::detail
