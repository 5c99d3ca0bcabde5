// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/matching/verify.hpp>

#include "support/in_worlds.hpp"
#include "support/proposals.hpp"
#include "support/told_finding.hpp"
#include "support/worth.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace finsam::testing_support {

/// What `verify` finds, which must say that the certificate is wrong, in order.
inline std::vector<finding> verify(running_world const& run, matching const& proposed,
                                   certificate const& shown)
{
    using testing::Each;
    using testing::Field;
    auto found = verify(run.compiled, run.caseload, proposed, shown);
    EXPECT_THAT(found, Each(Field(&finding::kind, finding_kind::wrong_certificate)));
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](auto const& a, auto const& b) {
        return std::tie(a.person, a.intervention, a.pool)
               < std::tie(b.person, b.intervention, b.pool);
    }));
    return found;
}

/// The finding about somebody's place, or where they are.
inline finding about(std::size_t row, std::uint32_t intervention,
                     std::optional<std::uint32_t> pool = 0)
{
    return {finding_kind::wrong_certificate, row, intervention, pool};
}

inline finding about_pool(std::uint32_t intervention, std::uint32_t pool = 0)
{
    return {finding_kind::wrong_certificate, {}, intervention, pool};
}

/// Calls `visit(lines)` with one line or none of each pool, in every way.
template<class Line, class Visit>
void for_each_selection(std::vector<std::vector<Line>> const& lines_of, Visit visit)
{
    std::vector<Line> chosen;
    auto const extend = [&](auto const& self, std::size_t at) -> void {
        if (at == lines_of.size())
            return visit(std::as_const(chosen));
        self(self, at + 1);
        for (auto const& line : lines_of[at]) {
            chosen.push_back(line);
            self(self, at + 1);
            chosen.pop_back();
        }
    };
    extend(extend, 0);
}

} // namespace finsam::testing_support
