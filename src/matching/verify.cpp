// SPDX-License-Identifier: BSL-1.0
#include <finsam/matching/verify.hpp>

#include "verify_doubts.hpp"

#include <variant>

namespace finsam {

std::vector<finding> verify(engine const& compiled, people const& caseload,
                            matching const& proposed, certificate const& shown)
{
    audited::survey const known(compiled, caseload, proposed);
    audited::doubts told(known);
    struct by_policy
    {
        audited::survey const& known;
        certificate const& shown;
        audited::doubts& told;

        void operator()(policies::stable) const
        {
            check_cutoffs(known, shown.cutoffs.value_or(std::vector<pool_cutoff>{}), told);
        }
        void operator()(policies::serial) const { (*this)(policies::stable{}); }
        void operator()(policies::coverage) const
        {
            check_closings(known, shown.closings.value_or(std::vector<pool_closing>{}), told);
        }
        void operator()(policies::fit) const
        {
            check_prices(known, shown.prices.value_or(std::vector<pool_price>{}), told);
        }
    };
    std::visit(by_policy{known, shown, told},
               compiled.agreed().matching.value_or(matching_terms{}).policy);
    return told.take();
}

} // namespace finsam
