// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/matching/audit.hpp>

#include <ostream>

namespace finsam {

/// GoogleTest finds this and says what a failing test found.
inline void PrintTo(finding const& one, std::ostream* out)
{
    *out << detail::name_of(one.kind) << " i" << one.intervention;
    if (one.person)
        *out << " row " << *one.person;
    if (one.pool)
        *out << " pool " << *one.pool;
    if (one.by)
        *out << " by " << *one.by;
}

} // namespace finsam
