// SPDX-License-Identifier: BSL-1.0
#include "rules/value_set.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/rules/schema.hpp>

#include <algorithm>
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

/// Adds what is not there yet: a rule may be named twice in a chain of many.
template<class T>
void add_new(std::vector<T>& into, std::vector<T> const& from)
{
    std::ranges::copy_if(from, std::back_inserter(into),
                         [&](T const& one) { return std::ranges::find(into, one) == into.end(); });
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

std::vector<time_after> common(std::vector<time_after> const& a, std::vector<time_after> const& b)
{
    std::vector<time_after> both;
    std::ranges::copy_if(a, std::back_inserter(both), [&](time_after const& one) {
        return std::ranges::find(b, one) != b.end();
    });
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

template<class Operation>
std::set<std::string> combined(Operation operation, std::set<std::string> const& a,
                               std::set<std::string> const& b)
{
    std::set<std::string> out;
    operation(a, b, std::inserter(out, out.end()));
    return out;
}

constexpr auto kept_by_both = [](auto const& a, auto const& b, auto to) {
    std::ranges::set_intersection(a, b, to);
};
constexpr auto kept_by_either = [](auto const& a, auto const& b, auto to) {
    std::ranges::set_union(a, b, to);
};
constexpr auto first_without = [](auto const& a, auto const& b, auto to) {
    std::ranges::set_difference(a, b, to);
};

code_set intersect(code_set const& a, code_set const& b)
{
    code_set both{.all_but = a.all_but && b.all_but, .none = a.none && b.none};
    if (both.all_but)
        both.codes = combined(kept_by_either, a.codes, b.codes);
    else if (a.all_but)
        both.codes = combined(first_without, b.codes, a.codes);
    else if (b.all_but)
        both.codes = combined(first_without, a.codes, b.codes);
    else
        both.codes = combined(kept_by_both, a.codes, b.codes);
    return both;
}

code_set complement(code_set one)
{
    one.all_but = !one.all_but;
    one.none = !one.none;
    return one;
}

code_set unite(code_set const& a, code_set const& b)
{
    return complement(intersect(complement(a), complement(b)));
}

using members = member_sets::members;

/// Works out what follows until nothing more does: the last value that is left of `some_of` is
/// required, the last one of `not_all_of` forbidden.
void propagate(member_sets& one)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (auto const& some : one.some_of) {
            auto const left = some - one.forbidden;
            if (left.none())
                one.impossible = true;
            if (left.count() == 1 && !left.is_subset_of(one.required)) {
                one.required |= left;
                changed = true;
            }
        }
        for (auto const& several : one.not_all_of) {
            auto const left = several - one.required;
            if (left.none())
                one.impossible = true;
            if (left.count() == 1 && !left.is_subset_of(one.forbidden)) {
                one.forbidden |= left;
                changed = true;
            }
        }
    }
    auto const held = static_cast<std::int64_t>(one.required.count());
    auto const allowed = static_cast<std::int64_t>((~one.forbidden).count());
    if (one.required.intersects(one.forbidden) || held > one.most || allowed < one.least
        || one.least > one.most)
        one.impossible = true;
}

member_sets intersect(member_sets const& a, member_sets const& b)
{
    auto both = a;
    both.required |= b.required;
    both.forbidden |= b.forbidden;
    add_new(both.some_of, b.some_of);
    add_new(both.not_all_of, b.not_all_of);
    both.least = std::max(a.least, b.least);
    both.most = std::min(a.most, b.most);
    both.impossible = a.impossible || b.impossible;
    propagate(both);
    return both;
}

/// What holds in both lists, and from two single requirements that one of the two holds.
std::vector<members> common(std::vector<members> const& a, members const& single_a,
                            std::vector<members> const& b, members const& single_b)
{
    std::vector<members> both;
    std::ranges::copy_if(a, std::back_inserter(both), [&](members const& one) {
        return one.intersects(single_b) || std::ranges::find(b, one) != b.end();
    });
    std::ranges::copy_if(b, std::back_inserter(both),
                         [&](members const& one) { return one.intersects(single_a); });
    if (single_a.any() && single_b.any())
        add_new(both, {single_a | single_b});
    return both;
}

member_sets unite(member_sets const& a, member_sets const& b)
{
    if (a.impossible || b.impossible)
        return a.impossible ? b : a;
    return {.required = a.required & b.required,
            .forbidden = a.forbidden & b.forbidden,
            .some_of = common(a.some_of, a.required, b.some_of, b.required),
            .not_all_of = common(a.not_all_of, a.forbidden, b.not_all_of, b.forbidden),
            .least = std::min(a.least, b.least),
            .most = std::max(a.most, b.most)};
}

bool is_empty(number_set const& one)
{
    return one.ranges.empty() && !one.none;
}

bool is_empty(code_set const& one)
{
    return !one.all_but && one.codes.empty() && !one.none;
}

bool is_empty(member_sets const& one)
{
    return one.impossible;
}

std::int64_t last_position(fact_declaration const& fact)
{
    return static_cast<std::int64_t>(fact.values.size()) - 1;
}

} // namespace

value_set every_value(fact_declaration const& fact)
{
    using namespace std::chrono;
    switch (fact.kind) {
    case fact_kind::boolean:
        return number_set{.ranges = {{0, 1}}};
    case fact_kind::integer:
        return number_set{.ranges = {{std::numeric_limits<std::int32_t>::min(),
                                      std::numeric_limits<std::int32_t>::max()}},
                          .none = true};
    case fact_kind::date:
        return number_set{.ranges = {{detail::to_days(year{1} / January / 1),
                                      detail::to_days(year{9999} / December / 31)}},
                          .none = true};
    case fact_kind::choice:
        return number_set{.ranges = {{0, last_position(fact)}}, .none = !fact.ordered};
    case fact_kind::code:
        // The one code that is never none is who is responsible for the person.
        return code_set{.all_but = true, .none = fact.name != reserved_keys[1]};
    case fact_kind::set:
        return member_sets{.required = members(fact.values.size()),
                           .forbidden = members(fact.values.size()),
                           .most = static_cast<std::int64_t>(fact.values.size())};
    }
    return {};
}

bool is_empty(value_set const& one)
{
    return std::visit([](auto const& some) { return is_empty(some); }, one);
}

value_set intersect(value_set const& a, value_set const& b)
{
    return std::visit(
        [&]<class T>(T const& some) -> value_set { return intersect(some, std::get<T>(b)); }, a);
}

value_set unite(value_set const& a, value_set const& b)
{
    return std::visit(
        [&]<class T>(T const& some) -> value_set { return unite(some, std::get<T>(b)); }, a);
}

} // namespace finsam::checking
