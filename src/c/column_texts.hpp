// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/columns.h>

#include "c/column_bits.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace finsam::c {

/// Texts in the caller's memory that have been looked at: all of them are UTF-8 (texter).
class column_texts
{
public:
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool is_there(std::size_t i) const noexcept { return valid_[i]; }
    /// Precondition: it is there.
    [[nodiscard]] std::string_view operator[](std::size_t i) const noexcept
    {
        return {characters_ + offsets_[i], static_cast<std::size_t>(offsets_[i + 1] - offsets_[i])};
    }

private:
    friend std::optional<column_texts> read_texts(finsam_texts const* given,
                                                  std::optional<std::size_t> count,
                                                  std::string const& name, mistakes& found);
    column_texts() = default;

    char const* characters_ = "";
    std::int64_t const* offsets_ = nullptr;
    std::size_t size_ = 0;
    column_bits valid_{true};
};

/// Reads texts of the caller, so many if it is known how many there must be. `name` is the path to
/// them, "columns/3/codes".
///
/// Returns: nothing if there are mistakes.
/// Errors: `bad_value` into `found` for lengths and offsets that do not fit, `syntax` for what is
///         not UTF-8. Throws `wrong_use` for NULL and for a structure of the wrong size.
/// Complexity: O(texts + characters).
[[nodiscard]] std::optional<column_texts> read_texts(finsam_texts const* given,
                                                     std::optional<std::size_t> count,
                                                     std::string const& name, mistakes& found);

} // namespace finsam::c
