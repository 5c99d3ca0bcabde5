// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/saturating.hpp>
#include <finsam/engine/assessor.hpp>
#include <finsam/report/gaps.hpp>

#include "engine/decisive_walk.hpp"
#include "matching/propose.hpp"

#include <boost/assert.hpp>
#include <range/v3/algorithm/any_of.hpp>
#include <range/v3/algorithm/stable_sort.hpp>
#include <range/v3/range/conversion.hpp>
#include <range/v3/view/filter.hpp>
#include <range/v3/view/indices.hpp>
#include <range/v3/view/transform.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

namespace finsam {
namespace {

/// Which of the matching's lists a person stands in.
enum class standing
{
    nowhere,
    placed,
    waiting,
    undetermined,
    no_intervention
};

std::vector<standing> standings(matching const& proposed, std::size_t people)
{
    std::vector<standing> by_row(people, standing::nowhere);
    auto const note = [&](auto const& list, standing where) {
        for (auto const& one : list)
            if (one.person < people)
                by_row[one.person] = where;
    };
    note(proposed.no_intervention, standing::no_intervention);
    note(proposed.undetermined, standing::undetermined);
    note(proposed.waiting, standing::waiting);
    note(proposed.placements, standing::placed);
    return by_row;
}

std::vector<needs_group_gap> needs_group_gaps(engine const& compiled, eligibility const& eligible,
                                              std::vector<standing> const& where)
{
    std::vector<needs_group_gap> all;
    for (std::size_t i = 0; i < compiled.needs_groups().size(); ++i) {
        auto const index = compiled.needs_groups()[i].index;
        needs_group_gap gap{.id = compiled.agreed().needs_groups[index].id};
        for (std::size_t row = 0; row < where.size(); ++row) {
            auto const answer = answer_of(eligible.needs_groups[i], row);
            if (answer == truth::unknown)
                ++gap.unknown;
            if (answer != truth::yes)
                continue;
            ++gap.yes;
            switch (where[row]) {
            case standing::nowhere:
                break;
            case standing::placed:
                ++gap.placed;
                break;
            case standing::waiting:
                ++gap.waiting;
                break;
            case standing::undetermined:
                ++gap.undetermined;
                break;
            case standing::no_intervention:
                ++gap.no_intervention;
                break;
            }
        }
        all.push_back(std::move(gap));
    }
    return all;
}

std::vector<intervention_gap> intervention_gaps(engine const& compiled, eligibility const& eligible,
                                                matching const& proposed)
{
    // By position in the plan: everyone who is placed there, and those in each pool.
    auto const& offered = compiled.agreed().interventions;
    std::vector<std::size_t> placed(offered.size());
    std::vector<std::vector<std::size_t>> in_pool;
    for (auto const& one : offered)
        in_pool.emplace_back(one.places.size());
    for (auto const& one : proposed.placements) {
        if (one.intervention >= offered.size())
            continue;
        ++placed[one.intervention];
        if (one.pool && *one.pool < in_pool[one.intervention].size())
            ++in_pool[one.intervention][*one.pool];
    }

    std::vector<intervention_gap> all;
    for (std::size_t i = 0; i < compiled.interventions().size(); ++i) {
        auto const index = compiled.interventions()[i].index;
        intervention_gap gap{.id = offered[index].id, .placed = placed[index]};
        for (std::size_t row = 0; row < eligible.people; ++row)
            switch (answer_of(eligible.interventions[i], row)) {
            case truth::no:
                break;
            case truth::unknown:
                ++gap.unknown;
                break;
            case truth::yes:
                ++gap.yes;
                break;
            }
        for (std::size_t pool = 0; pool < offered[index].places.size(); ++pool) {
            auto const count = offered[index].places[pool].count;
            auto const taken = static_cast<std::int64_t>(in_pool[index][pool]);
            gap.places = detail::saturating_sum(gap.places, count);
            gap.free = detail::saturating_sum(gap.free, std::max<std::int64_t>(0, count - taken));
        }
        all.push_back(std::move(gap));
    }
    return all;
}

bool answers_any(std::vector<truth_column> const& columns, std::size_t row, truth smallest)
{
    return ranges::any_of(columns,
                          [&](truth_column const& one) { return answer_of(one, row) >= smallest; });
}

/// Residents in a needs group whom nothing in force suits or could suit.
std::vector<std::size_t> between_chairs(engine const& compiled, people const& caseload,
                                        eligibility const& eligible,
                                        std::vector<standing> const& where)
{
    auto const home = caseload.column(municipality_column);
    auto const& codes = caseload.codes(municipality_column);
    std::vector<bool> in_area;
    for (std::size_t i = 0; i < codes.size(); ++i)
        in_area.push_back(compiled.in_area(codes[i]));

    auto const is_resident = [&](std::size_t row) {
        return home.states[row] == fact_state::value
               && in_area[static_cast<std::size_t>(home.numbers[row])];
    };
    auto const falls_between = [&](std::size_t row) {
        return where[row] != standing::placed && answers_any(eligible.needs_groups, row, truth::yes)
               && !answers_any(eligible.interventions, row, truth::unknown);
    };
    return ranges::views::indices(where.size()) | ranges::views::filter(is_resident)
           | ranges::views::filter(falls_between) | ranges::to<std::vector>;
}

std::vector<fact_to_ask> worth_asking(engine const& compiled, people const& caseload,
                                      eligibility const& eligible)
{
    auto const& lowered = compiled.lowered();
    auto const columns = compiled.facts().columns.size();
    std::vector<std::size_t> settled(columns); // answers, by the one fact that lacks
    assessor asked(compiled);
    decisive_walk walk(lowered);
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        auto is_asked = false;
        for (std::size_t i = 0; i < eligible.interventions.size(); ++i) {
            if (answer_of(eligible.interventions[i], row) != truth::unknown)
                continue;
            if (!std::exchange(is_asked, true))
                asked.ask(caseload, row);
            auto lacks = columns;
            walk(asked, compiled.interventions()[i].root,
                 [&](std::uint32_t leaf, std::string const*) {
                     auto const column =
                         std::size_t{lowered.tests[lowered.nodes[leaf].test].column};
                     auto const alone = (lacks == columns || lacks == column)
                                        && caseload.state(row, column) != fact_state::withheld;
                     lacks = alone ? column : columns;
                     return alone;
                 });
            if (lacks != columns)
                ++settled[lacks];
        }
    }
    std::map<std::string, std::size_t> settles;
    for (std::size_t column = 0; column < columns; ++column)
        if (settled[column] != 0)
            settles.emplace(compiled.facts().columns[column].name, settled[column]);
    auto all = settles | ranges::views::transform([](auto const& one) {
                   return fact_to_ask{one.first, one.second};
               })
               | ranges::to<std::vector>;
    // They stand by name already.
    ranges::stable_sort(all, std::greater{}, &fact_to_ask::settles);
    return all;
}

} // namespace

gap_report gaps(engine const& compiled, people const& caseload, eligibility const& eligible,
                matching const& placed, mandate const& allowed)
{
    require_mandate(compiled, allowed);
    BOOST_ASSERT(eligible.people == caseload.size());
    auto const where = standings(placed, caseload.size());
    return {.mandate = allowed.id,
            .needs_groups = needs_group_gaps(compiled, eligible, where),
            .interventions = intervention_gaps(compiled, eligible, placed),
            .between = between_chairs(compiled, caseload, eligible, where),
            .asking = worth_asking(compiled, caseload, eligible)};
}

gap_report gaps(engine const& compiled, people const& caseload, eligibility const& eligible,
                mandate const& allowed)
{
    require_mandate(compiled, allowed);
    return gaps(compiled, caseload, eligible, propose(compiled, caseload, eligible, allowed.id),
                allowed);
}

} // namespace finsam
