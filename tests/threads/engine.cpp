// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/assess.hpp>
#include <finsam/engine/evaluate.hpp>

#include "support/caseload.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;

// Built with the thread sanitizer too, which sees what a lucky run does not.
TEST(Threads, ShareOneEngineAndOneCaseload)
{
    dice roll(41);
    auto const compiled =
        compile(random_plan(roll), std::chrono::year{2010} / std::chrono::June / 1).value();
    people all{compiled.facts()};
    for (int i = 0; i < 200; ++i) // all threads slice these rows for themselves
        all.append(random_person(roll, compiled.facts(), "p" + std::to_string(i)));
    auto const& allowed = compiled.agreed().mandates[0];

    auto const eligible = evaluate(compiled, all, allowed);
    std::vector<assessment> assessed;
    for (std::size_t row = 0; row < all.size(); ++row)
        assessed.push_back(assess(compiled, all.row(row)));

    constexpr std::size_t threads = 4;
    std::vector<char> agrees(threads);
    {
        std::vector<std::jthread> running;
        for (std::size_t i = 0; i < threads; ++i)
            running.emplace_back([&, i] {
                bool fine = evaluate(compiled, all, allowed) == eligible;
                for (std::size_t row = i; row < all.size(); row += threads)
                    fine = fine && assess(compiled, all.row(row)) == assessed[row];
                agrees[i] = fine;
            });
    }
    EXPECT_EQ(agrees, std::vector<char>(threads, 1));
}

TEST(Threads, EachAnswerTheirPiecesOfOneCaseload)
{
    dice roll(42);
    auto const compiled =
        compile(random_plan(roll), std::chrono::year{2010} / std::chrono::June / 1).value();
    auto rows = random_rows(roll, compiled.facts(), 300);
    people all{compiled.facts()};
    for (std::size_t i = 0; i < 3 * piece_rows + 5; ++i)
        all.append(rows[i % rows.size()]);
    auto const& allowed = compiled.agreed().mandates[0];
    EXPECT_EQ(evaluate(compiled, all, allowed, 3), evaluate(compiled, all, allowed, 1));
    EXPECT_EQ(count_answers(compiled, all, allowed, 4), count_answers(compiled, all, allowed, 1));
}

} // namespace
} // namespace finsam
