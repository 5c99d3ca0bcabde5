// SPDX-License-Identifier: BSL-1.0
#include <finsam/report/helped.hpp>

#include <algorithm>

namespace finsam {

std::vector<pool_help> count_helped(engine const& compiled, people const& caseload,
                                    eligibility const& eligible,
                                    std::vector<place_effect> const& effects)
{
    auto const& columns = compiled.facts().columns;
    auto const sex = static_cast<std::size_t>(
        std::find_if(
            columns.begin(), columns.end(),
            [](auto const& one) { return one.name == "sex" && one.kind == fact_kind::choice; })
        - columns.begin());

    pool_help nobody;
    for (auto const& group : compiled.needs_groups())
        nobody.needs_groups.push_back({compiled.agreed().needs_groups[group.index].id});
    if (sex < columns.size())
        for (auto const& value : columns[sex].values)
            nobody.sex.push_back({value});

    std::vector<pool_help> all;
    for (auto const& [where, changes] : effects) {
        auto& help = all.emplace_back(nobody);
        help.intervention = compiled.agreed().interventions[where.intervention].id;
        help.pool = where.pool;
        for (auto const& one : changes) {
            if (!one.to) {
                ++help.displaced;
                continue;
            }
            ++(one.from ? help.moved_up : help.placed);
            for (std::size_t i = 0; i < help.needs_groups.size(); ++i)
                if (answer_of(eligible.needs_groups[i], one.person) == truth::yes)
                    ++help.needs_groups[i].people;
            if (sex < columns.size() && caseload.state(one.person, sex) == fact_state::value)
                ++help.sex[static_cast<std::size_t>(caseload.number(one.person, sex))].people;
        }
    }
    return all;
}

} // namespace finsam
