// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assessor.hpp>

#include "allocation/counted.hpp"
#include "support/caseload.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2010y / February / 28;

TEST(Allocations, AreCounted)
{
    auto const before = allocations();
    person const someone{.id = std::string(100, 'p'), .facts = std::vector<cell>(3)};
    EXPECT_EQ(allocations() - before, 2U) << someone.id;
}

TEST(Assessor, AllocatesNothingOnceItIsMade)
{
    for (std::uint64_t seed = 1900; seed < 1950; ++seed) {
        dice roll(seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        auto const rows = random_rows(roll, compiled.facts(), 100);
        auto const caseload = people_of(compiled.facts(), rows);
        assessor asked(compiled);
        std::size_t yes = 0;
        auto const before = allocations();
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (auto const given : asked.needs_groups(rows[row]))
                yes += given == truth::yes;
            for (auto const given : asked.interventions(caseload, row))
                yes += given == truth::yes;
        }
        ASSERT_EQ(allocations() - before, 0U) << yes << " were yes";
    }
}

} // namespace
} // namespace finsam
