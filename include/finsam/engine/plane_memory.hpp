// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <utility>

namespace finsam {

/// Memory for bit planes: its own, or a part of a mapped file (minne för bitplan).
///
/// A copy has memory of its own, whatever it was copied from.
///
/// Shape: size() bytes, aligned to 64.
class plane_memory
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
            std::memcpy(own_.get(), other.words_, bytes_);
    }
    plane_memory(plane_memory&& other) noexcept
        : own_(std::move(other.own_))
        , words_(std::exchange(other.words_, nullptr))
        , bytes_(std::exchange(other.bytes_, 0))
    {}
    plane_memory& operator=(plane_memory other) noexcept
    {
        own_ = std::move(other.own_);
        words_ = std::exchange(other.words_, nullptr);
        bytes_ = std::exchange(other.bytes_, 0);
        return *this;
    }
    ~plane_memory() = default;

    [[nodiscard]] std::uint64_t const* words() const noexcept { return words_; }
    /// Precondition: the memory is its own.
    [[nodiscard]] std::uint64_t* own() noexcept { return own_.get(); }
    [[nodiscard]] std::size_t size() const noexcept { return bytes_; }

private:
    struct release
    {
        std::align_val_t alignment;
        release() noexcept
            : alignment(std::align_val_t{64})
        {}
        explicit release(std::align_val_t asked) noexcept
            : alignment(asked)
        {}
        void operator()(std::uint64_t* words) const noexcept
        {
            ::operator delete(words, alignment);
        }
    };

    std::unique_ptr<std::uint64_t, release> own_;
    std::uint64_t const* words_ = nullptr;
    std::size_t bytes_ = 0;
};

} // namespace finsam
