// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

namespace finsam::checking {

/// Adds what is not there yet: a rule may be named twice in a chain of many.
template<class T>
void add_new(std::vector<T>& into, std::vector<T> const& from)
{
    std::ranges::copy_if(from, std::back_inserter(into),
                         [&](T const& one) { return std::ranges::find(into, one) == into.end(); });
}

} // namespace finsam::checking
