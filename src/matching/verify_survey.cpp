// SPDX-License-Identifier: BSL-1.0
#include "verify_survey.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace finsam::audited {

bool served_before(stated_turn const& a, stated_turn const& b)
{
    return std::tuple(!a.tier, a.tier, -a.buckets, a.lot, a.id)
           < std::tuple(!b.tier, b.tier, -b.buckets, b.lot, b.id);
}

survey::survey(engine const& compiled, finsam::people const& caseload, matching const& proposed)
    : compiled_(compiled)
    , plan_(compiled.agreed())
    , book_(compiled)
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
    interview about(compiled_, caseload);
    for (std::size_t row = 0; row < caseload.size(); ++row) {
        about.begin(row);
        read_turn(caseload, row, about);

        auto const* served =
            caseload.state(row, municipality_column) == fact_state::value
                ? &served_[static_cast<std::size_t>(caseload.number(row, municipality_column))]
                : nullptr;
        if (served && served->empty())
            served = nullptr;
        first_.push_back(wanted_.size());
        auto const place = caseload.placed(row);
        is_incumbent_[row] = place.has_value();
        if (!served)
            continue; // nobody serves them, or nobody knows who does
        if (!place)
            read_list(caseload, row, about, *served);
        else if ((*served)[*place] != no_pool)
            --pools_[(*served)[*place]].free;
    }
    first_.push_back(wanted_.size());
    for (auto& pool : pools_)
        pool.free = std::max<std::int64_t>(pool.free, 0);
}

void survey::read_turn(finsam::people const& caseload, std::size_t row, interview& about)
{
    auto& one = turns_[row];
    one.id = caseload.id(row);
    one.lot = book_.lot(one.id);
    for (std::size_t i = 0; i < compiled_.needs_groups().size(); ++i) {
        auto const is_in = about.needs_group(i) == truth::yes;
        in_group_.push_back(is_in);
        auto const tier = plan_.needs_groups[compiled_.needs_groups()[i].index].priority;
        if (is_in)
            one.tier = one.tier ? std::min(*one.tier, tier) : tier;
    }
    if (caseload.state(row, waiting_since_column) == fact_state::value)
        one.buckets = book_.buckets(caseload.number(row, waiting_since_column));
}

void survey::read_list(finsam::people const& caseload, std::size_t row, interview& about,
                       std::vector<std::uint32_t> const& served)
{
    auto const look = [&](std::uint32_t intervention) {
        auto const question = question_of_[intervention]; // none if structural or not in force
        if (question && served[intervention] != no_pool
            && about.intervention(*question) == truth::yes)
            wanted_.push_back(served[intervention]);
    };
    if (auto const listed = caseload.preferences(row))
        for (auto const one : *listed)
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
