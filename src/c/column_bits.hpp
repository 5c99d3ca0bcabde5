// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "c/mistakes.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace finsam::c {

/// A bit for each of many, in the caller's memory (bitar).
///
/// Units: bit i is bit i % 8 of byte i / 8.
class column_bits
{
public:
    /// The same bit for all.
    explicit column_bits(bool all) noexcept
        : all_(all)
    {}
    explicit column_bits(std::uint8_t const* bytes) noexcept
        : bytes_(bytes)
    {}

    [[nodiscard]] bool is_one_for_all() const noexcept { return bytes_ == nullptr; }
    [[nodiscard]] bool operator[](std::size_t i) const noexcept
    {
        return bytes_ == nullptr ? all_ : (bytes_[i / 8] >> i % 8 & 1) != 0;
    }

private:
    std::uint8_t const* bytes_ = nullptr;
    bool all_ = false;
};

/// Bits of the caller, where NULL is the same bit for all.
///
/// Errors: `bad_value` into `found` if they are too few; then the same as for NULL.
[[nodiscard]] inline column_bits read_bits(std::uint8_t const* bytes, std::size_t length,
                                           std::size_t count, bool if_null, std::string pointer,
                                           mistakes& found)
{
    if (bytes == nullptr)
        return column_bits(if_null);
    if (length >= count / 8 + (count % 8 != 0 ? 1 : 0))
        return column_bits(bytes);
    found.complain(diagnostic_code::bad_value, std::move(pointer),
                   std::to_string(length) + " bytes are too few for " + std::to_string(count)
                       + " bits",
                   "a byte holds eight");
    return column_bits(if_null);
}

} // namespace finsam::c
