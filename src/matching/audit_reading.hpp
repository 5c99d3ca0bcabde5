// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/audit.hpp>

#include "audit_places.hpp"
#include "audit_turn.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace finsam::audited {

/// Numbers in rows of different lengths (listor).
///
/// Shape: row r has `all[first[r]]` to before `all[first[r + 1]]`.
struct lists
{
    std::vector<std::size_t> first{};
    std::vector<std::uint32_t> all{};

    [[nodiscard]] std::span<std::uint32_t const> of(std::size_t row) const
    {
        return std::span{all}.subspan(first[row], first[row + 1] - first[row]);
    }
    [[nodiscard]] std::span<std::uint32_t> of(std::size_t row)
    {
        return std::span{all}.subspan(first[row], first[row + 1] - first[row]);
    }
};

/// The sets of needs groups in force that somebody is in exactly (sällskap).
///
/// Shape: a bit a needs group, in the order of `engine::needs_groups()`, in words of 64.
class company_list
{
public:
    explicit company_list(std::size_t groups = 0)
        : words_((groups + 63) / 64)
    {}

    /// The number of a set, a new one if it has none. Precondition: as many words as all have.
    [[nodiscard]] std::uint32_t add(std::span<std::uint64_t const> groups);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] std::span<std::uint64_t const> operator[](std::size_t company) const
    {
        return std::span{bits_}.subspan(company * words_, words_);
    }
    [[nodiscard]] bool is_in(std::size_t company, std::size_t group) const
    {
        return ((*this)[company][group / 64] >> group % 64 & 1) != 0;
    }

private:
    std::size_t words_;
    std::size_t size_ = 0;
    std::vector<std::uint64_t> bits_{};
    std::vector<std::uint32_t> table_{}; // of numbers by hash, `nothing` where there is none
};

/// Whom the matching gives the seats of one place.
struct seats
{
    std::int64_t incumbents = 0; ///< who hold a seat of it, recorded or not
    std::int64_t given = 0;      ///< to others
};

/// What the rules, the lists and the matching say about everybody, and what in it is wrong about
/// one person alone (läsning).
struct reading
{
    std::vector<finding> findings{};
    std::vector<turn> turns{};               ///< by row
    std::vector<std::uint32_t> company_of{}; ///< by row: position in `companies`

    company_list companies{};

    std::vector<seats> given{}; ///< by place
    lists holders{};            ///< by place: rows that sit there and are no incumbents
    lists wanting{};            ///< by place: rows that would rather sit there, or might

    /// By row: the places that they might have; with `coverage` alone.
    lists might_have{};
};

/// Asks the rules about each person what must be known about them, and nothing else. With the
/// policies `stable` and `serial` somebody wants what they listed before what they got, with
/// `coverage` all that they listed.
///
/// Complexity: O(people · criteria of needs groups), O(wishes · criteria).
[[nodiscard]] reading read(engine const& compiled, people const& caseload, matching const& proposed,
                           place_list const& places, std::size_t threads);

} // namespace finsam::audited
