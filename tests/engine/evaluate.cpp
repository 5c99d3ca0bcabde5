// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/evaluate.hpp>

#include "support/random_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace finsam {
namespace {

using namespace testing_support;
using namespace std::chrono;

constexpr date today = 2010y / February / 28;

TEST(Eligibility, OfAPopulationIsThatOfEachPersonOneByOne)
{
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        dice roll(7000 + seed);
        SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
        auto const compiled = compile(random_plan(roll), today).value();
        people all{compiled.facts()};
        auto const size = roll(200);
        for (std::uint64_t i = 0; i < size; ++i) {
            auto someone = random_person(roll, compiled.facts(), "p" + std::to_string(i));
            withhold(compiled.facts(), {"region"}, someone);
            all.append(someone);
        }
        auto const eligible = evaluate(compiled, all, compiled.agreed().mandates[0]);
        ASSERT_EQ(eligible.people, all.size());
        for (std::size_t row = 0; row < all.size(); ++row) {
            auto const one = assess(compiled, all.row(row));
            for (std::size_t i = 0; i < one.interventions.size(); ++i)
                ASSERT_EQ(answer_of(eligible.interventions[i], row), one.interventions[i].answer)
                    << "row " << row << ", intervention " << i;
            for (std::size_t i = 0; i < one.needs_groups.size(); ++i)
                ASSERT_EQ(answer_of(eligible.needs_groups[i], row), one.needs_groups[i].answer)
                    << "row " << row << ", needs group " << i;
        }
    }
}

TEST(Eligibility, IsPermutedWithThePeople)
{
    dice roll(8100);
    SCOPED_TRACE("FINSAM_SEED=" + std::to_string(roll.seed()));
    auto const compiled = compile(random_plan(roll), today).value();
    std::vector<person> rows;
    for (int i = 0; i < 150; ++i)
        rows.push_back(random_person(roll, compiled.facts(), "p" + std::to_string(i)));
    people forward{compiled.facts()}, backward{compiled.facts()};
    for (auto const& row : rows)
        forward.append(row);
    std::for_each(rows.rbegin(), rows.rend(), [&](auto const& row) { backward.append(row); });
    auto const& allowed = compiled.agreed().mandates[0];
    auto const first = evaluate(compiled, forward, allowed);
    auto const second = evaluate(compiled, backward, allowed);
    for (std::size_t i = 0; i < first.interventions.size(); ++i)
        for (std::size_t row = 0; row < rows.size(); ++row)
            ASSERT_EQ(answer_of(first.interventions[i], row),
                      answer_of(second.interventions[i], rows.size() - 1 - row));
}

TEST(Mandate, IsNeededToAskAboutAPopulation)
{
    auto agreed = framed_plan();
    agreed.mandates = {{"placing", "af", purpose::placement, {"agreement"}},
                       {"planning", "fk", purpose::planning, {"agreement"}},
                       {"ended",
                        "fk",
                        purpose::placement,
                        {"agreement"},
                        period{2000y / January / 1, 2005y / January / 1}}};
    auto const compiled = compile(agreed, today).value();
    EXPECT_TRUE(find_mandate(compiled, "placing", purpose::placement));
    EXPECT_TRUE(find_mandate(compiled, "planning"));
    EXPECT_FALSE(find_mandate(compiled, "planning", purpose::placement));
    EXPECT_FALSE(find_mandate(compiled, "ended"));
    auto const missing = find_mandate(compiled, "plasing", purpose::placement);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().list.at(0).hint, "did you mean `placing`?");
    people const nobody{compiled.facts()};
    EXPECT_THROW((void)evaluate(compiled, nobody, mandate{.id = "placing"}), document_error);
}

} // namespace
} // namespace finsam
