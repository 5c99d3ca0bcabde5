// SPDX-License-Identifier: BSL-1.0
#include "rules/calendar.hpp"
#include "rules/checking.hpp"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

namespace finsam::checking {

using enum diagnostic_code;

namespace {

/// Whether something told below a list leaves open how many items with which of these keys it has.
bool is_list_open(state const& in, std::string const& list, std::size_t items,
                  std::initializer_list<std::string_view> keys)
{
    if (in.told.cover(list))
        return true;
    for (std::size_t i = 0; i < items; ++i)
        for (auto const key : keys)
            if (in.told.touch(under(list, i, key)))
                return true;
    return false;
}

/// Who an intervention's duties involve.
struct involved
{
    std::set<member const*> members{};
    std::set<party> parties{};
};

/// The same, if it is known; others than members count as none.
std::optional<involved> involved_by(state const& in, intervention const& one,
                                    std::string const& pointer)
{
    auto const list = under(pointer, "members");
    if (is_list_open(in, list, one.members.size(), {"member"}))
        return {};
    involved all;
    for (auto const& [id, duty] : one.members) {
        auto const place = in.members.place_of(id);
        if (place && *place >= in.agreed.members.size())
            continue;
        auto const* known = in.known_member(id);
        if (!known)
            return {};
        all.members.insert(known);
        // Gotland is one party, by whichever of its names it takes part.
        bool const is_gotland = known->code && is_own_region(*known->code);
        all.parties.insert(is_gotland ? party::municipality : known->party);
    }
    return all;
}

bool is_individual(state const& in, intervention const& one, std::string const& pointer)
{
    return one.kind == intervention_kind::individual && !in.told.touch(under(pointer, "kind"));
}

/// Without a rule and without places, told for the rule, it rather is a structural one.
bool may_be_structural(intervention const& one)
{
    return !one.rule && !one.when && one.places.empty();
}

/// The places of an intervention, if each pool's count is known.
std::optional<double> places_of(state const& in, intervention const& one,
                                std::string const& pointer)
{
    auto const list = under(pointer, "places");
    if (is_list_open(in, list, one.places.size(), {"count"}))
        return {};
    double sum = 0;
    for (auto const& pool : one.places)
        sum += static_cast<double>(pool.count);
    return sum;
}

} // namespace

void check_duties(state& in)
{
    auto const& agreed = in.agreed;
    for (std::size_t i = 0; i < agreed.declarations.size(); ++i) {
        auto const& promises = agreed.declarations[i].commitments;
        auto const pointer = under("/declarations", i);
        if (is_list_open(in, under(pointer, "commitments"), promises.size(), {"duty"})
            || (promises.empty() && in.told.hide<declaration>(pointer, "commitments"))
            || std::ranges::find(promises, duty::coordinate, &commitment::duty) != promises.end())
            continue;
        in.tell(no_coordinator, pointer, "nobody has the duty `coordinate`",
                "say in `commitments` who coordinates");
    }
    for (std::size_t i = 0; i < agreed.interventions.size(); ++i) {
        auto const& one = agreed.interventions[i];
        auto const pointer = under("/interventions", i);
        if (!is_individual(in, one, pointer) || may_be_structural(one))
            continue;
        auto const all = involved_by(in, one, pointer);
        if (!all || all->parties.size() > 1)
            continue;
        // Where a party is missing, two members of the same one may be a mistake told there.
        if (in.lacks_party && all->members.size() > 1)
            continue;
        in.tell_about(pointer, under(pointer, "members"), single_party,
                      all->parties.empty()
                          ? "its duties involve no party"
                          : "its duties involve one party, "
                                + backticked(detail::name_of(*all->parties.begin())),
                      "a financed intervention involves at least two (SFS 2003:1210 7 §)");
    }
}

void check_capacity_tests(state& in)
{
    // Which versions of rules come to such a test: from those that hold one back to who names them.
    std::vector<std::vector<std::size_t>> named_by(in.rules.names.size());
    std::vector<bool> tests(in.rule_bodies.size());
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < in.rule_bodies.size(); ++i) {
        for (auto const& use : in.rule_bodies[i].rules)
            if (auto const rule = in.rules.find(use.rule))
                named_by[*rule].push_back(i);
        if (in.rule_bodies[i].tests_work_capacity)
            open.push_back(i);
        tests[i] = in.rule_bodies[i].tests_work_capacity;
    }
    auto const shares_a_day = [&](auto const& one, std::string const& pointer, std::size_t rule) {
        auto const when = in.period_of(one, pointer);
        auto const other = in.period_of(in.agreed.rules[rule], under("/rules", rule));
        return when && other && finsam::overlap(*when, *other);
    };
    while (!open.empty()) {
        auto const rule = open.back();
        open.pop_back();
        auto const name = in.rules.find(in.agreed.rules[rule].id);
        if (!name)
            continue;
        for (auto const i : named_by[*name])
            if (!tests[i] && shares_a_day(in.agreed.rules[i], under("/rules", i), rule)) {
                tests[i] = true;
                open.push_back(i);
            }
    }
    for (std::size_t i = 0; i < in.agreed.interventions.size(); ++i) {
        auto const& one = in.agreed.interventions[i];
        auto const pointer = under("/interventions", i);
        if (std::ranges::find(one.methods, "IPS") == one.methods.end())
            continue;
        bool tested = in.intervention_bodies[i].tests_work_capacity;
        for (auto const& use : in.intervention_bodies[i].rules)
            if (auto const rule = in.rules.find(use.rule))
                for (auto const version : in.rules.places[*rule])
                    tested = tested || (tests[version] && shares_a_day(one, pointer, version));
        if (tested)
            in.tell(capacity_test_in_ips, pointer,
                    "its rule tests assessed work capacity and its method is `IPS`",
                    "in IPS the person's own wish to work decides, not an assessed capacity");
    }
}

