// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>

namespace finsam::detail {

/// What loops are compiled for, from the oldest on (processor).
enum class processor : std::uint8_t
{
    any,
    avx2,
    avx512
};

/// The newest of them that this processor is.
[[nodiscard]] processor newest_here() noexcept;

} // namespace finsam::detail
