// SPDX-License-Identifier: BSL-1.0
#include "io/snapshot_piece.hpp"

#include <algorithm>
#include <bit>

namespace finsam::io {
namespace {

constexpr std::uint32_t has_wishes = 1;
constexpr std::uint32_t has_places = 2;
constexpr std::size_t most_number_planes = 32;
constexpr std::size_t most_wishes = 0x7FFFFFFF; // so that their ends never overflow
constexpr std::size_t most_id_bytes = 64 * 4;   // 64 characters of up to four

bool is_constant(plane_at at)
{
    return at == plane_at::all_zero || at == plane_at::all_one;
}

/// Reads a place among so many planes; `right` says whether it is one.
plane_at read_plane(byte_reader& in, std::size_t planes, bool& right)
{
    auto const at = static_cast<plane_at>(in.number());
    right = right && (is_constant(at) || static_cast<std::size_t>(at) < planes);
    return at;
}

bool read_column(byte_reader& in, plane_column& column, std::size_t planes,
                 fact_declaration const& about, std::size_t codes)
{
    bool right = true;
    column.base = std::bit_cast<std::int32_t>(in.number());
    column.recorded = read_plane(in, planes, right);
    column.known = read_plane(in, planes, right);
    column.planes.resize(in.count());
    for (auto& one : column.planes)
        one = read_plane(in, planes, right);
    column.codes.resize(in.count());
    for (auto& one : column.codes)
        one = std::bit_cast<std::int32_t>(in.number());

    auto const is_set = about.kind == fact_kind::set;
    right = right
            && (is_set ? column.planes.size() == about.values.size()
                       : column.planes.size() <= most_number_planes);
    if (about.kind != fact_kind::code)
        return right && column.codes.empty();
    auto const ascend = std::ranges::adjacent_find(column.codes, std::ranges::greater_equal{})
                        == column.codes.end();
    return right && column.base == 0 && ascend
           && (column.codes.empty()
               || (column.codes.front() >= 0
                   && static_cast<std::size_t>(column.codes.back()) < codes));
}

} // namespace

piece_limits::piece_limits(plan const& agreed, schema const& facts)
    : vocabulary(facts)
    , codes(facts.columns.size())
    , interventions(static_cast<std::uint32_t>(agreed.interventions.size()))
{
    for (std::uint32_t i = 0; i < interventions; ++i)
        if (agreed.interventions[i].kind == intervention_kind::structural)
            structural.push_back(i);
}

void write_details(byte_writer& out, piece const& one, code_numbers const& numbers)
{
    auto const number = [&](std::size_t value) { out.number(static_cast<std::uint32_t>(value)); };
    number(one.planes);
    number(one.wishes);
    number(one.id_bytes);
    number((one.some_wishes ? has_wishes : 0) | (one.some_placed ? has_places : 0));
    for (std::size_t c = 0; c < one.columns.size(); ++c) {
        auto const& column = one.columns[c];
        out.number(std::bit_cast<std::uint32_t>(column.base));
        out.number(static_cast<std::uint32_t>(column.recorded));
        out.number(static_cast<std::uint32_t>(column.known));
        out.list(column.planes, [&](plane_at at) { out.number(static_cast<std::uint32_t>(at)); });
        out.list(column.codes, [&](std::int32_t code) {
            out.number(std::bit_cast<std::uint32_t>(numbers[c][static_cast<std::size_t>(code)]));
        });
    }
}

std::optional<piece> read_details(byte_reader& in, std::size_t rows, std::size_t size,
                                  piece_limits const& limits)
{
    piece one;
    one.rows = rows;
    one.planes = in.number();
    one.wishes = in.number();
    one.id_bytes = in.number();
    auto const flags = in.number();
    one.some_wishes = (flags & has_wishes) != 0;
    one.some_placed = (flags & has_places) != 0;
    // Numbers of 32 bits of things of at most two KiB: no sum of these overflows 64 bits.
    if (flags > (has_wishes | has_places) || one.parts().size != size || one.wishes > most_wishes
        || (one.wishes != 0 && !one.some_wishes) || one.id_bytes > rows * most_id_bytes)
        return {};
    one.columns.resize(limits.vocabulary.columns.size());
    for (std::size_t c = 0; c < one.columns.size(); ++c)
        if (!read_column(in, one.columns[c], one.planes, limits.vocabulary.columns[c],
                         limits.codes[c]))
            return {};
    return in.is_whole() ? std::optional{std::move(one)} : std::nullopt;
}

} // namespace finsam::io
