// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/piece.hpp>

namespace finsam {
namespace {

constexpr std::size_t up_to_eight(std::size_t bytes)
{
    return (bytes + 7) / 8 * 8;
}

} // namespace

piece::layout piece::parts() const noexcept
{
    layout all{};
    all.id_ends = planes * plane_words() * 8;
    all.wish_ends = all.id_ends + up_to_eight(rows * 4);
    all.have_wishes = all.wish_ends + (some_wishes ? up_to_eight(rows * 4) : 0);
    all.wishes = all.have_wishes + (some_wishes ? (rows + 63) / 64 * 8 : 0);
    all.placed = all.wishes + up_to_eight(wishes * 4);
    all.ids = all.placed + (some_placed ? up_to_eight(rows * 4) : 0);
    all.size = (all.ids + id_bytes + 63) / 64 * 64;
    return all;
}

std::string_view piece::id(std::size_t row) const noexcept
{
    auto const at = parts();
    auto const* const ends = part<std::uint32_t>(at.id_ends);
    auto const first = row == 0 ? 0 : ends[row - 1];
    return {part<char>(at.ids) + first, ends[row] - first};
}

std::optional<std::span<std::uint32_t const>> piece::preferences(std::size_t row) const noexcept
{
    auto const at = parts();
    if (!some_wishes || (part<std::uint64_t>(at.have_wishes)[row / 64] >> row % 64 & 1) == 0)
        return {};
    auto const* const ends = part<std::uint32_t>(at.wish_ends);
    auto const first = row == 0 ? 0 : ends[row - 1];
    return std::span{part<std::uint32_t>(at.wishes) + first, ends[row] - first};
}

std::optional<std::uint32_t> piece::placed(std::size_t row) const noexcept
{
    if (!some_placed)
        return {};
    auto const place = part<std::uint32_t>(parts().placed)[row];
    return place == not_placed ? std::nullopt : std::optional{place};
}

} // namespace finsam
