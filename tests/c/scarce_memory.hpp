// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace finsam::testing_support {

/// From now on this thread can allocate so often and no more, until there is plenty again. In this
/// executable alone, which replaces the global operators, for the libraries that it loads too.
void allow_allocations(std::size_t count) noexcept;
void allow_all_allocations() noexcept;

} // namespace finsam::testing_support
