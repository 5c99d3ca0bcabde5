// SPDX-License-Identifier: BSL-1.0
#include "market.hpp"

#include <boost/assert.hpp>

#include <algorithm>
#include <string_view>

namespace finsam {

market::market(engine const& compiled, people const& caseload, eligibility const& eligible)
    : compiled_(compiled)
    , caseload_(caseload)
    , eligible_(eligible)
    , homes_(caseload.column(municipality_column))
    , question_of_(compiled.agreed().interventions.size(), no_kind)
    , number_of_(compiled.agreed().interventions.size())
{
    std::size_t number = 0;
    for (std::size_t i = 0; i < number_of_.size(); ++i)
        if (compiled.agreed().interventions[i].kind == intervention_kind::individual)
            number_of_[i] = ++number;
    for (std::uint32_t i = 0; i < compiled.interventions().size(); ++i)
        question_of_[compiled.interventions()[i].index] = i;
    make_kinds(seats_taken());
    make_homes();
}

void market::append_wishes(std::size_t row, std::vector<wish>& all) const
{
    auto const& kinds = kinds_at_[home_of(row)];
    auto const look = [&](std::uint32_t question) {
        auto const answer = answer_of(eligible_.interventions[question], row);
        if (answer == truth::no)
            return;
        auto const kind = answer == truth::yes ? kinds[question] : no_kind;
        BOOST_ASSERT(answer == truth::unknown || kind != no_kind); // or nobody would serve them
        all.push_back({compiled_.interventions()[question].index, kind});
    };
    if (auto const wishes = caseload_.preferences(row)) {
        for (auto const intervention : *wishes)
            if (question_of_[intervention] != no_kind)
                look(question_of_[intervention]);
    } else {
        for (auto const question : open_at_[home_of(row)])
            look(question);
    }
}

std::size_t market::choice_of(std::size_t row, std::uint32_t intervention) const
{
    auto const wishes = caseload_.preferences(row);
    if (!wishes)
        return number_of_[intervention];
    auto const at = std::find(wishes->begin(), wishes->end(), intervention);
    return static_cast<std::size_t>(at - wishes->begin()) + 1;
}

std::vector<std::uint32_t> market::reserves_for(place_kind const& kind, std::size_t row) const
{
    std::vector<std::uint32_t> all;
    for (std::uint32_t i = 0; i < kind.in_group.size(); ++i)
        if (kind.in_group[i] != nullptr && answer_of(*kind.in_group[i], row) == truth::yes)
            all.push_back(i);
    return all;
}

std::optional<std::uint32_t> market::pool_of_incumbent(std::size_t row) const
{
    if (homes_.states[row] != fact_state::value)
        return {};
    auto const& codes = caseload_.codes(municipality_column);
    return compiled_.pool_for(*caseload_.placed(row),
                              codes[static_cast<std::size_t>(homes_.numbers[row])]);
}

/// How many incumbents hold seats of (intervention, pool).
market::taken_seats market::seats_taken() const
{
    taken_seats taken;
    for (std::size_t row = 0; row < caseload_.size(); ++row)
        if (auto const place = caseload_.placed(row))
            if (auto const pool = pool_of_incumbent(row))
                ++taken[{*place, *pool}];
    return taken;
}

void market::make_kinds(taken_seats const& taken)
{
    std::map<std::string_view, truth_column const*> groups;
    for (std::size_t i = 0; i < compiled_.needs_groups().size(); ++i)
        groups[compiled_.agreed().needs_groups[compiled_.needs_groups()[i].index].id] =
            &eligible_.needs_groups[i];
    for (auto const& asked : compiled_.interventions()) {
        first_kind_.push_back(static_cast<std::uint32_t>(kinds_.size()));
        auto const& places = compiled_.agreed().interventions[asked.index].places;
        for (std::uint32_t pool = 0; pool < places.size(); ++pool) {
            auto const held = taken.find({asked.index, pool});
            auto const free = places[pool].count - (held == taken.end() ? 0 : held->second);
            kinds_.push_back({asked.index, pool, pool_choice(free, places[pool].reserved)});
            for (auto const& one : places[pool].reserved) {
                auto const group = groups.find(one.needs_group);
                kinds_.back().in_group.push_back(group == groups.end() ? nullptr : group->second);
            }
        }
    }
}

void market::make_homes()
{
    auto const questions = static_cast<std::uint32_t>(compiled_.interventions().size());
    kinds_at_.assign(2, std::vector<std::uint32_t>(questions, no_kind));
    open_at_.resize(2);
    for (std::uint32_t i = 0; i < questions; ++i)
        open_at_[unknown].push_back(i);

    // Those who live outside the area share one home, so there are no more than municipalities.
    auto const& codes = caseload_.codes(municipality_column);
    for (std::size_t one = 0; one < codes.size(); ++one) {
        auto const code = codes[one];
        if (!compiled_.in_area(code)) {
            home_of_.push_back(outside);
            continue;
        }
        home_of_.push_back(kinds_at_.size());
        auto& kinds = kinds_at_.emplace_back(questions, no_kind);
        auto& open = open_at_.emplace_back();
        for (std::uint32_t i = 0; i < questions; ++i)
            if (auto const pool = compiled_.pool_for(compiled_.interventions()[i].index, code)) {
                kinds[i] = first_kind_[i] + *pool;
                open.push_back(i);
            }
    }
}

} // namespace finsam