void check_places(state& in)
{
    for (std::size_t i = 0; i < in.agreed.interventions.size(); ++i) {
        auto const& one = in.agreed.interventions[i];
        auto const pointer = under("/interventions", i);
        if (!is_individual(in, one, pointer) || may_be_structural(one))
            continue;
        if (places_of(in, one, pointer) == 0.0) {
            in.tell(no_places, pointer, "an individual intervention without any place",
                    "say in `places` how many there are");
            continue;
        }
        for (std::size_t j = 0; j < one.places.size(); ++j) {
            auto const& pool = one.places[j];
            auto const at = under(pointer, "places", j);
            if (in.told.touch(under(at, "count"))
                || is_list_open(in, under(at, "reserved"), pool.reserved.size(), {"count"}))
                continue;
            double sum = 0;
            for (auto const& reserve : pool.reserved)
                sum += static_cast<double>(reserve.count);
            if (sum > static_cast<double>(pool.count))
                in.tell(reserve_exceeds_places, at,
                        "more places are reserved than the pool has, " + backticked(pool.count),
                        "reserves are cut from the last listed backwards");
        }
    }
}

/// Said of the newest policy alone, so that a plan made before it is told the same as ever.
void check_honesty(state& in)
{
    auto const& terms = in.agreed.matching;
    if (terms && std::holds_alternative<policies::fit>(terms->policy))
        in.tell(not_honest, "/matching/policy",
                "with `fit` somebody may get a better place by another list than their own, and be "
                "passed over by somebody who comes later",
                "with `stable` listing honestly is best and nobody is passed over");
}

void check_seed(state& in)
{
    auto const& terms = in.agreed.matching;
    if (terms) {
        check_at_least(in, terms->waiting_bucket_days, 1, "/matching/waiting_bucket_days",
                       "with `1` every day of waiting counts");
        auto const is_digit = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        };
        if (terms->seed
            && (terms->seed->size() != 32 || !std::ranges::all_of(*terms->seed, is_digit)))
            in.tell(bad_value, "/matching/seed", backticked(*terms->seed) + " is not a seed",
                    "a seed has 32 hexadecimal digits");
        if (terms->seed || in.told.hide<matching_terms>("/matching", "seed"))
            return;
    } else if (in.told.hide<plan>("", "matching")) {
        return;
    }
    auto const has_places = [&](intervention const& one) {
        return one.kind == intervention_kind::individual
               && std::ranges::any_of(one.places, [](pool const& p) { return p.count > 0; });
    };
    if (std::ranges::any_of(in.agreed.interventions, has_places))
        in.tell(no_seed, terms ? "/matching" : "", "no seed is given for ties",
                "give 32 hexadecimal digits, else the same person loses every tie");
}

} // namespace finsam::checking
