// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "market.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace finsam {

/// The wishes of all people one after the other (önskelistor).
///
/// Shape: row r has `all[first[r]]` to before `all[first[r + 1]]`; incumbents have none.
struct wish_lists
{
    std::vector<std::size_t> first{0};
    std::vector<market::wish> all{};

    [[nodiscard]] std::span<market::wish const> of(std::size_t row) const
    {
        return std::span{all}.subspan(first[row], first[row + 1] - first[row]);
    }
};

} // namespace finsam
