// SPDX-License-Identifier: BSL-1.0
#include "support/verified.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;
using testing::Contains;
using testing::IsEmpty;

class EveryCutoff : public testing::TestWithParam<bool>
{};

INSTANTIATE_TEST_SUITE_P(Verify, EveryCutoff, testing::Bool(), [](auto const& one) {
    return one.param ? "WithReserves" : "WithoutReserves";
});

/// A cut-off that says something else is told for its pool; so is one too many and one too few.
TEST_P(EveryCutoff, IsTheOnlyOneThatIsRight)
{
    int changed = 0;
    world_sizes const sizes{.people = 7, .interventions = 3, .seats = 4, .reserves = GetParam()};
    in_worlds(6206, 400, policies::stable{}, sizes, [&](world const& drawn, dice& roll) {
        running_world const run(drawn);
        auto const proposed = match(run);
        auto const shown = certify(run, proposed);
        std::vector<turn_mark> marks;
        for (auto const& line : *shown.cutoffs)
            if (line.last)
                marks.push_back(*line.last);
        for (std::size_t i = 0; i < shown.cutoffs->size(); ++i) {
            auto const& right = (*shown.cutoffs)[i];
            auto const refused = [&](certificate const& other) {
                EXPECT_THAT(verify(run, proposed, other),
                            Contains(about_pool(right.intervention, right.pool)));
                ++changed;
            };
            auto const instead = [&](pool_cutoff const& wrong) {
                auto other = shown;
                (*other.cutoffs)[i] = wrong;
                refused(other);
            };
            for (auto const admits : {admission::everyone, admission::nobody, admission::until})
                if (admits != right.admits) {
                    auto wrong = right;
                    wrong.admits = admits;
                    instead(wrong);
                    wrong.last.reset();
                    instead(wrong);
                    wrong.last = marks.empty() ? turn_mark{} : marks[roll(marks.size())];
                    if (admits == admission::until && wrong.last)
                        instead(wrong);
                }
            for (auto const& mark : marks)
                if (right.last && mark != *right.last) {
                    auto wrong = right;
                    wrong.last = mark;
                    instead(wrong);
                }
            if (right.last) {
                auto wrong = right;
                ++wrong.last->tie; // a turn that nobody has
                instead(wrong);
                wrong.last.reset();
                instead(wrong);
            }
            auto other = shown;
            other.cutoffs->push_back(right); // twice
            refused(other);
            other.cutoffs->erase(other.cutoffs->begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_THAT(verify(run, proposed, other), IsEmpty()); // in another order
            other.cutoffs->pop_back();
            refused(other);
            other = shown;
            other.cutoffs->push_back(right);
            other.cutoffs->back().reserves.push_back(9); // of nobody
            refused(other);
        }
    });
    EXPECT_GT(changed, 2000);
}

} // namespace
} // namespace finsam
