// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "rules/checking.hpp"
#include "rules/possible.hpp"

#include <cstddef>
#include <optional>

namespace finsam::checking {

/// A node that nobody can meet, the fact that makes it so, if one does alone, and from when.
struct impossibility
{
    std::size_t node = 0;
    std::optional<std::size_t> conflict{}; ///< column
    date since{};
};

/// Tells `unsatisfiable` at the node, in words for what stands there.
///
/// Complexity: O(nodes of the owner).
void tell_impossible(state& in, owner const& here, impossibility const& found);

} // namespace finsam::checking
