// SPDX-License-Identifier: BSL-1.0
#include "leaf_plan.hpp"

#include <algorithm>
#include <bit>

namespace finsam {
namespace {

using shape = leaf_plan::shape;

leaf_plan nobody()
{
    return {.what = leaf_plan::outcome::nobody};
}
leaf_plan everybody()
{
    return {.what = leaf_plan::outcome::everybody};
}

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

leaf_plan leaf_planner::make(column_test const& asked)
{
    if (asked.kind == test_kind::is_none)
        return {.what = leaf_plan::outcome::has_none};
    if (asked.kind == test_kind::is_some)
        return everybody();
    auto const& column = here_->columns[asked.column];
    return asked.is_set ? about_members(asked, column) : about_numbers(asked, column);
}

leaf_plan leaf_planner::about_numbers(column_test const& asked, plane_column const& column)
{
    auto const most = (std::int64_t{1} << column.planes.size()) - 1;
    leaf_plan made;
    if (asked.kind == test_kind::in_range) {
        // Open ends stay far outside of any domain.
        constexpr auto far = std::int64_t{1} << 40;
        made = between(std::max(asked.low, -far) - column.base,
                       std::min(asked.high, far) - column.base, most);
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
            made = between(wanted_[0], wanted_[0], most);
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
            made = among(first);
        }
    }
    if (made.what == leaf_plan::outcome::look) {
        made.first_plane = numbers_of(asked.column);
        made.planes = static_cast<std::uint32_t>(column.planes.size());
    }
    return made;
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
leaf_plan leaf_planner::between(std::int64_t low, std::int64_t high, std::int64_t most)
{
    low = std::max<std::int64_t>(low, 0);
    high = std::min(high, most);
    if (low > high)
        return nobody();
    auto const first = static_cast<std::uint32_t>(constants.size());
    if (low == high && low > 0 && low < most) {
        constants.push_back(static_cast<std::uint32_t>(low));
        return {.what = leaf_plan::outcome::look,
                .form = shape::equal,
                .first_constant = first,
                .constants = 1};
    }
    constants.push_back(static_cast<std::uint32_t>(low));
    if (high < most)
        constants.push_back(static_cast<std::uint32_t>(high + 1));
    return among(first);
}

/// The constants from `first` on are edges.
leaf_plan leaf_planner::among(std::uint32_t first)
{
    leaf_plan made{.what = leaf_plan::outcome::look,
                   .form = shape::edges,
                   .first_constant = first,
                   .constants = static_cast<std::uint32_t>(constants.size()) - first};
    if (made.constants > 0 && constants[first] == 0) {
        made.complement = true;
        ++made.first_constant;
        --made.constants;
    }
    if (made.constants == 0)
        return made.complement ? everybody() : nobody();
    return made;
}

leaf_plan leaf_planner::about_members(column_test const& asked, plane_column const& column)
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

    leaf_plan made{.what = leaf_plan::outcome::look,
                   .first_plane = first,
                   .planes = static_cast<std::uint32_t>(planes.size()) - first};
    std::int64_t needed = 1;
    if (asked.kind == test_kind::contains_all)
        needed = static_cast<std::int64_t>(made.planes + everyone_has + nobody_has);
    else if (asked.kind == test_kind::count_at_least)
        needed = asked.low;
    needed -= static_cast<std::int64_t>(everyone_has);
    if (needed <= 0)
        return everybody();
    if (needed > static_cast<std::int64_t>(made.planes))
        return nobody();
    made.form = needed == 1                                        ? shape::any
                : needed == static_cast<std::int64_t>(made.planes) ? shape::all
                                                                   : shape::at_least;
    made.first_constant = static_cast<std::uint32_t>(constants.size());
    made.constants = 1;
    constants.push_back(static_cast<std::uint32_t>(needed));
    return made;
}

} // namespace finsam
