// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/verify.hpp>

#include "verify_doubts.hpp"

namespace finsam {

std::vector<finding> verify(engine const& compiled, people const& caseload,
                            matching const& proposed, certificate const& shown)
{
    audited::survey const known(compiled, caseload, proposed);
    audited::doubts told(known);
    switch (compiled.agreed().matching.value_or(matching_terms{}).policy) {
    case policy::stable:
    case policy::serial:
        check_cutoffs(known, shown.cutoffs.value_or(std::vector<pool_cutoff>{}), told);
        break;
    case policy::coverage:
        check_closings(known, shown.closings.value_or(std::vector<pool_closing>{}), told);
        break;
    case policy::fit:
        check_prices(known, shown.prices.value_or(std::vector<pool_price>{}), told);
        break;
    }
    return told.take();
}

} // namespace finsam
