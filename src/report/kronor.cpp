// SPDX-License-Identifier: BSL-1.0
#include <finsam/report/kronor.hpp>

namespace finsam {

std::string kronor_text(std::int64_t ore, language spoken)
{
    // The smallest number has no opposite among the signed ones.
    auto const size =
        ore < 0 ? 0 - static_cast<std::uint64_t>(ore) : static_cast<std::uint64_t>(ore);
    auto kronor = std::to_string(size / 100);
    auto const is_swedish = spoken == language::sv;
    for (auto end = kronor.size(); end > 3; end -= 3)
        kronor.insert(end - 3, 1, is_swedish ? ' ' : ',');
    auto const cents = size % 100;
    auto const said = (ore < 0 ? "-" : "") + kronor + (is_swedish ? ',' : '.')
                      + static_cast<char>('0' + cents / 10) + static_cast<char>('0' + cents % 10);
    return is_swedish ? said + " kr" : "SEK " + said;
}

} // namespace finsam
