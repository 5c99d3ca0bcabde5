// SPDX-License-Identifier: BSL-1.0
#include "rules/member_sets.hpp"

#include "rules/add_new.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace finsam::checking {

namespace {

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

/// What takes longer is not tried out: then sets may be taken for possible that are not.
constexpr std::size_t most_demands_tried = 8;
constexpr int most_trials = 100;

/// Whether there is a set, found by trying out the values of what is not settled; taken for granted
/// after so many trials.
bool has_one(member_sets one, int& trials)
{
    propagate(one);
    if (one.impossible || --trials < 0)
        return !one.impossible;
    auto const try_both = [&](members::size_type value) {
        auto with = one;
        with.required.set(value);
        one.forbidden.set(value);
        return has_one(std::move(with), trials) || has_one(std::move(one), trials);
    };
    for (auto const& some : one.some_of)
        if (!some.intersects(one.required))
            return try_both((some - one.forbidden).find_first());
    for (auto const& several : one.not_all_of)
        if (!several.intersects(one.forbidden))
            return try_both((several - one.required).find_first());
    return true;
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

} // namespace

bool is_empty(member_sets const& one)
{
    return one.impossible;
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
    auto const demands = both.some_of.size() + both.not_all_of.size();
    if (int trials = most_trials; demands > 0 && demands <= most_demands_tried)
        both.impossible = !has_one(both, trials);
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

} // namespace finsam::checking
