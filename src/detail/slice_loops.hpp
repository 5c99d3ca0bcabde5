// SPDX-License-Identifier: BSL-1.0
//
// The loops of `slicer`, included once by each file that is compiled for another kind of processor,
// after its `sixty_four`: 64 bytes in registers, whose bits k are word(k). Nothing here may call an
// inline function of another header: the linker keeps one copy of such a function, and that one
// might need instructions that the processor at hand does not have.

namespace finsam::detail {
namespace {

inline unsigned char const* group(row_groups const& from, std::size_t index)
{
    return from.last != nullptr && index + 1 == from.count ? from.last
                                                           : from.first + index * from.stride;
}

/// Has the memory bring some bytes that will be read soon: what lies past the end does no harm.
inline void bring(row_groups const& from, std::size_t index, std::size_t size)
{
    // As a number: a pointer must not leave its array.
    auto const at =
        reinterpret_cast<std::uintptr_t>(from.first) + (index + 2048 / size) * from.stride;
    for (std::size_t line = 0; line < size; line += 64)
        __builtin_prefetch(reinterpret_cast<void const*>(at + line), 0, 3);
}

void bytes(row_groups const& from, unsigned bits, std::uint64_t* out, std::size_t stride)
{
    for (std::size_t i = 0; i < from.count; ++i) {
        bring(from, i, 64);
        auto const rows = sixty_four::of_bytes(group(from, i));
        for (unsigned k = 0; k < bits; ++k)
            out[k * stride + i] = rows.word(k);
    }
}

void numbers(row_groups const& from, std::int32_t base, unsigned bits, std::uint64_t* out,
             std::size_t stride)
{
    for (std::size_t i = 0; i < from.count; ++i) {
        auto const* const rows = reinterpret_cast<std::int32_t const*>(group(from, i));
        for (unsigned lowest = 0; lowest < bits; lowest += 8) {
            auto const part = sixty_four::of_numbers(rows, base, lowest);
            auto const here = bits - lowest < 8 ? bits - lowest : 8;
            for (unsigned k = 0; k < here; ++k)
                out[(lowest + k) * stride + i] = part.word(k);
        }
    }
}

number_range range(row_groups const& from, row_groups const& states, unsigned char state)
{
    std::int32_t low = INT32_MAX, high = INT32_MIN;
    for (std::size_t i = 0; i < from.count; ++i) {
        bring(from, i, 256);
        auto const* const rows = reinterpret_cast<std::int32_t const*>(group(from, i));
        auto const* const here = group(states, i);
        // Nothing branches on who counts, so that the compiler can look at several at once.
        for (std::size_t row = 0; row < 64; ++row) {
            auto const counts = -static_cast<std::int32_t>(here[row] == state);
            auto const a = (rows[row] & counts) | (INT32_MAX & ~counts);
            auto const b = (rows[row] & counts) | (INT32_MIN & ~counts);
            low = a < low ? a : low;
            high = b > high ? b : high;
        }
    }
    return {low, high};
}

void byte_of_words(row_groups const& from, unsigned byte, unsigned char* out)
{
    for (std::size_t i = 0; i < from.count; ++i, out += 64) {
        auto const* const words = reinterpret_cast<std::uint64_t const*>(group(from, i));
        for (std::size_t row = 0; row < 64; ++row)
            out[row] = static_cast<unsigned char>(words[row] >> 8 * byte);
    }
}

slicer::states_seen states(std::uint64_t* known, std::uint64_t const* recorded,
                           std::uint64_t* valid, std::size_t words)
{
    std::uint64_t none = 0, withheld = 0;
    for (std::size_t word = 0; word < words; ++word) {
        auto const lower = known[word], upper = recorded[word];
        known[word] = lower ^ upper;
        valid[word] = upper & ~lower;
        none |= lower & ~upper;
        withheld |= lower & upper;
    }
    return {none != 0, withheld != 0};
}

std::uint64_t any_of_words(row_groups const& from)
{
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < from.count; ++i) {
        bring(from, i, 512);
        auto const* const words = reinterpret_cast<std::uint64_t const*>(group(from, i));
        for (std::size_t row = 0; row < 64; ++row)
            any |= words[row];
    }
    return any;
}

slicer::seen keep(std::uint64_t* plane, std::uint64_t const* within, std::size_t words)
{
    std::uint64_t set = 0, clear = 0;
    for (std::size_t word = 0; word < words; ++word) {
        plane[word] &= within[word];
        set |= plane[word];
        clear |= ~plane[word];
    }
    return {set, clear};
}

} // namespace
} // namespace finsam::detail
