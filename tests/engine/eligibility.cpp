// SPDX-License-Identifier: BSL-1.0
#include <finsam/engine/eligibility.hpp>

#include <gtest/gtest.h>

#include <utility>

namespace finsam {
namespace {

eligibility written(std::size_t people)
{
    eligibility all(people, 1, 2);
    for (std::size_t question = 0; question < 3; ++question)
        for (std::size_t word = 0; word < all.words(); ++word) {
            all.rails(question)[word] = 1 + question;
            all.rails(question)[all.words() + word] = std::uint64_t{8} << question;
        }
    return all;
}

TEST(Eligibility, HasAColumnForEachQuestion)
{
    auto const all = written(100);
    EXPECT_EQ(all.words(), 2U);
    EXPECT_EQ(answer_of(all.needs_groups.at(0), 64), truth::yes);
    EXPECT_EQ(answer_of(all.needs_groups.at(0), 3), truth::no);
    EXPECT_EQ(answer_of(all.interventions.at(0), 1), truth::yes);
    EXPECT_EQ(answer_of(all.interventions.at(1), 69), truth::no);
    EXPECT_EQ(answer_of(all.interventions.at(1), 70), truth::unknown);
}

TEST(Eligibility, OutlivesWhatItWasCopiedFrom)
{
    auto first = written(1000);
    eligibility second;
    {
        auto const third = first;
        EXPECT_EQ(third, first);
        second = third;
    }
    EXPECT_EQ(second, first);
    *first.rails(0) = 0;
    EXPECT_NE(second, first);
    auto const moved = std::move(second);
    EXPECT_EQ(moved, written(1000));
    EXPECT_EQ(eligibility(), eligibility());
}

} // namespace
} // namespace finsam
