// SPDX-License-Identifier: BSL-1.0
#include "detail/slice.hpp"

#include "detail/processor.hpp"

namespace finsam::detail {

#ifdef __SSE2__
extern slicer const sse2_slicer;
#endif
#ifdef FINSAM_X86_64
extern slicer const avx2_slicer;
extern slicer const avx512_slicer;
#endif

slicers slicers_here() noexcept
{
    slicers here{{&portable_slicer}, 1};
#ifdef __SSE2__
    here.list[here.count++] = &sse2_slicer;
#endif
#ifdef FINSAM_X86_64
    auto const newest = newest_here();
    if (newest >= processor::avx2)
        here.list[here.count++] = &avx2_slicer;
    if (newest >= processor::avx512)
        here.list[here.count++] = &avx512_slicer;
#endif
    return here;
}

slicer const& fastest_slicer() noexcept
{
    static slicers const here = slicers_here();
    return *here.list[here.count - 1];
}

} // namespace finsam::detail
