// SPDX-License-Identifier: BSL-1.0
#include "rules/always_met.hpp"
#include "rules/checking.hpp"
#include "rules/impossibility_search.hpp"
#include "rules/possible.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// Whether a mistake told there leaves what the rules ask as it is.
bool is_apart_from_rules(std::string_view pointer)
{
    constexpr std::string_view apart[] = {"/members",      "/others",   "/contributions",
                                          "/declarations", "/mandates", "/matching/",
                                          "/id",           "/cite"};
    return std::ranges::any_of(apart, [&](auto start) { return pointer.starts_with(start); });
}

/// Whether nothing is wrong with the rules, or with what they are about: it may hide what was
/// meant. That the act is broken hides nothing.
bool can_rules_be_relied_on(state const& in)
{
    std::set<std::string_view> of_the_act;
    for (auto const& one : in.found)
        if (one.code == missing_party || one.code == uncovered_area || one.code == single_party)
            of_the_act.insert(one.pointer);
        else if (one.severity == severity::error && !is_apart_from_rules(one.pointer))
            return false;
    return std::ranges::all_of(in.told.all(), [&](std::string const& pointer) {
        return is_apart_from_rules(pointer) || of_the_act.contains(pointer);
    });
}

} // namespace

void check_possible(state& in)
{
    if (!can_rules_be_relied_on(in))
        return;
    estimator estimated(in);
    tell_always_met(in, estimated);
    tell_what_nobody_can_meet(in, std::move(estimated));
}

} // namespace finsam::checking
