// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/people.hpp>

#include "support/random_plan.hpp"

#include <string>
#include <vector>

namespace finsam::testing_support {

/// Random people with lists and places, some of what the region holds withheld.
inline std::vector<person> random_rows(dice& roll, schema const& vocabulary, std::size_t size)
{
    std::vector<person> rows;
    rows.reserve(size);
    for (std::size_t i = 0; i < size; ++i) {
        auto someone = random_person(roll, vocabulary, "p" + std::to_string(i));
        if (roll.chance(4))
            someone.preferences.emplace(roll(3), static_cast<std::uint32_t>(roll(4)));
        if (roll.chance(5))
            someone.placed = static_cast<std::uint32_t>(roll(4));
        withhold(vocabulary,
                 roll.chance(2) ? std::vector<std::string>{"region"}
                                : std::vector<std::string>{"social_insurance_agency",
                                                           "public_employment_service"},
                 someone);
        rows.push_back(std::move(someone));
    }
    return rows;
}

inline people people_of(schema const& vocabulary, std::vector<person> const& rows)
{
    people all{vocabulary};
    for (auto const& one : rows)
        all.append(one);
    return all;
}

} // namespace finsam::testing_support
