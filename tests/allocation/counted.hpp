// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>

namespace finsam::testing_support {

/// How often this thread has allocated. Counted in this executable alone, which replaces the global
/// operators.
[[nodiscard]] std::size_t allocations() noexcept;

} // namespace finsam::testing_support
