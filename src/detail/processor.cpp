// SPDX-License-Identifier: BSL-1.0
#include "detail/processor.hpp"

namespace finsam::detail {

processor newest_here() noexcept
{
#ifdef FINSAM_X86_64
    // What the files are compiled for, no more and no less.
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")) {
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
            && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
            && __builtin_cpu_supports("avx512vpopcntdq"))
            return processor::avx512;
        return processor::avx2;
    }
#endif
    return processor::any;
}

} // namespace finsam::detail
