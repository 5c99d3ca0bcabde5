// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/dynamic_bitset.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam::checking {

/// Sets of values: what each must hold, may not hold, and how many.
struct member_sets
{
    using members = boost::dynamic_bitset<>;

    members required{};
    members forbidden{};
    std::vector<members> some_of{};    ///< at least one of each
    std::vector<members> not_all_of{}; ///< not all of each
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool impossible = false;

    friend bool operator==(member_sets const&, member_sets const&) = default;
};

/// About how long looking at it takes: what is demanded together is tried out.
[[nodiscard]] inline std::size_t size_of(member_sets const& one)
{
    return 4 + 8 * (one.some_of.size() + one.not_all_of.size());
}

/// Whether nothing is in it; what is in both; what is in either, and perhaps more.
[[nodiscard]] bool is_empty(member_sets const& one);
[[nodiscard]] member_sets intersect(member_sets const& a, member_sets const& b);
[[nodiscard]] member_sets unite(member_sets const& a, member_sets const& b);

} // namespace finsam::checking
