// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/criterion.hpp>

namespace finsam {

// Not in the header: there it is what makes a compiler work out how every alternative compares.
bool operator==(group const& a, group const& b)
{
    return a.quantifier == b.quantifier && a.of == b.of && a.count == b.count;
}

} // namespace finsam
