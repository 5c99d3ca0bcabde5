// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/plane_memory.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace finsam {

/// The bytes of a whole file, mapped into memory and never written (minnesavbildad fil).
///
/// A copy is empty, and one that is assigned to lets go of what it had: who copies something that
/// lies in these bytes copies the bytes too, as `plane_memory` does.
///
/// Shape: aligned to 64; they stay where they are when this is moved.
/// Precondition: nobody writes into the file while it is mapped; replacing it by another is no
/// harm.
class FINSAM_EXPORT mapped_file
{
public:
    mapped_file() = default;
    /// Bytes in memory of their own, where no file can be mapped.
    explicit mapped_file(plane_memory bytes) noexcept
        : own_(std::move(bytes))
    {}

    /// Nothing where the file is empty or cannot be mapped: it is a pipe, or is not there.
    [[nodiscard]] static std::optional<mapped_file> open(std::filesystem::path const& file);

    /// Says that all of it will be read soon, from the front.
    void read_ahead() const noexcept;

    mapped_file(mapped_file const&) noexcept {}
    mapped_file(mapped_file&& other) noexcept
        : own_(std::move(other.own_))
        , mapped_(std::exchange(other.mapped_, nullptr))
        , size_(std::exchange(other.size_, 0))
    {}
    mapped_file& operator=(mapped_file const& other) noexcept
    {
        return this == &other ? *this : *this = mapped_file();
    }
    mapped_file& operator=(mapped_file&& other) noexcept
    {
        std::swap(own_, other.own_);
        std::swap(mapped_, other.mapped_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~mapped_file();

    [[nodiscard]] std::string_view bytes() const noexcept
    {
        return mapped_ != nullptr
                   ? std::string_view{static_cast<char const*>(mapped_), size_}
                   : std::string_view{reinterpret_cast<char const*>(own_.words()), own_.size()};
    }

private:
    plane_memory own_;
    void* mapped_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace finsam
