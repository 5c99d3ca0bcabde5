// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/staging.hpp>

#include "met_range.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace finsam {
namespace {

/// Numbers up to this are found by their place in a table.
constexpr std::int32_t most_in_table = 4 * static_cast<std::int32_t>(piece_rows);

/// Replaces each number that `each` visits by its position among the distinct ones, which are
/// `codes`.
template<class Each>
void number_again(std::vector<std::int32_t>& codes, std::int32_t most, Each const& each)
{
    if (most > most_in_table) {
        each([&](std::int32_t& one) { codes.push_back(one); });
        std::ranges::sort(codes);
        codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
        each([&](std::int32_t& one) {
            one = static_cast<std::int32_t>(std::ranges::lower_bound(codes, one) - codes.begin());
        });
        return;
    }
    std::vector<std::int32_t> table(static_cast<std::size_t>(most) + 1);
    each([&](std::int32_t& one) { table[static_cast<std::size_t>(one)] = 1; });
    for (std::int32_t code = 0; code <= most; ++code)
        if (auto& place = table[static_cast<std::size_t>(code)]; place != 0) {
            place = static_cast<std::int32_t>(codes.size());
            codes.push_back(code);
        }
    each([&](std::int32_t& one) { one = table[static_cast<std::size_t>(one)]; });
}

} // namespace

/// The position of each row's code among `codes`, which are the distinct ones in ascending order.
std::vector<std::int32_t> staging::positions(std::size_t column, std::uint64_t const* valid,
                                             std::vector<std::int32_t>& codes) const
{
    auto const groups = (rows_ + group_rows - 1) / group_rows;
    std::vector<std::int32_t> all(groups * group_rows);
    met_range found;
    for (std::size_t i = 0; i < groups; ++i) {
        auto const* const group = group_of(i * group_rows);
        auto const* const numbers =
            reinterpret_cast<std::int32_t const*>(group + columns_[column].offset);
        std::copy_n(numbers, group_rows, all.begin() + static_cast<std::ptrdiff_t>(i * group_rows));
        widen(found, numbers, group + columns_[column].states, valid[i]);
    }
    if (found.low > found.high)
        return all;
    number_again(codes, found.high, [&](auto const& visit) {
        for (std::size_t i = 0; i < groups; ++i) {
            auto* const numbers = all.data() + i * group_rows;
            if (valid[i] == ~std::uint64_t{0})
                std::for_each_n(numbers, group_rows, visit);
            else
                for (auto left = valid[i]; left != 0; left &= left - 1)
                    visit(numbers[std::countr_zero(left)]);
        }
    });
    return all;
}

} // namespace finsam
