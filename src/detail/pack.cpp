// SPDX-License-Identifier: BSL-1.0
#include "detail/pack.hpp"

#include "detail/processor.hpp"

namespace finsam::detail {

#ifdef FINSAM_X86_64
extern pack const avx2_pack;
extern pack const avx512_pack;
#endif

packs packs_here() noexcept
{
    packs here{{&portable_pack}, 1};
#ifdef FINSAM_X86_64
    auto const newest = newest_here();
    if (newest >= processor::avx2)
        here.list[here.count++] = &avx2_pack;
    if (newest >= processor::avx512)
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
