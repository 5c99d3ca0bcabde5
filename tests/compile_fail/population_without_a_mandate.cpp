// SPDX-License-Identifier: BSL-1.0
// expect: too few arguments to function
#include <finsam/engine/evaluate.hpp>

finsam::eligibility everyone(finsam::engine const& compiled, finsam::people const& caseload,
                             [[maybe_unused]] finsam::mandate const& allowed)
{
#ifdef MUST_COMPILE
    return finsam::evaluate(compiled, caseload, allowed);
#else
    return finsam::evaluate(compiled, caseload);
#endif
}
