// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/evaluate.hpp>
#include <finsam/matching/change.hpp>
#include <finsam/report/withhold.hpp>

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
/// they like better, `displaced` those who would have none any more (with `fit` alone). Of those
/// helped, a needs group counts who is in it for certain; groups may overlap. By sex are those of
/// whom it is on record, where the plan has a choice of that name.
struct pool_help
{
    std::string intervention{};
    std::uint32_t pool = 0;
    std::size_t placed = 0;
    std::size_t moved_up = 0;
    std::size_t displaced = 0;
    std::vector<helped_count> needs_groups{};
    std::vector<helped_count> sex{};

    friend bool operator==(pool_help const&, pool_help const&) = default;
};
BOOST_DESCRIBE_STRUCT(pool_help, (),
                      (intervention, pool, placed, moved_up, displaced, needs_groups, sex))

/// Whether it may be told which of those helped are in a needs group, or of a sex: where fewer than
/// `smallest_told` are helped, any number beside theirs says who they are (små tal skyddas).
[[nodiscard]] constexpr bool tells_who(pool_help const& help, bool exact)
{
    return exact || help.placed + help.moved_up == 0
           || help.placed + help.moved_up >= smallest_told;
}

/// The numbers by sex as they may be told: none of them where one is small, since the others and
/// the sum would give it away.
[[nodiscard]] constexpr bool tells_sex(pool_help const& help, bool exact)
{
    if (!tells_who(help, exact))
        return false;
    for (auto const& one : help.sex)
        if (!told_count(one.people, exact))
            return false;
    return true;
}

/// Counts whom one more place in each pool would help (en plats till).
///
/// Counts are exact here. Where they are told `told_count` is applied, and who they are only where
/// `tells_who`.
///
/// Precondition: `eligible` and `effects` are of these people, see `one_more_place`.
/// Complexity: O(changes · needs groups).
[[nodiscard]] FINSAM_EXPORT std::vector<pool_help>
count_helped(engine const& compiled, people const& caseload, eligibility const& eligible,
             std::vector<place_effect> const& effects);

} // namespace finsam
