// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/evaluate.hpp>
#include <finsam/matching/change.hpp>

#include <boost/describe/class.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace finsam {

/// How many of those helped share something (fördelning).
struct helped_count
{
    std::string id{}; ///< of a needs group, or a value of the fact `sex`
    std::size_t people = 0;

    friend bool operator==(helped_count const&, helped_count const&) = default;
};
BOOST_DESCRIBE_STRUCT(helped_count, (), (id, people))

/// Whom one more place in a pool would help (vem en plats till hjälper).
///
/// `placed` are those who would have no place without it, `moved_up` those who would have one that
/// they like better. A needs group counts who is in it for certain; groups may overlap. By sex are
/// those of whom it is on record, where the plan has a choice of that name.
struct pool_help
{
    std::string intervention{};
    std::uint32_t pool = 0;
    std::size_t placed = 0;
    std::size_t moved_up = 0;
    std::vector<helped_count> needs_groups{};
    std::vector<helped_count> sex{};

    friend bool operator==(pool_help const&, pool_help const&) = default;
};
BOOST_DESCRIBE_STRUCT(pool_help, (), (intervention, pool, placed, moved_up, needs_groups, sex))

/// Counts whom one more place in each pool would help (en plats till).
///
/// Counts are exact here; `told_count` is applied where they are told.
///
/// Precondition: `eligible` and `effects` are of these people, see `one_more_place`.
/// Complexity: O(changes · needs groups).
[[nodiscard]] std::vector<pool_help> count_helped(engine const& compiled, people const& caseload,
                                                  eligibility const& eligible,
                                                  std::vector<place_effect> const& effects);

} // namespace finsam
