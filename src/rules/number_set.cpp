// SPDX-License-Identifier: BSL-1.0
#include "rules/number_set.hpp"

#include "rules/add_new.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <limits>

namespace finsam::checking {

namespace {

/// Whether counting so, with equal times, never makes a day of reaching later than counting the
/// other way.
bool never_later(counting one, counting other)
{
    auto const back = [](counting how) { // how far to the year's beginning
        return how == counting::day ? 0 : how == counting::month ? 1 : 2;
    };
    if (one == counting::july || other == counting::july)
        return one == other;
    return back(one) >= back(other);
}

/// After so many months, which are so many days, the calendar repeats itself.
constexpr std::int64_t months_again = 4'800, days_again = 146'097;

/// Units: days.
struct lengths
{
    std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
    std::int64_t longest = 0;
};

/// How many days so many months have, from any day on.
///
/// Complexity: O(months until the calendar repeats itself).
lengths days_in_months(std::int64_t count)
{
    using namespace std::chrono;
    // Nobody has waited that long, and the calendar's years end.
    if (constexpr std::int64_t most = 12 * 10'000; count > most)
        return {.shortest = 0, .longest = std::numeric_limits<std::int64_t>::max()};
    static auto const begins = [] {
        std::array<std::int64_t, months_again + 1> days{};
        for (std::size_t i = 0; i < days.size(); ++i) {
            auto const month = year{2000} / January + months{static_cast<int>(i)};
            days[i] = (sys_days{month / 1} - sys_days{year{2000} / January / 1}).count();
        }
        return days;
    }();
    auto const later = static_cast<std::size_t>(count % months_again);
    lengths found;
    for (std::size_t from = 0; from < months_again; ++from) {
        auto const to = (from + later) % months_again;
        auto const rounds = count / months_again + (from + later >= months_again ? 1 : 0);
        auto const length = begins[to] - begins[from] + rounds * days_again;
        // From the month's last days it is less where the later month is shorter.
        auto const missing = (begins[from + 1] - begins[from]) - (begins[to + 1] - begins[to]);
        found.shortest = std::min(found.shortest, length - std::max<std::int64_t>(0, missing));
        found.longest = std::max(found.longest, length);
    }
    return found;
}

/// Whether the one time is at least as long as the other, from any day on.
bool at_least_as_long(time_after const& one, time_after const& other)
{
    if (one.unit == other.unit)
        return one.count >= other.count;
    // So many months are never ten days more or less than on average. Only times that are about as
    // long are counted.
    constexpr std::int64_t apart = 10;
    auto const on_average = [](std::int64_t count) { return count * days_again / months_again; };
    if (one.unit == time_unit::days) {
        auto const about = on_average(other.count);
        return one.count >= about - apart
               && (one.count >= about + apart || one.count >= days_in_months(other.count).longest);
    }
    auto const about = on_average(one.count);
    return other.count <= about + apart
           && (other.count <= about - apart || days_in_months(one.count).shortest >= other.count);
}

/// Whether who has reached `a` has always reached `b` too. Not told of some that are counted
/// differently and nearly as long.
bool includes(time_after const& a, time_after const& b)
{
    return never_later(b.counted, a.counted) && at_least_as_long(a, b);
}

/// Whether one of the times is never reached before one of the others.
bool exclude(std::vector<time_after> const& reached, std::vector<time_after> const& not_reached)
{
    return std::ranges::any_of(reached, [&](time_after const& one) {
        return std::ranges::any_of(not_reached,
                                   [&](time_after const& other) { return includes(one, other); });
    });
}

std::vector<time_after> common(std::vector<time_after> const& a, std::vector<time_after> const& b)
{
    std::vector<time_after> both;
    std::ranges::copy_if(a, std::back_inserter(both), [&](time_after const& one) {
        return std::ranges::find(b, one) != b.end();
    });
    return both;
}

} // namespace

bool is_empty(number_set const& one)
{
    return one.ranges.empty() && !one.none;
}

number_set intersect(number_set const& a, number_set const& b)
{
    number_set both{.reached = a.reached, .not_reached = a.not_reached, .none = a.none && b.none};
    for (auto i = a.ranges.begin(), j = b.ranges.begin();
         i != a.ranges.end() && j != b.ranges.end();) {
        auto const low = std::max(i->first, j->first), high = std::min(i->second, j->second);
        if (low <= high)
            both.ranges.emplace_back(low, high);
        i->second < j->second ? ++i : ++j;
    }
    add_new(both.reached, b.reached);
    add_new(both.not_reached, b.not_reached);
    // Pairs within one of them were looked at when it was made.
    if (exclude(a.reached, b.not_reached) || exclude(b.reached, a.not_reached))
        both.ranges.clear();
    return both;
}

number_set unite(number_set const& a, number_set const& b)
{
    auto all = a.ranges.empty() ? b : a;
    all.none = a.none || b.none;
    if (a.ranges.empty() || b.ranges.empty())
        return all;
    all.reached = common(a.reached, b.reached);
    all.not_reached = common(a.not_reached, b.not_reached);
    all.ranges.insert(all.ranges.end(), b.ranges.begin(), b.ranges.end());
    std::ranges::sort(all.ranges);
    std::vector<std::pair<std::int64_t, std::int64_t>> joined;
    for (auto const& one : all.ranges)
        if (!joined.empty() && one.first <= joined.back().second + 1)
            joined.back().second = std::max(joined.back().second, one.second);
        else
            joined.push_back(one);
    all.ranges = std::move(joined);
    return all;
}

} // namespace finsam::checking
