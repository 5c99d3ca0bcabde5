// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/person.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace finsam {

/// Rows of a schema, stored by column (personer).
///
/// Shape: size() rows × facts().columns.size() columns, all memory owned. Rows keep the order in
///        which they were appended.
class people
{
public:
    /// One column; which members are used depends on the column's kind.
    struct column
    {
        std::vector<fact_state> states;
        std::vector<std::int32_t> numbers;  ///< a code is its position in `dictionary`
        std::vector<std::uint64_t> members; ///< words_per_row words a row
        std::size_t words_per_row = 0;
        std::vector<std::string> dictionary;
        std::unordered_map<std::string, std::int32_t> positions; ///< in `dictionary`
    };

    explicit people(schema vocabulary);

    /// Adds a row at the end.
    ///
    /// Precondition: one cell a column, withheld facts erased.
    /// Complexity: O(columns), expected; each new code is copied once.
    void append(person const& someone);

    [[nodiscard]] std::size_t size() const noexcept { return ids_.size(); }
    [[nodiscard]] schema const& facts() const noexcept { return schema_; }
    [[nodiscard]] column const& operator[](std::size_t index) const { return columns_[index]; }

    /// Precondition for these: row < size().
    [[nodiscard]] std::string_view id(std::size_t row) const { return ids_[row]; }
    [[nodiscard]] std::optional<std::uint32_t> placed(std::size_t row) const;
    /// The person's own list, or nothing if they gave none.
    [[nodiscard]] std::optional<std::span<std::uint32_t const>> preferences(std::size_t row) const;
    /// One fact of one person.
    [[nodiscard]] cell fact(std::size_t row, std::size_t index) const;
    /// The whole row.
    [[nodiscard]] person row(std::size_t row) const;

private:
    schema schema_;
    std::vector<column> columns_;
    std::vector<std::string> ids_;
    std::vector<std::uint32_t> wishes_;   // the lists one after the other
    std::vector<std::size_t> wishes_end_; // where each row's list ends
    std::vector<bool> has_wishes_;
    std::vector<std::int64_t> placed_; // -1 without a place
};

} // namespace finsam
