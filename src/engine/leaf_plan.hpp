// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/code_list.hpp>
#include <finsam/engine/piece.hpp>
#include <finsam/engine/program.hpp>
#include <finsam/rules/schema.hpp>

#include "detail/pack.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace finsam {

/// A test of a circuit for some people: codes are numbers in their lists (prövning av kolumn).
struct column_test
{
    test_kind kind{};
    std::uint32_t column = 0;
    bool is_set = false;
    bool is_code = false;
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::span<std::int32_t const> numbers{};  ///< ascending; of a code test those that somebody has
    std::span<std::uint32_t const> members{}; ///< positions among the values of a set
};

/// The tests of a circuit for some people (prövningar av kolumner).
class column_tests
{
public:
    /// `codes` are those of each column in the order of their numbers.
    column_tests(std::vector<test> const& tests, schema const& vocabulary,
                 std::vector<code_list> const& codes);
    column_tests(column_tests const&) = delete; // each test looks into the lists below
    column_tests& operator=(column_tests const&) = delete;

    [[nodiscard]] std::size_t size() const noexcept { return all_.size(); }
    [[nodiscard]] column_test const& operator[](std::size_t index) const { return all_[index]; }
    [[nodiscard]] auto begin() const noexcept { return all_.begin(); }
    [[nodiscard]] auto end() const noexcept { return all_.end(); }

private:
    // Of all tests, one after the other: a call about few people is to cost little, too.
    std::vector<column_test> all_;
    std::vector<std::int32_t> numbers_;
    std::vector<std::uint32_t> members_;
};

/// What a test comes down to for the people of one piece (prövning i ett stycke).
///
/// Domains end where a piece's numbers do: a constant at or past the edge holds for nobody or for
/// everybody who has a value, and no plane of numbers is read.
struct leaf_plan
{
    enum class outcome : std::uint8_t
    {
        nobody,    ///< yes: nobody; no: who has a value or is known to have none
        everybody, ///< yes: who has a value; no: who is known to have none
        has_none,  ///< yes: who is known to have none; no: who has a value
        look       ///< the planes decide: yes where `form` says so, or not so if `complement`
    };
    enum class shape : std::uint8_t
    {
        equal,   ///< the number is the constant
        edges,   ///< an odd number of the constants, which ascend, is at or below it
        any,     ///< one of the planes
        all,     ///< each of the planes
        at_least ///< as many of the planes as the constant says
    };
    // What follows `column` means something only where the planes are looked at.
    // INVARIANT: no constant is 0, so that nobody without a value is where `form` says
    outcome what{};
    shape form{};
    bool complement = false;
    std::uint32_t column = 0;
    std::uint32_t first_plane = 0; ///< in `leaf_planner::planes`
    std::uint32_t planes = 0;
    std::uint32_t first_constant = 0; ///< in `leaf_planner::constants`
    std::uint32_t constants = 0;
};

/// Makes the leaf plans of one piece; the vectors are kept for the next.
class leaf_planner
{
public:
    explicit leaf_planner(std::size_t tests)
    {
        // So many that few circuits need more.
        planes.reserve(4 * tests);
        constants.reserve(2 * tests);
    }

    /// Forgets what was made for the piece before. `zeros` and `ones` stand for planes that are not
    /// stored.
    void begin(piece const& here, detail::plane zeros, detail::plane ones)
    {
        here_ = &here;
        zeros_ = zeros;
        ones_ = ones;
        planes.clear();
        constants.clear();
        numbers_at_.assign(here.columns.size(), not_there);
    }

    /// Each plan is made where it stays: to copy what was just written by parts waits for it.
    void make(column_test const& asked, leaf_plan& made);

    std::vector<detail::plane> planes;
    std::vector<std::uint32_t> constants;

private:
    void about_numbers(column_test const& asked, plane_column const& column, leaf_plan& made);
    void about_members(column_test const& asked, plane_column const& column, leaf_plan& made);
    void between(std::int64_t low, std::int64_t high, std::int64_t most, leaf_plan& made);
    void among(std::uint32_t first, leaf_plan& made);
    /// Where the planes of a column of numbers begin in `planes`: once for all tests of it.
    [[nodiscard]] std::uint32_t numbers_of(std::uint32_t column);

    static constexpr std::uint32_t not_there = 0xFFFFFFFF;

    piece const* here_ = nullptr;
    detail::plane zeros_ = nullptr;
    detail::plane ones_ = nullptr;
    std::vector<std::uint32_t> numbers_at_; // by column
    std::vector<std::uint32_t> wanted_;
};

} // namespace finsam
