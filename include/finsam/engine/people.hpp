// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/code_list.hpp>
#include <finsam/engine/mapped_file.hpp>
#include <finsam/engine/person.hpp>
#include <finsam/engine/piece.hpp>
#include <finsam/engine/staging.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// One fact of all people, read out of the planes (uppgift för alla).
///
/// Shape: one state and one number a row. A code's number is its position among `people::codes`;
///        without a value the number is 0.
struct fact_column
{
    std::vector<fact_state> states;
    std::vector<std::int32_t> numbers;
};

/// Rows of a schema, stored as bit planes (personer).
///
/// Shape: size() rows × facts().columns.size() columns, all memory owned, or a part of a mapped
///        file that is owned; a copy has memory of its own. Rows keep the order in which they were
///        appended. They gather in a row form and become planes, 16 384 at a time;
///        the last ones stay rows until there are enough.
/// Units: a boolean takes one bit and a state, a number as many bits as the numbers of its piece
/// are
///        apart, a set one bit a value that somebody has. States take up to two bits where they are
///        not the same for everybody in the piece.
class FINSAM_EXPORT people
{
public:
    explicit people(schema vocabulary);
    // Said in the source: else who includes this pays for the copying of all that is in it.
    people(people const&);
    people(people&&) noexcept;
    /// Copied before anything is let go of: what is here may lie in a mapped file.
    people& operator=(people const& other);
    people& operator=(people&&) noexcept;
    ~people();

    /// Adds a row at the end.
    ///
    /// Precondition: one cell a column, withheld facts erased.
    /// Complexity: O(columns), expected; each new code is copied once.
    void append(person const& someone);

    /// Adds the rows of others at the end, and their codes in their order.
    ///
    /// Precondition: they have the same facts, and are not these people themselves.
    /// Complexity: O(rows · columns), a small part of reading the people again while they are fewer
    ///             than a piece.
    void append(people const& others);

    /// Forgets everybody and every code; memory for rows is kept.
    void clear() noexcept;

    /// What is on record about somebody from now on. A code that nobody has any more stays among
    /// `codes`; a snapshot leaves it out.
    ///
    /// Precondition: as for `append`; row < size().
    /// Complexity: O(people of a piece · columns).
    void replace(std::size_t row, person const& someone);

    [[nodiscard]] std::size_t size() const noexcept { return full_ + tail_.rows(); }
    [[nodiscard]] schema const& facts() const noexcept { return schema_; }
    /// The codes of a column in the order of their first appearance.
    [[nodiscard]] code_list const& codes(std::size_t index) const { return codes_[index]; }
    /// Of every column, empty unless it is of codes.
    [[nodiscard]] std::vector<code_list> const& codes() const noexcept { return codes_; }

    /// Precondition for these: row < size().
    [[nodiscard]] std::string_view id(std::size_t row) const;
    [[nodiscard]] std::optional<std::uint32_t> placed(std::size_t row) const;
    /// The person's own list, or nothing if they gave none.
    [[nodiscard]] std::optional<std::span<std::uint32_t const>> preferences(std::size_t row) const;
    /// One fact of one person.
    ///
    /// Complexity: O(bits of the fact).
    [[nodiscard]] cell fact(std::size_t row, std::size_t index) const;
    /// Its parts, for who asks many people one after the other: nothing is allocated.
    ///
    /// Precondition: of `number`, the fact is a value and no set; of `members`, it is a set with a
    ///               value.
    /// Units: as in `cell`; a code is its position among `codes(index)`. Words past the set's last
    ///        member become 0.
    [[nodiscard]] fact_state state(std::size_t row, std::size_t index) const;
    [[nodiscard]] std::int32_t number(std::size_t row, std::size_t index) const;
    void members(std::size_t row, std::size_t index, std::span<std::uint64_t> into) const;
    /// State and number of 64 people one after the other, fewer at the end, at a small part of what
    /// asking for each takes. Where there is no value the number says nothing.
    ///
    /// Precondition: first is a multiple of 64; the fact is no set; there is room for 64.
    void group(std::size_t first, std::size_t index, std::span<fact_state> states,
               std::span<std::int32_t> numbers) const;
    /// The whole row.
    [[nodiscard]] person row(std::size_t row) const;

    /// One fact of everybody. Precondition: it is no set.
    [[nodiscard]] fact_column column(std::size_t index) const;

    /// What the store takes, the text of ids included.
    ///
    /// Units: bytes.
    [[nodiscard]] std::size_t memory() const;

    /// The full pieces, in order, and the rows after them.
    [[nodiscard]] std::vector<piece> const& pieces() const noexcept { return pieces_; }
    [[nodiscard]] staging const& tail() const noexcept { return tail_; }

    /// For readers, who write rows themselves: begin, give and finish a row, then call `settle`.
    ///
    /// Precondition: what is withheld is never given, a code of it never added.
    [[nodiscard]] staging& writing() noexcept { return tail_; }
    /// Makes a piece of the rows when they are enough.
    void settle();
    /// The position of a code among the column's, added if it is new.
    [[nodiscard]] std::int32_t position_of(std::size_t index, std::string_view code)
    {
        return codes_[index].add(code);
    }
    /// Takes a piece that was made before, in front of the rows not yet in one. One that is not
    /// full becomes rows again.
    ///
    /// Precondition: its columns and codes are these people's; there are no rows yet if it is not
    ///               full.
    void take(piece&& made);
    /// Keeps the file that pieces lie in as long as these people.
    void keep(mapped_file&& file);

private:
    void stage(person const& someone, staging& into);
    void stage_again(people const& others, std::size_t row,
                     std::vector<std::vector<std::int32_t>> const& codes);

    mapped_file kept_;
    schema schema_;
    std::vector<code_list> codes_; // one a column, empty unless it is of codes
    std::vector<piece> pieces_;
    std::size_t full_ = 0; // rows in pieces
    staging tail_;
    std::vector<std::uint64_t> scratch_;
};

} // namespace finsam
