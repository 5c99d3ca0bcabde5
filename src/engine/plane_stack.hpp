// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/piece.hpp>

#include "detail/slice.hpp"
#include "staging_group.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace finsam {

/// The planes of a piece in the making, one after the other.
class plane_stack
{
public:
    plane_stack(std::vector<std::uint64_t>& scratch, std::size_t rows)
        : words_(scratch)
        , plane_words_(piece::words_a_plane(rows))
        , groups_((rows + group_rows - 1) / group_rows)
        , last_(rows % 64 == 0 ? ~std::uint64_t{0} : (std::uint64_t{1} << rows % 64) - 1)
    {
        words_.reserve(usual_planes * plane_words_);
    }

    [[nodiscard]] std::size_t plane_words() const { return plane_words_; }
    [[nodiscard]] std::size_t groups() const { return groups_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// The rows of a group that there are.
    [[nodiscard]] std::uint64_t rows_of(std::size_t group) const
    {
        return group + 1 == groups_ ? last_ : ~std::uint64_t{0};
    }

    /// Room for some planes on top, to be written by whoever asks and then kept or not.
    std::uint64_t* room(std::size_t planes)
    {
        if (auto const needed = (size_ + planes) * plane_words_; words_.size() < needed)
            words_.resize(needed);
        return words_.data() + size_ * plane_words_;
    }

    /// Keeps one plane of the room asked for last within another, unless all its bits are then the
    /// same.
    ///
    /// Precondition: called for the planes of the room in their order.
    plane_at keep(std::uint64_t* plane, std::uint64_t const* within)
    {
        std::fill(plane + groups_, plane + plane_words_, 0);
        auto const whole = groups_ == 0 ? 0 : groups_ - 1;
        auto seen = detail::fastest_slicer().keep(plane, within, whole);
        if (groups_ != 0) {
            plane[whole] &= within[whole] & last_;
            seen.set |= plane[whole];
            seen.clear |= plane[whole] ^ last_;
        }
        if (seen.set == 0 || seen.clear == 0)
            return seen.set == 0 ? plane_at::all_zero : plane_at::all_one;
        auto* const to = words_.data() + size_ * plane_words_;
        if (to != plane)
            std::memmove(to, plane, plane_words_ * 8);
        return static_cast<plane_at>(size_++);
    }

    void copy_to(void* memory) const
    {
        if (size_ != 0)
            std::memcpy(memory, words_.data(), size_ * plane_words_ * 8);
    }

private:
    static constexpr std::size_t usual_planes = 192; // of thirty facts

    std::vector<std::uint64_t>& words_;
    std::size_t plane_words_;
    std::size_t groups_;
    std::uint64_t last_;
    std::size_t size_ = 0;
};

} // namespace finsam
