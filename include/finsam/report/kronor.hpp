// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/detail/saturating.hpp>
#include <finsam/model/text.hpp>

#include <cstdint>
#include <string>

namespace finsam {

/// Kronor as öre, the smallest amount there is, in which money is counted exactly (öre).
///
/// Precondition: the amount is not negative. More than fits is the largest amount that does.
[[nodiscard]] constexpr std::int64_t to_ore(std::int64_t kronor)
{
    return detail::saturating_product(kronor, 100);
}

/// The amount as people write it, with two decimals (belopp).
///
/// Units: öre.
/// Example: `kronor_text(123'456'750, language::sv)` is "1 234 567,50 kr", in English
///          "SEK 1,234,567.50".
[[nodiscard]] FINSAM_EXPORT std::string kronor_text(std::int64_t ore, language spoken);

} // namespace finsam
