// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/plane_memory.hpp>

#if __has_include(<sys/mman.h>)
#include <sys/mman.h>
#endif

namespace finsam {
namespace {

// The first touch of a small page costs more than the writing to it: large blocks ask for large
// pages. Where there are none, nothing is lost.
constexpr std::size_t large_page = std::size_t{1} << 21;

} // namespace

plane_memory::plane_memory(std::size_t bytes)
    : alignment_(std::align_val_t{bytes < large_page ? 64 : large_page})
    , bytes_(bytes)
{
    own_ = static_cast<std::uint64_t*>(::operator new(bytes, alignment_));
    words_ = own_;
#ifdef MADV_HUGEPAGE
    if (bytes >= large_page)
        (void)::madvise(own_, bytes / large_page * large_page, MADV_HUGEPAGE);
#endif
}

} // namespace finsam
