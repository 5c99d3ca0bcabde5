// SPDX-License-Identifier: BSL-1.0
#include "unsettled.hpp"

#include <algorithm>

namespace finsam {

std::vector<answer> unsettled(engine const& compiled, people const& caseload,
                              undetermined_person const& one)
{
    auto const& in_force = compiled.interventions();
    std::vector<std::size_t> positions;
    positions.reserve(one.interventions.size());
    for (auto const index : one.interventions)
        positions.push_back(static_cast<std::size_t>(
            std::ranges::lower_bound(in_force, index, {}, &question::index) - in_force.begin()));
    return assess_interventions(compiled, caseload.row(one.person), positions);
}

} // namespace finsam
