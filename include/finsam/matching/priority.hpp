// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/evaluate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace finsam {

/// Who is served before whom (turordning), compared member by member.
///
/// Units: `tier` is the smallest priority of the person's needs groups, smaller first and a person
///        in none last; `waited` counts whole buckets, longer first; the smaller tie number first,
///        and equal ones by id.
/// Fit never enters here: providers could pick the easiest participants.
struct priority
{
    std::optional<std::int64_t> tier{};
    std::int64_t waited = 0;
    std::uint64_t tie = 0;
    std::string_view id{};
};

/// Whether `a` is served before `b`.
[[nodiscard]] FINSAM_EXPORT bool before(priority const& a, priority const& b);

/// The tie number of an id: SipHash-2-4 of its bytes under the plan's seed (lottnummer).
///
/// Precondition: the seed, where there is one, is 32 hexadecimal digits.
/// Source: J.-P. Aumasson, D. J. Bernstein, SipHash: a fast short-input PRF (2012).
[[nodiscard]] FINSAM_EXPORT std::uint64_t tie_number(plan const& agreed, std::string_view id);

/// The priority of each person, in row order. The ids live as long as `caseload`.
///
/// `threads`: at most so many, 0 for as many as the machine has.
///
/// Precondition: `eligible` is of these people.
/// Complexity: O(people · needs groups).
[[nodiscard]] FINSAM_EXPORT std::vector<priority> priorities(engine const& compiled,
                                                             people const& caseload,
                                                             eligibility const& eligible,
                                                             std::size_t threads = 0);

/// The tier of each person if every unknown needs group were yes; nothing for a person who is in
/// none whatever the missing facts are.
///
/// Complexity: O(people · needs groups).
[[nodiscard]] FINSAM_EXPORT std::vector<std::optional<std::int64_t>>
best_tiers(engine const& compiled, eligibility const& eligible);

} // namespace finsam
