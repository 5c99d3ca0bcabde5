// SPDX-License-Identifier: BSL-1.0
#include "rules/number_set.hpp"

#include "rules/add_new.hpp"

#include <algorithm>
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

/// How many days so many months have, from any day on.
///
/// Complexity: O(months in 400 years), after which the calendar repeats itself.
struct lengths
{
    std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
    std::int64_t longest = 0;
};

lengths days_in_months(std::int64_t count)
{
    using namespace std::chrono;
    auto const days_in = [](year_month one) {
        return static_cast<std::int64_t>(unsigned((one / last).day()));
    };
    lengths found;
    for (auto from = year{2000} / January; from < year{2400} / January; from += months{1}) {
        auto const to = from + months{count};
        std::int64_t const length = (sys_days{to / 1} - sys_days{from / 1}).count();
        // From the month's last days it is less where the later month is shorter.
        auto const missing = std::max<std::int64_t>(0, days_in(from) - days_in(to));
        found.shortest = std::min(found.shortest, length - missing);
        found.longest = std::max(found.longest, length);
    }
    return found;
}

/// Whether the one time is at least as long as the other, from any day on.
bool at_least_as_long(time_after const& one, time_after const& other)
{
    if (one.unit == other.unit)
        return one.count >= other.count;
    return one.unit == time_unit::days ? one.count >= days_in_months(other.count).longest
                                       : days_in_months(one.count).shortest >= other.count;
}

/// Whether who has reached `a` has always reached `b` too. Not told of some that are counted
/// differently and nearly as long.
bool includes(time_after const& a, time_after const& b)
{
    return never_later(b.counted, a.counted) && at_least_as_long(a, b);
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
    for (auto const& reached : both.reached)
        for (auto const& not_reached : both.not_reached)
            if (includes(reached, not_reached))
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
