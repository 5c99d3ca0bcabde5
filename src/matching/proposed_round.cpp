// SPDX-License-Identifier: BSL-1.0
#include "proposed_round.hpp"

#include <boost/assert.hpp>

#include <algorithm>

namespace finsam {

proposed_round::proposed_round(engine const& compiled, people const& caseload,
                               eligibility const& eligible, matching const& proposed)
    : by_row(priorities(compiled, caseload, eligible))
    , offered(make_round(compiled, caseload, eligible, by_row))
    , holders(offered.kinds.size())
    , kind_of(offered.people(), no_kind)
    , is_placed(offered.people())
{
    std::vector<std::uint32_t> first_kind(compiled.agreed().interventions.size(), no_kind);
    for (std::uint32_t kind = 0; kind < offered.kinds.size(); ++kind)
        if (offered.kinds[kind].pool == 0)
            first_kind[offered.kinds[kind].intervention] = kind;
    for (auto const& one : proposed.placements) {
        BOOST_ASSERT(one.person < caseload.size());
        auto const& interventions = compiled.agreed().interventions;
        if (caseload.placed(one.person) || !one.pool || one.intervention >= interventions.size()
            || *one.pool >= interventions[one.intervention].places.size())
            continue;
        auto const rank = offered.rank_of[one.person];
        auto const first = first_kind[one.intervention];
        is_placed[rank] = true;
        kind_of[rank] = first == no_kind ? no_kind : first + *one.pool;
        if (first != no_kind)
            holders[kind_of[rank]].push_back(rank);
    }
    for (auto& all : holders)
        std::sort(all.begin(), all.end());
}

} // namespace finsam
