// SPDX-License-Identifier: BSL-1.0
#include "audit_exchange.hpp"

#include "audit_lists.hpp"

#include <cstddef>

namespace finsam::audited {

std::vector<std::uint32_t> circles(std::span<std::uint32_t const> successor)
{
    // Each leads to at most one, so a walk that meets itself has found a circle.
    std::vector<std::uint32_t> found;
    std::vector<std::uint32_t> walk_of(successor.size(), nothing);
    for (std::uint32_t begin = 0; begin < successor.size(); ++begin) {
        auto at = begin;
        while (at != nothing && walk_of[at] == nothing) {
            walk_of[at] = begin;
            at = successor[at];
        }
        if (at == nothing || walk_of[at] != begin)
            continue;
        auto one = at;
        do {
            found.push_back(one);
            one = successor[one];
        } while (one != at);
    }
    return found;
}

} // namespace finsam::audited
