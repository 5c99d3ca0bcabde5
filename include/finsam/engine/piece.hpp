// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/plane_memory.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace finsam {

/// People of a full piece. Two KiB a plane keep the memory's own prefetching going, and the planes
/// and answers of a piece stay in a processor's second cache.
inline constexpr std::size_t piece_rows = 16384;

/// One plane of a piece: where it lies, or that all its bits are the same (bitplanets plats).
///
/// Units: planes from the beginning of the piece's memory.
enum class plane_at : std::uint32_t
{
    all_one = 0xFFFFFFFE, ///< for everybody in the piece
    all_zero = 0xFFFFFFFF
};

/// One fact of the people of a piece, as bit planes (uppgift i bitplan).
///
/// Bit i of word i / 64 of each plane is about row i. The planes are 0 where there is no value, so
/// that nothing can be told from them there; two planes say what is on record, which are
/// stored once where nobody has none and nothing is withheld:
///
///     state     recorded  known
///     unknown          0      0
///     none             0      1
///     value            1      1
///     withheld         1      0
///
/// Units: a number stands as its distance from `base`, the smallest of the piece, lowest bit first;
///        a code as its position in `codes`, a set as one plane a value.
struct plane_column
{
    std::int32_t base = 0;
    std::vector<std::int32_t> codes{}; ///< positions in the column's dictionary, ascending
    std::vector<plane_at> planes{};
    plane_at recorded = plane_at::all_zero;
    plane_at known = plane_at::all_zero;
    bool some_none = false;     ///< somebody's state is none
    bool some_withheld = false; ///< somebody's state is withheld

    friend bool operator==(plane_column const&, plane_column const&) = default;
};

/// Up to 16 384 people, column by column, as bit planes; never changed once made (stycke).
///
/// Shape: one block of memory: planes, each `plane_words` words; then, each only if the piece has
///        any, where the ids end, where the wishes end, who has wishes, the wishes, the places, the
///        text of the ids.
/// Units: wishes and places are positions in the plan's list of interventions.
class FINSAM_EXPORT piece
{
public:
    std::size_t rows = 0;
    std::size_t planes = 0;   ///< stored
    std::size_t wishes = 0;   ///< of all people together
    std::size_t id_bytes = 0; ///< of all people together
    bool some_wishes = false;
    bool some_placed = false;
    std::vector<plane_column> columns{};
    plane_memory memory{};

    /// Units: words of 64 people.
    [[nodiscard]] std::size_t plane_words() const noexcept { return words_a_plane(rows); }
    [[nodiscard]] static constexpr std::size_t words_a_plane(std::size_t rows) noexcept
    {
        // A multiple of the widest step of the loops over planes.
        return (rows + 4095) / 4096 * 64;
    }

    /// Precondition: the plane is stored.
    [[nodiscard]] std::uint64_t const* plane(plane_at at) const noexcept
    {
        return memory.words() + static_cast<std::size_t>(at) * plane_words();
    }
    /// Precondition for these: row < rows.
    [[nodiscard]] bool bit(plane_at at, std::size_t row) const noexcept
    {
        if (at == plane_at::all_zero || at == plane_at::all_one)
            return at == plane_at::all_one;
        return (plane(at)[row / 64] >> row % 64 & 1) != 0;
    }
    [[nodiscard]] std::string_view id(std::size_t row) const noexcept;
    [[nodiscard]] std::optional<std::span<std::uint32_t const>>
    preferences(std::size_t row) const noexcept;
    [[nodiscard]] std::optional<std::uint32_t> placed(std::size_t row) const noexcept;

    /// Where each part of the memory begins and how long all of it is.
    ///
    /// Units: bytes.
    struct layout
    {
        std::size_t id_ends, wish_ends, have_wishes, wishes, placed, ids, size;
    };
    [[nodiscard]] layout parts() const noexcept;

private:
    template<class T>
    [[nodiscard]] T const* part(std::size_t offset) const noexcept
    {
        return reinterpret_cast<T const*>(reinterpret_cast<char const*>(memory.words()) + offset);
    }
};

/// The place that means that somebody has none.
inline constexpr std::uint32_t not_placed = 0xFFFFFFFF;

} // namespace finsam
