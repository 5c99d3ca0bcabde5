// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/fact.hpp>
#include <finsam/engine/piece.hpp>
#include <finsam/rules/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// Up to 16 384 people in a compact row form, before they become a piece (rader på väg in).
///
/// A row is begun, given what is on record, and finished. Readers write into it
/// directly: no person is made in between.
///
/// Shape: 64 people stand together; within them each column has its bytes side by side, so that a
///        row is written without leaving the first cache and 64 are sliced at once.
class FINSAM_EXPORT staging
{
    struct slot
    {
        fact_kind kind{};
        std::size_t bytes = 0;  ///< a row: 1 or 4 for a number, 1 for eight values of a set
        std::size_t offset = 0; ///< in a group
        std::size_t states = 0; ///< in a group
        std::size_t values = 0; ///< of a boolean, a choice or a set
        std::vector<std::uint64_t> seen{}; ///< members that somebody may have
    };

public:
    explicit staging(schema const& vocabulary);

    /// Rows finished.
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] bool full() const noexcept { return rows_ == piece_rows; }

    /// Begins a row about which nothing is on record.
    ///
    /// Precondition: not full.
    void begin();

    /// A value of the row that was begun, by the kind of its column.
    ///
    /// Units: as in `cell`; a code is its position in the column's dictionary.
    void set_number(std::size_t column, std::int32_t number) noexcept
    {
        row().set(column, fact_state::value, number);
    }
    /// A set on record; its members follow.
    void set_recorded(std::size_t column) noexcept { set_state(column, fact_state::value); }
    void add_member(std::size_t column, std::size_t member) noexcept
    {
        auto& to = columns_[column];
        begun()[to.offset + member / 8 * 64 + row_] |= static_cast<unsigned char>(1u << member % 8);
        to.seen[member / 64] |= std::uint64_t{1} << member % 64;
    }
    /// All members of a set on record that has had none, a bit a value.
    void set_members(std::size_t column, std::uint64_t const* members) noexcept
    {
        auto& to = columns_[column];
        auto* const at = begun() + to.offset + row_;
        for (std::size_t lane = 0; lane < (to.values + 7) / 8; ++lane)
            at[lane * 64] = static_cast<unsigned char>(members[lane / 8] >> lane % 8 * 8);
        for (std::size_t word = 0; word < to.seen.size(); ++word)
            to.seen[word] |= members[word];
    }
    /// What is on record instead of a value; one that was given is in no plane.
    void set_state(std::size_t column, fact_state state) noexcept
    {
        begun()[columns_[column].states + row_] = static_cast<unsigned char>(state);
    }
    [[nodiscard]] fact_state state(std::size_t column) const noexcept
    {
        return static_cast<fact_state>(group_of(rows_)[columns_[column].states + row_]);
    }

    /// Writes into the row that was begun, many facts in a row: nothing that it knows of the
    /// staging is looked up again after each byte (radskrivare).
    class row_writer
    {
    public:
        /// What is on record of a fact that is no set; its number stands for something only as a
        /// value.
        void set(std::size_t column, fact_state state, std::int32_t number) const noexcept
        {
            auto const& to = columns_[column];
            auto* const at = group_ + to.offset;
            auto const states = to.states;
            if (to.bytes == 1)
                at[row_] = static_cast<unsigned char>(number);
            else
                reinterpret_cast<std::int32_t*>(at)[row_] = number;
            group_[states + row_] = static_cast<unsigned char>(state);
        }

    private:
        friend staging;
        row_writer(unsigned char* group, std::size_t row, slot const* columns) noexcept
            : group_(group)
            , row_(row)
            , columns_(columns)
        {}

        unsigned char* group_;
        std::size_t row_;
        slot const* columns_;
    };
    /// Lasts until the row ends.
    [[nodiscard]] row_writer row() noexcept { return {begun(), row_, columns_.data()}; }

    /// Ends the row.
    void finish(std::string_view id, std::optional<std::span<std::uint32_t const>> preferences,
                std::optional<std::uint32_t> placed)
    {
        finish(id, preferences, placed, row_);
    }

    /// Adds rows of another staging at the end. `codes[column][number]` is what a code's number
    /// there is here.
    ///
    /// Precondition: both have the same columns; the rows are there, and there is room for them; no
    ///               row is begun.
    /// Complexity: O(rows · bytes a row).
    void append(staging const& from, std::size_t first, std::size_t count,
                std::vector<std::vector<std::int32_t>> const& codes);

    /// Precondition for these: row < rows().
    [[nodiscard]] fact_state state(std::size_t row, std::size_t column) const noexcept;
    [[nodiscard]] std::int32_t number(std::size_t row, std::size_t column) const noexcept;
    [[nodiscard]] bool member(std::size_t row, std::size_t column,
                              std::size_t member) const noexcept;
    [[nodiscard]] std::string_view id(std::size_t row) const noexcept;
    [[nodiscard]] std::optional<std::span<std::uint32_t const>>
    preferences(std::size_t row) const noexcept;
    [[nodiscard]] std::optional<std::uint32_t> placed(std::size_t row) const noexcept;

    /// The rows as bit planes.
    ///
    /// `scratch` is memory for the work; whoever slices often passes the same.
    ///
    /// Complexity: O(rows · bits a row).
    [[nodiscard]] piece slice(std::vector<std::uint64_t>& scratch) const;

    /// Empties it for the next piece; its memory is kept.
    void clear() noexcept;

    /// Units: bytes, of all that it holds.
    [[nodiscard]] std::size_t memory() const noexcept;

private:
    [[nodiscard]] unsigned char const* group_of(std::size_t row) const noexcept
    {
        return reinterpret_cast<unsigned char const*>(groups_.data()) + row / 64 * group_bytes_;
    }
    /// The group of the row that was begun.
    [[nodiscard]] unsigned char* begun() noexcept
    {
        return reinterpret_cast<unsigned char*>(groups_.data()) + rows_ / 64 * group_bytes_;
    }

    void finish(std::string_view id, std::optional<std::span<std::uint32_t const>> preferences,
                std::optional<std::uint32_t> placed, std::size_t row_of_group);
    void append_in_group(staging const& from, std::size_t first, std::size_t to, std::size_t count,
                         std::vector<std::vector<std::int32_t>> const& codes);

    std::vector<slot> columns_;
    std::size_t group_bytes_ = 0;      // of 64 people
    std::vector<std::int32_t> groups_; // as many as were begun; bytes and numbers
    std::size_t row_ = 0;              // of its group, the row that was begun
    std::size_t rows_ = 0;
    std::string ids_;
    std::vector<std::uint32_t> id_ends_;
    std::vector<std::uint32_t> wishes_;
    std::vector<std::uint32_t> wish_ends_;
    std::vector<std::uint64_t> have_wishes_; // a bit a row
    std::vector<std::uint32_t> placed_;
    bool some_wishes_ = false;
    bool some_placed_ = false;
};

} // namespace finsam
