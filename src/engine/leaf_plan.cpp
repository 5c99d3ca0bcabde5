// SPDX-License-Identifier: BSL-1.0
#include "leaf_plan.hpp"

#include <algorithm>
#include <bit>

namespace finsam {
namespace {

using outcome = leaf_plan::outcome;
using shape = leaf_plan::shape;

} // namespace

column_tests::column_tests(std::vector<test> const& tests, schema const& vocabulary,
                           std::vector<code_list> const& codes)
{
    std::size_t numbers = 0, members = 0;
    for (auto const& asked : tests) {
        numbers += asked.numbers.size() + asked.codes.size();
        for (auto const word : asked.members)
            members += static_cast<std::size_t>(std::popcount(word));
    }
    all_.reserve(tests.size());
    numbers_.reserve(numbers); // what is in them stays where it is
    members_.reserve(members);
    for (auto const& asked : tests) {
        auto const kind = vocabulary.columns[asked.column].kind;
        auto const numbers_before = numbers_.size();
        auto const members_before = members_.size();
        numbers_.insert(numbers_.end(), asked.numbers.begin(), asked.numbers.end());
        for (auto const& code : asked.codes)
            if (auto const number = codes[asked.column].find(code))
                numbers_.push_back(*number);
        // A plan may name a value twice; an edge must stand once.
        auto const first = numbers_.begin() + static_cast<std::ptrdiff_t>(numbers_before);
        std::sort(first, numbers_.end());
        numbers_.erase(std::unique(first, numbers_.end()), numbers_.end());
        for (std::size_t word = 0; word < asked.members.size(); ++word)
            for (auto left = asked.members[word]; left != 0; left &= left - 1)
                members_.push_back(static_cast<std::uint32_t>(word * 64)
                                   + static_cast<std::uint32_t>(std::countr_zero(left)));
        all_.push_back({.kind = asked.kind,
                        .column = asked.column,
                        .is_set = kind == fact_kind::set,
                        .is_code = kind == fact_kind::code,
                        .low = asked.low,
                        .high = asked.high,
                        .numbers = std::span(numbers_).subspan(numbers_before),
                        .members = std::span(members_).subspan(members_before)});
    }
}

void leaf_planner::make(column_test const& asked, leaf_plan& made)
{
    auto const& column = here_->columns[asked.column];
    made.complement = false;
    made.column = asked.column;
    if (asked.kind == test_kind::is_none)
        made.what = outcome::has_none;
    else if (asked.kind == test_kind::is_some)
        made.what = outcome::everybody;
    else if (asked.is_set)
        about_members(asked, column, made);
    else
        about_numbers(asked, column, made);
}

void leaf_planner::about_numbers(column_test const& asked, plane_column const& column,
                                 leaf_plan& made)
{
    auto const most = (std::int64_t{1} << column.planes.size()) - 1;
    if (asked.kind == test_kind::in_range) {
        // Open ends stay far outside of any domain.
        constexpr auto far = std::int64_t{1} << 40;
        between(std::max(asked.low, -far) - column.base, std::min(asked.high, far) - column.base,
                most, made);
    } else {
        wanted_.clear();
        for (auto const number : asked.numbers) {
            if (asked.is_code) {
                auto const found = std::ranges::lower_bound(column.codes, number);
                if (found != column.codes.end() && *found == number)
                    wanted_.push_back(static_cast<std::uint32_t>(found - column.codes.begin()));
            } else if (auto const distance = std::int64_t{number} - column.base;
                       0 <= distance && distance <= most) {
                if (wanted_.empty() || wanted_.back() != distance)
                    wanted_.push_back(static_cast<std::uint32_t>(distance));
            }
        }
        if (wanted_.size() == 1) {
            between(wanted_[0], wanted_[0], most, made);
        } else {
            // Each run of neighbours begins at one edge and ends before the next.
            auto const first = static_cast<std::uint32_t>(constants.size());
            for (auto const number : wanted_) {
                if (constants.size() > first && constants.back() == number)
                    constants.pop_back();
                else
                    constants.push_back(number);
                if (number < most)
                    constants.push_back(number + 1);
            }
            among(first, made);
        }
    }
    if (made.what == outcome::look) {
        made.first_plane = numbers_of(asked.column);
        made.planes = static_cast<std::uint32_t>(column.planes.size());
    }
}

std::uint32_t leaf_planner::numbers_of(std::uint32_t column)
{
    auto& at = numbers_at_[column];
    if (at == not_there) {
        at = static_cast<std::uint32_t>(planes.size());
        for (auto const one : here_->columns[column].planes)
            planes.push_back(one == plane_at::all_zero  ? zeros_
                             : one == plane_at::all_one ? ones_
                                                        : here_->plane(one));
    }
    return at;
}

/// The distance is between the two.
void leaf_planner::between(std::int64_t low, std::int64_t high, std::int64_t most, leaf_plan& made)
{
    low = std::max<std::int64_t>(low, 0);
    high = std::min(high, most);
    auto const first = static_cast<std::uint32_t>(constants.size());
    if (low > high) {
        made.what = outcome::nobody;
    } else if (low == high && low > 0 && low < most) {
        constants.push_back(static_cast<std::uint32_t>(low));
        made.what = outcome::look;
        made.form = shape::equal;
        made.first_constant = first;
        made.constants = 1;
    } else {
        constants.push_back(static_cast<std::uint32_t>(low));
        if (high < most)
            constants.push_back(static_cast<std::uint32_t>(high + 1));
        among(first, made);
    }
}

/// The constants from `first` on are edges.
void leaf_planner::among(std::uint32_t first, leaf_plan& made)
{
    // An edge that all are past only turns the others.
    bool const all_past = constants.size() > first && constants[first] == 0;
    auto const edges = first + (all_past ? 1 : 0);
    auto const count = static_cast<std::uint32_t>(constants.size()) - edges;
    made.what = count != 0 ? outcome::look : all_past ? outcome::everybody : outcome::nobody;
    made.form = shape::edges;
    made.complement = all_past;
    made.first_constant = edges;
    made.constants = count;
}

void leaf_planner::about_members(column_test const& asked, plane_column const& column,
                                 leaf_plan& made)
{
    auto const first = static_cast<std::uint32_t>(planes.size());
    std::size_t everyone_has = 0, nobody_has = 0;
    auto const look = [&](plane_at at) {
        if (at == plane_at::all_one)
            ++everyone_has;
        else if (at == plane_at::all_zero)
            ++nobody_has;
        else
            planes.push_back(here_->plane(at));
    };
    if (asked.kind == test_kind::count_at_least)
        std::ranges::for_each(column.planes, look);
    else
        for (auto const member : asked.members)
            look(column.planes[member]);

    auto const some_have = static_cast<std::uint32_t>(planes.size()) - first;
    std::int64_t needed = 1;
    if (asked.kind == test_kind::contains_all)
        needed = static_cast<std::int64_t>(some_have + everyone_has + nobody_has);
    else if (asked.kind == test_kind::count_at_least)
        needed = asked.low;
    needed -= static_cast<std::int64_t>(everyone_has);
    if (needed <= 0 || needed > std::int64_t{some_have}) {
        made.what = needed <= 0 ? outcome::everybody : outcome::nobody;
        return;
    }
    made.what = outcome::look;
    made.form = needed == 1                         ? shape::any
                : needed == std::int64_t{some_have} ? shape::all
                                                    : shape::at_least;
    made.first_plane = first;
    made.planes = some_have;
    made.first_constant = static_cast<std::uint32_t>(constants.size());
    made.constants = 1;
    constants.push_back(static_cast<std::uint32_t>(needed));
}

} // namespace finsam
