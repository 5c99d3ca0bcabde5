// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>

#include "support/random_plan.hpp"

#include <algorithm>

namespace finsam::testing_support {

/// People of a random plan as a people file could have them: wishes without duplicates, places in
/// its individual interventions, facts without consent erased.
inline people random_people(dice& roll, plan const& agreed, std::size_t count)
{
    auto const interventions = static_cast<std::uint32_t>(agreed.interventions.size());
    people all(schema_of(agreed));
    for (std::size_t i = 0; i < count; ++i) {
        auto someone = random_person(roll, all.facts(), "p" + std::to_string(i));
        if (roll.chance(50))
            someone.id += "-åäö";
        if (roll.chance(2)) {
            auto& wishes = someone.preferences.emplace();
            for (std::uint32_t one = 0; one < interventions; ++one)
                if (roll.chance(2))
                    wishes.insert(
                        wishes.begin() + static_cast<std::ptrdiff_t>(roll(wishes.size() + 1)), one);
        }
        if (interventions > 0 && roll.chance(9)) {
            auto const place = static_cast<std::uint32_t>(roll(interventions));
            if (agreed.interventions[place].kind == intervention_kind::individual)
                someone.placed = place;
        }
        withhold(all.facts(),
                 roll.chance(2) ? std::vector<std::string>{"region", "public_employment_service"}
                                : std::vector<std::string>{"social_insurance_agency"},
                 someone);
        all.append(someone);
    }
    return all;
}

} // namespace finsam::testing_support
