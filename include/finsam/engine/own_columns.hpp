// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/engine/fact.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace finsam {

/// One fact of many people in the caller's own memory (egen kolumn).
///
/// Shape: one value a person, and one state unless everybody has a value; without a value what
///        stands there is not looked at.
/// Units: as in `cell`: bytes or 32-bit numbers for a boolean, an integer, a date (days since
///        1970-01-01), a choice (position among its values) and a code (position among `codes`);
///        64-bit words for a set, bit i for value i.
struct own_column
{
    std::string_view fact{};
    std::variant<std::span<std::uint8_t const>, std::span<std::int32_t const>,
                 std::span<std::uint64_t const>>
        values{};
    std::span<fact_state const> states{};
    std::span<std::string const> codes{};
};

/// Columns of the caller that fit an engine: asked once where they lie, without a store of people
/// (egna kolumner).
///
/// Shape: `of[c]` belongs to column c of the engine's facts, null where the caller has none, which
///        is then on record for nobody. The caller keeps the memory as long as this is used.
class own_columns
{
public:
    [[nodiscard]] std::size_t people() const noexcept { return people_; }
    [[nodiscard]] own_column const* of(std::size_t column) const noexcept
    {
        return places_[column] < 0 ? nullptr : &given_[static_cast<std::size_t>(places_[column])];
    }

private:
    friend FINSAM_EXPORT result<own_columns> fit_columns(engine const& compiled, std::size_t people,
                                                         std::vector<own_column> columns);
    own_columns() = default;

    std::size_t people_ = 0;
    std::vector<own_column> given_;
    std::vector<std::ptrdiff_t> places_; // in `given_` by column, -1 for none
};

/// Fits the caller's columns to an engine.
///
/// Precondition: facts whose holder a person has not consented to are `withheld`.
/// Errors: `dangling_id` for a fact that the plan does not have, `duplicate_id` for one given twice
///         or a code listed twice, `wrong_kind` for memory that the fact's kind cannot stand in,
///         `bad_value` for a column that is not as long as there are people and for numbers that
///         are none of the values; all at once.
/// Complexity: O(people · columns), a pass over booleans, choices, codes and sets.
[[nodiscard]] FINSAM_EXPORT result<own_columns>
fit_columns(engine const& compiled, std::size_t people, std::vector<own_column> columns);

/// As for `people`; each piece is sliced, answered and forgotten, so that nothing is stored.
[[nodiscard]] FINSAM_EXPORT eligibility evaluate(engine const& compiled, own_columns const& columns,
                                                 mandate const& allowed, std::size_t threads = 0);
[[nodiscard]] FINSAM_EXPORT tally count_answers(engine const& compiled, own_columns const& columns,
                                                mandate const& allowed, std::size_t threads = 0);

} // namespace finsam
