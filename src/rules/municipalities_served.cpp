// SPDX-License-Identifier: BSL-1.0
#include "rules/municipalities_served.hpp"

#include <algorithm>

namespace finsam {

std::vector<std::string> municipalities_served(plan const& agreed, intervention const& one)
{
    std::vector<std::string> served;
    bool rest = false;
    for (auto const& places : one.places) {
        if (places.municipalities)
            served.insert(served.end(), places.municipalities->begin(),
                          places.municipalities->end());
        else
            rest = true;
    }
    if (rest)
        served = agreed.association.area;
    std::sort(served.begin(), served.end());
    return served;
}

} // namespace finsam
