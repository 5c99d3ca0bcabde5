// SPDX-License-Identifier: BSL-1.0
//
// For any processor.
#include "detail/slice.hpp"

namespace finsam::detail {
namespace {

struct sixty_four
{
    std::uint64_t eights[8];

    static sixty_four of_bytes(unsigned char const* from)
    {
        sixty_four all{};
        for (unsigned i = 0; i < 64; ++i)
            all.eights[i / 8] |= std::uint64_t{from[i]} << i % 8 * 8;
        return all;
    }
    static sixty_four of_numbers(std::int32_t const* from, std::int32_t base, unsigned lowest)
    {
        unsigned char bytes[64];
        for (unsigned i = 0; i < 64; ++i)
            bytes[i] = static_cast<unsigned char>(
                (static_cast<std::uint32_t>(from[i]) - static_cast<std::uint32_t>(base)) >> lowest);
        return of_bytes(bytes);
    }
    [[nodiscard]] std::uint64_t word(unsigned k) const
    {
        std::uint64_t all = 0;
        for (unsigned i = 0; i < 8; ++i)
            // The product gathers the lowest bits of the eight bytes in its highest byte.
            all |= ((eights[i] >> k & 0x0101010101010101) * 0x0102040810204080 >> 56) << 8 * i;
        return all;
    }
};

} // namespace
} // namespace finsam::detail

#include "detail/slice_loops.hpp"

namespace finsam::detail {

constinit slicer const portable_slicer{"portable", bytes,        numbers,       range,
                                       states,     any_of_words, byte_of_words, keep};

} // namespace finsam::detail
