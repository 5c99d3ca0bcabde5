// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "dice.hpp"
#include "marginals.hpp"

namespace invented {

/// What somebody has of one variable (uppgift).
struct drawn
{
    bool on_record = false;
    bool none = false;
    std::int64_t value = 0;           ///< as in `span`
    std::vector<std::size_t> words{}; ///< of a set or a list
};

/// Somebody, whether or not it is on record: one value a variable (påhittad person).
using somebody = std::vector<drawn>;

/// Draws the next person into `one`, which keeps its memory (dra en person).
void draw(dice& thrown, marginals const& from, somebody& one);

} // namespace invented
