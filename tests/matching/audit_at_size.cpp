// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/matching/audit.hpp>
#include <finsam/model/promises.hpp>

#include "support/proposals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace finsam {
namespace {

using namespace testing_support;
using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using enum finding_kind;

/// Twenty thousand people, four overlapping needs groups and twelve interventions in two
/// municipalities, with fewer seats than people.
world middle_world(dice& roll, policy const& chosen, bool reserves)
{
    world drawn{.group_priority = {1, 1, 2, 3}, .terms = {.policy = chosen}};
    drawn.terms.waiting_bucket_days = 7;
    for (int i = 0; i < 12; ++i) {
        offer one;
        for (auto const* code : {"9701", "9702"}) {
            pool places{.municipalities = std::vector<std::string>{code},
                        .count = static_cast<std::int64_t>(200 + roll(600))};
            if (reserves)
                for (auto wanted = roll(4); wanted > 0; --wanted)
                    places.reserved.push_back({.needs_group = numbered("g", roll(4)),
                                               .count = static_cast<std::int64_t>(roll(150)),
                                               .hard = roll.chance(4)});
            one.places.push_back(std::move(places));
        }
        drawn.offers.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < 20'000; ++i) {
        resident one{.id = numbered("p", i), .home = roll.chance(3) ? "9702" : "9701"};
        for (int g = 0; g < 4; ++g)
            one.groups.push_back(roll.chance(2) ? truth::no : random_truth(roll));
        for (int k = 0; k < 12; ++k)
            one.fits.push_back(random_truth(roll));
        one.waited = static_cast<int>(roll(400));
        if (!roll.chance(10)) {
            one.wishes = random_order(roll, 12);
            one.wishes->resize(1 + roll(8));
        }
        if (roll.chance(30))
            one.placed = static_cast<std::uint32_t>(roll(12));
        drawn.residents.push_back(std::move(one));
    }
    return drawn;
}

/// The position of a placement that is not an incumbent's.
std::size_t random_placement(dice& roll, matching const& made)
{
    for (;;)
        if (auto const at = roll(made.placements.size()); !made.placements[at].incumbent)
            return at;
}

TEST(AuditAtSize, FindsTheSameWithAnyNumberOfThreads)
{
    std::vector<policy> const some{policies::stable{}, policies::serial{}, policies::coverage{}};
    for (auto const& chosen : some) {
        dice roll(4410);
        SCOPED_TRACE("seed " + std::to_string(roll.seed()) + ", policy "
                     + std::string(detail::name_of(chosen)));
        running_world const run(middle_world(roll, chosen, promises_of(chosen).reserves));
        auto made = match(run);
        for (std::size_t threads = 0; threads <= 3; ++threads)
            EXPECT_THAT(audit(run.compiled, run.caseload, made, threads), IsEmpty());

        // Now with much to find.
        for (int n = 0; n < 500; ++n)
            std::swap(made.placements[random_placement(roll, made)].person,
                      made.placements[random_placement(roll, made)].person);
        made.placements.resize(made.placements.size() - 200);
        auto const findings = audit(run.compiled, run.caseload, made, 1);
        EXPECT_GT(findings.size(), 500U);
        for (std::size_t threads = 2; threads <= 3; ++threads)
            EXPECT_EQ(audit(run.compiled, run.caseload, made, threads), findings);
    }
}

class OneFault : public testing::TestWithParam<bool>
{};

INSTANTIATE_TEST_SUITE_P(AuditAtSize, OneFault, testing::Bool(), [](auto const& one) {
    return one.param ? "WithReserves" : "WithoutReserves";
});

TEST_P(OneFault, AmongTwentyThousandPeopleIsFound)
{
    dice roll(4411);
    SCOPED_TRACE("seed " + std::to_string(roll.seed()));
    running_world const run(middle_world(roll, policies::stable{}, GetParam()));
    auto const lawful = match(run);
    ASSERT_THAT(audit(run.compiled, run.caseload, lawful), IsEmpty());
    ASSERT_GT(lawful.waiting.size(), 1000U);
    int swaps = 0;
    for (int n = 0; n < 30; ++n) {
        auto const at = random_placement(roll, lawful);
        auto const out = lawful.placements[at].person;
        auto const intervention = lawful.placements[at].intervention;
        auto const home = run.caseload.fact(out, municipality_column);

        // Somebody who waits for that seat gets it instead of them, though the pool would not
        // choose so.
        auto const envious = std::find_if(
            lawful.waiting.begin(), lawful.waiting.end(), [&](waiting_person const& one) {
                return run.caseload.fact(one.person, municipality_column) == home
                       && std::any_of(one.reasons.begin(), one.reasons.end(), [&](auto const& why) {
                              return why.intervention == intervention;
                          });
            });
        if (envious != lawful.waiting.end()) {
            auto swapped = lawful;
            swapped.placements[at].person = envious->person;
            EXPECT_THAT(audit(run.compiled, run.caseload, swapped),
                        Contains(Field("person", &finding::person, testing::Optional(out))));
            ++swaps;
        }

        // Nobody gets it.
        auto dropped = lawful;
        dropped.placements.erase(dropped.placements.begin() + static_cast<std::ptrdiff_t>(at));
        EXPECT_THAT(audit(run.compiled, run.caseload, dropped),
                    Contains(Field("kind", &finding::kind, empty_seat)));
    }
    EXPECT_GT(swaps, 10);
}

TEST(AuditAtSize, SeesAWrongAnswerOnWhichAMatchingWasBuilt)
{
    dice roll(4412);
    SCOPED_TRACE("seed " + std::to_string(roll.seed()));
    auto const drawn = middle_world(roll, policies::stable{}, false);
    running_world run(drawn);
    // Somebody to whom the first thing they list says no, who would have gone first.
    auto const wronged = [&] {
        for (std::size_t row = 0;; ++row) {
            auto const& one = drawn.residents[row];
            if (!one.placed && one.wishes && one.fits[one.wishes->front()] == truth::no
                && one.groups[0] == truth::yes && *one.waited > 390)
                return row;
        }
    }();
    auto const intervention = drawn.residents[wronged].wishes->front();
    auto* const yes = run.eligible.rails(run.compiled.needs_groups().size() + intervention);
    auto const bit = std::uint64_t{1} << wronged % 64;
    yes[wronged / 64] |= bit;
    yes[run.eligible.words() + wronged / 64] &= ~bit;

    auto const findings = audit(run.compiled, run.caseload, match(run));
    EXPECT_THAT(findings, Contains(finding{not_eligible, wronged, intervention,
                                           run.compiled.pool_for(intervention,
                                                                 *drawn.residents[wronged].home)}));
}

} // namespace
} // namespace finsam
