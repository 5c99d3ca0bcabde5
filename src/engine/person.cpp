// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/person.hpp>

#include <algorithm>

namespace finsam {

void withhold(schema const& vocabulary, std::vector<std::string> const& consents, person& someone)
{
    for (std::size_t i = 0; i < vocabulary.columns.size(); ++i) {
        auto const& holder = vocabulary.columns[i].holder;
        auto& fact = someone.facts[i];
        if (!holder || fact.state == fact_state::unknown)
            continue;
        if (std::find(consents.begin(), consents.end(), *holder) == consents.end())
            fact = cell{.state = fact_state::withheld};
    }
}

} // namespace finsam
