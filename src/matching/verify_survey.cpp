// SPDX-License-Identifier: BSL-1.0
#include "verify_survey.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace finsam::audited {

survey::survey(engine const& compiled, finsam::people const& caseload, matching const& proposed)
    : compiled_(compiled)
    , plan_(compiled.agreed())
    , question_of_(plan_.interventions.size())
{
    for (std::size_t i = 0; i < compiled.interventions().size(); ++i)
        question_of_[compiled.interventions()[i].index] = i;
    number_pools();
    find_homes(caseload);
    read(caseload);
    seat(proposed);
}

std::vector<reserve> const& survey::reserves_of(surveyed_pool const& one) const
{
    return plan_.interventions[one.intervention].places[one.pool].reserved;
}

std::uint32_t survey::number_of(std::uint32_t intervention, std::uint32_t pool) const
{
    if (intervention >= plan_.interventions.size()
        || pool >= plan_.interventions[intervention].places.size())
        return no_pool;
    return first_pool_[intervention] + pool;
}

usable_reserves survey::uses(std::size_t row, std::uint32_t pool) const
{
    usable_reserves all;
    auto const& groups = pools_[pool].groups;
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i] && in_group_[row * compiled_.needs_groups().size() + *groups[i]])
            all.push_back(i);
    return all;
}

void survey::number_pools()
{
    std::unordered_map<std::string_view, std::size_t> groups; // in force
    for (std::size_t i = 0; i < compiled_.needs_groups().size(); ++i)
        groups[plan_.needs_groups[compiled_.needs_groups()[i].index].id] = i;
    for (std::uint32_t i = 0; i < plan_.interventions.size(); ++i) {
        first_pool_.push_back(static_cast<std::uint32_t>(pools_.size()));
        auto const& places = plan_.interventions[i].places;
        for (std::uint32_t pool = 0; pool < places.size(); ++pool) {
            pools_.push_back({i, pool, places[pool].count});
            for (auto const& one : places[pool].reserved) {
                auto const group = groups.find(one.needs_group);
                pools_.back().groups.push_back(
                    group == groups.end() ? std::nullopt : std::optional{group->second});
            }
        }
    }
}

void survey::find_homes(finsam::people const& caseload)
{
    auto const& codes = caseload.codes(municipality_column);
    served_.resize(codes.size());
    for (std::size_t home = 0; home < codes.size(); ++home) {
        if (!compiled_.in_area(codes[home]))
            continue; // no pool serves them
        served_[home].assign(plan_.interventions.size(), no_pool);
        for (std::uint32_t i = 0; i < plan_.interventions.size(); ++i)
            if (auto const pool = compiled_.pool_for(i, codes[home]))
                served_[home][i] = number_of(i, *pool);
    }
}

void survey::read(finsam::people const& caseload)
{
    turns_.resize(caseload.size());
    is_incumbent_.resize(caseload.size());
    in_group_.reserve(caseload.size() * compiled_.needs_groups().size());
    first_.reserve(caseload.size() + 1);
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        auto const someone = caseload.row(row);
        auto const found = answers_about(compiled_, someone);
        turns_[row] = audited::turn_of(compiled_, someone, found);
        turns_[row].id = caseload.id(row);
        for (auto const answer : found.needs_groups)
            in_group_.push_back(answer == truth::yes);

        auto const* served =
            caseload.state(row, municipality_column) == fact_state::value
                ? &served_[static_cast<std::size_t>(caseload.number(row, municipality_column))]
                : nullptr;
        if (served && served->empty())
            served = nullptr;
        first_.push_back(wanted_.size());
        is_incumbent_[row] = someone.placed.has_value();
        if (!someone.placed)
            read_list(someone, found, served);
        else if (served && (*served)[*someone.placed] != no_pool)
            --pools_[(*served)[*someone.placed]].free;
    }
    first_.push_back(wanted_.size());
    for (auto& pool : pools_)
        pool.free = std::max<std::int64_t>(pool.free, 0);
}

void survey::read_list(person const& someone, answers const& found,
                       std::vector<std::uint32_t> const* served)
{
    if (!served)
        return; // nobody serves them, or nobody knows who does
    auto const look = [&](std::uint32_t intervention) {
        auto const question = question_of_[intervention]; // none if structural or not in force
        if (question && found.interventions[*question] == truth::yes)
            wanted_.push_back((*served)[intervention]);
    };
    if (someone.preferences)
        for (auto const one : *someone.preferences)
            look(one);
    else
        for (auto const& one : compiled_.interventions())
            look(one.index);
}

void survey::seat(matching const& proposed)
{
    held_.resize(people());
    for (auto const& one : proposed.placements) {
        if (one.person >= people() || is_incumbent_[one.person])
            continue;
        auto& held = held_[one.person];
        held.as_incumbent = held.as_incumbent || one.incumbent;
        if (++held.times > 1)
            continue;
        held.intervention = one.intervention;
        held.pool = one.pool ? number_of(one.intervention, *one.pool) : no_pool;
        if (held.pool != no_pool)
            pools_[held.pool].holders.push_back(one.person);
    }
    for (auto& pool : pools_)
        std::sort(pool.holders.begin(), pool.holders.end(), [&](std::size_t a, std::size_t b) {
            return served_before(turns_[a], turns_[b]);
        });
}

} // namespace finsam::audited
