// SPDX-License-Identifier: BSL-1.0
#include "rules/code_set.hpp"

#include <algorithm>
#include <iterator>

namespace finsam::checking {

namespace {

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

code_set complement(code_set one)
{
    one.all_but = !one.all_but;
    one.none = !one.none;
    return one;
}

} // namespace

bool is_empty(code_set const& one)
{
    return !one.all_but && one.codes.empty() && !one.none;
}

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

code_set unite(code_set const& a, code_set const& b)
{
    return complement(intersect(complement(a), complement(b)));
}

} // namespace finsam::checking
