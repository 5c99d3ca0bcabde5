// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// Distinct codes, numbered in the order of their first appearance (koder).
///
/// Shape: the text of all codes stands together; a table of their hashes finds them.
class FINSAM_EXPORT code_list
{
public:
    /// The code's number, a new one if it has none.
    ///
    /// Complexity: O(length), expected.
    std::int32_t add(std::string_view code);
    [[nodiscard]] std::optional<std::int32_t> find(std::string_view code) const noexcept;

    /// Forgets all of them; its memory is kept.
    void clear() noexcept;

    [[nodiscard]] std::size_t size() const noexcept { return ends_.size(); }
    /// Precondition: number < size().
    [[nodiscard]] std::string_view operator[](std::size_t number) const noexcept
    {
        auto const first = number == 0 ? 0 : ends_[number - 1];
        return std::string_view{text_}.substr(first, ends_[number] - first);
    }
    /// Units: bytes.
    [[nodiscard]] std::size_t memory() const noexcept
    {
        return text_.capacity() + ends_.capacity() * sizeof ends_[0]
               + table_.capacity() * sizeof table_[0];
    }

private:
    [[nodiscard]] std::size_t slot_of(std::string_view code) const noexcept;
    void grow();

    std::string text_;
    std::vector<std::size_t> ends_;
    std::vector<std::int32_t> table_; // numbers, -1 where there is none; a power of two of them
};

} // namespace finsam
