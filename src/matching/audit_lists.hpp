// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace finsam::audited {

/// No place, no row, no question.
inline constexpr auto nothing = std::numeric_limits<std::uint32_t>::max();

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

/// A row and a place.
struct row_and_place
{
    std::uint32_t row = 0;
    std::uint32_t place = 0;
};

/// The rows by place, of pairs that stand in several parts; within a place they keep their order.
/// Each part is worked at by a thread of its own.
[[nodiscard]] lists by_place(std::vector<std::vector<row_and_place>> const& parts,
                             std::size_t places);

/// The places by row.
///
/// Precondition: pairs ascend by row.
[[nodiscard]] lists by_row(std::vector<std::vector<row_and_place>> const& parts, std::size_t rows);

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

} // namespace finsam::audited
