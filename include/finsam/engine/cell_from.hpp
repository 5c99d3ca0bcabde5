// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/person.hpp>
#include <finsam/rules/fact_traits.hpp>

#include <boost/assert.hpp>

#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace finsam {

template<class T>
struct fact_traits<fact<T>> : fact_traits<T>
{};

} // namespace finsam

/// How a member of the user's own type becomes a cell of its column.
namespace finsam::detail {

inline void write_cell(bool value, cell& into, std::vector<std::size_t> const&,
                       fact_declaration const&)
{
    into.number = value ? 1 : 0;
}
template<std::integral Number>
void write_cell(Number value, cell& into, std::vector<std::size_t> const&, fact_declaration const&)
{
    into.number = static_cast<std::int32_t>(value);
}
inline void write_cell(date value, cell& into, std::vector<std::size_t> const&,
                       fact_declaration const&)
{
    into.number =
        static_cast<std::int32_t>(std::chrono::sys_days{value}.time_since_epoch().count());
}
/// An empty text is no code: nothing is on record, which is never a no.
inline void write_cell(std::string const& value, cell& into, std::vector<std::size_t> const&,
                       fact_declaration const&)
{
    into.code = value;
    if (value.empty())
        into.state = fact_state::unknown;
}

inline void write_cell(municipality_code value, cell& into, std::vector<std::size_t> const&,
                       fact_declaration const&)
{
    // The default names no municipality: nothing is on record, which is never a no.
    if (value == municipality_code{})
        into.state = fact_state::unknown;
    else
        into.code = value.digits();
}

template<described_enum Choice>
void write_cell(Choice value, cell& into, std::vector<std::size_t> const& positions,
                fact_declaration const&)
{
    into.number = static_cast<std::int32_t>(positions.at(position_of(value)));
}

inline void put_member(cell& into, std::size_t position)
{
    into.members[position / 64] |= std::uint64_t{1} << position % 64;
}

template<described_enum Choice>
void write_cell(std::set<Choice> const& value, cell& into,
                std::vector<std::size_t> const& positions, fact_declaration const& column)
{
    into.members.assign((column.values.size() + 63) / 64, 0);
    for (auto const one : value)
        put_member(into, positions.at(position_of(one)));
}
template<described_enum Choice>
void write_cell(flag_set<Choice> const& value, cell& into,
                std::vector<std::size_t> const& positions, fact_declaration const& column)
{
    into.members.assign((column.values.size() + 63) / 64, 0);
    for (auto left = value.bits(); left != 0; left &= left - 1)
        put_member(into, positions.at(static_cast<std::size_t>(std::countr_zero(left))));
}

inline void write_cell(std::set<std::string> const& value, cell& into,
                       std::vector<std::size_t> const&, fact_declaration const& column)
{
    into.members.assign((column.values.size() + 63) / 64, 0);
    for (auto const& one : value) {
        std::size_t position = 0;
        while (position < column.values.size() && column.values[position] != one)
            ++position;
        BOOST_ASSERT_MSG(position < column.values.size(),
                         "a value that the plan's fact does not have");
        if (position < column.values.size())
            put_member(into, position);
    }
}

template<class Member>
cell cell_of(Member const& value, std::vector<std::size_t> const& positions,
             fact_declaration const& column)
{
    cell made{.state = fact_state::value};
    write_cell(value, made, positions, column);
    return made;
}
template<class Member>
cell cell_of(std::optional<Member> const& value, std::vector<std::size_t> const& positions,
             fact_declaration const& column)
{
    return value ? cell_of(*value, positions, column) : cell{};
}
template<class Member>
cell cell_of(fact<Member> const& value, std::vector<std::size_t> const& positions,
             fact_declaration const& column)
{
    if (value.state() == fact_state::value)
        return cell_of(value.value(), positions, column);
    return cell{.state = value.state()};
}

} // namespace finsam::detail
