// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

namespace finsam {

/// Memory for bit planes: its own, or a part of a mapped file (minne för bitplan).
///
/// A copy has memory of its own, whatever it was copied from.
///
/// Shape: size() bytes, aligned to 64.
class FINSAM_EXPORT plane_memory
{
public:
    plane_memory() = default;

    /// Memory of its own; nothing is written to it yet.
    explicit plane_memory(std::size_t bytes);

    /// Memory of somebody else, who keeps it as long as this is used.
    ///
    /// Precondition: aligned to 64.
    plane_memory(std::uint64_t const* words, std::size_t bytes) noexcept
        : words_(words)
        , bytes_(bytes)
    {}

    plane_memory(plane_memory const& other)
        : plane_memory(other.bytes_)
    {
        if (bytes_ != 0)
            std::memcpy(own_, other.words_, bytes_);
    }
    plane_memory(plane_memory&& other) noexcept { swap(other); }
    plane_memory& operator=(plane_memory other) noexcept
    {
        swap(other);
        return *this;
    }
    ~plane_memory()
    {
        if (own_ != nullptr)
            ::operator delete(own_, alignment_);
    }

    void swap(plane_memory& other) noexcept
    {
        std::swap(own_, other.own_);
        std::swap(alignment_, other.alignment_);
        std::swap(words_, other.words_);
        std::swap(bytes_, other.bytes_);
    }

    [[nodiscard]] std::uint64_t const* words() const noexcept { return words_; }
    /// Precondition: the memory is its own.
    [[nodiscard]] std::uint64_t* own() noexcept { return own_; }
    [[nodiscard]] std::size_t size() const noexcept { return bytes_; }

private:
    // No std::unique_ptr: <memory> costs who includes this more than the rest of it.
    std::uint64_t* own_ = nullptr;
    std::align_val_t alignment_{64};
    std::uint64_t const* words_ = nullptr;
    std::size_t bytes_ = 0;
};

} // namespace finsam
