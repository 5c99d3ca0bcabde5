// SPDX-License-Identifier: BSL-1.0
#include <finsam/rules/check.hpp>

#include "rules/checking.hpp"

#include <algorithm>
#include <utility>

namespace finsam {

namespace {

using namespace checking;

// Values first, then what stands together, then what holds on a day, then the act and its practice:
// a check may rely on what the ones before it have told. A new check is a line here.
constexpr void (*checks[])(state&) = {
    check_names,      check_header,   check_members,        check_facts,    check_parameters,
    check_groups,     check_declared, check_interventions,  check_mandates, check_rule_versions,
    check_references, check_criteria, check_parameter_fit,  check_pools,    check_reserves,
    check_cycles,     check_in_force, check_parties,        check_area,     check_shares,
    check_costs,      check_duties,   check_capacity_tests, check_places,   check_seed,
    check_unused,     check_possible, check_honesty,
};

} // namespace

diagnostics check(plan const& agreed, std::optional<date> as_of,
                  std::vector<std::string> const& broken)
{
    state in{.agreed = agreed, .as_of = as_of};
    for (auto const& pointer : broken) {
        in.told.add(pointer);
        in.uses_are_hidden = in.uses_are_hidden || hides_uses(pointer);
    }
    for (auto const one : checks)
        one(in);

    std::vector<std::pair<std::vector<std::size_t>, diagnostic>> ordered;
    ordered.reserve(in.found.size());
    for (auto& one : in.found)
        ordered.emplace_back(document_order(one.pointer), std::move(one));
    std::ranges::stable_sort(
        ordered, {}, [](auto const& one) -> auto const& { return one.first; });

    diagnostics all;
    for (auto& [place, one] : ordered)
        add(all, std::move(one));
    return all;
}

diagnostics check(plan const& agreed, std::optional<date> as_of)
{
    return check(agreed, as_of, {});
}

} // namespace finsam
