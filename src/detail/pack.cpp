// SPDX-License-Identifier: BSL-1.0
#include "detail/pack.hpp"

namespace finsam::detail {

#ifdef FINSAM_X86_64
extern pack const avx2_pack;
extern pack const avx512_pack;
#endif

packs packs_here() noexcept
{
    packs here{{&portable_pack}, 1};
#ifdef FINSAM_X86_64
    // What the files are compiled for, no more and no less.
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt"))
        here.list[here.count++] = &avx2_pack;
    if (here.count == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
        && __builtin_cpu_supports("avx512vpopcntdq"))
        here.list[here.count++] = &avx512_pack;
#endif
    return here;
}

pack const& fastest_pack() noexcept
{
    static packs const here = packs_here();
    return *here.list[here.count - 1];
}

} // namespace finsam::detail
