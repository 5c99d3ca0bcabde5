// SPDX-License-Identifier: BSL-1.0
#include "engine/answering.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

TEST(AtLeast, CountsAsTheDefinitionSaysForEveryRowOfUpToSixAnswers)
{
    for (unsigned length = 0; length <= 6; ++length) {
        unsigned rows = 1;
        for (unsigned i = 0; i < length; ++i)
            rows *= 3;
        for (unsigned row = 0; row < rows; ++row) {
            std::vector<truth> answers;
            std::vector<truth_word> words;
            int yes = 0, unknown = 0;
            for (unsigned i = 0, rest = row; i < length; ++i, rest /= 3) {
                auto const one = truth(rest % 3);
                answers.push_back(one);
                words.push_back(
                    {.yes = one == truth::yes ? 4U : 0U, .no = one == truth::no ? 4U : 0U});
                yes += one == truth::yes;
                unknown += one == truth::unknown;
            }
            for (int k = -1; k <= 7; ++k) {
                auto const wanted = yes >= k             ? truth::yes
                                    : yes + unknown >= k ? truth::unknown
                                                         : truth::no;
                ASSERT_EQ(at_least(k, answers), wanted) << "row " << row << ", k " << k;
                ASSERT_EQ(answer_of(at_least(k, words), 2), wanted) << "row " << row << ", k " << k;
            }
        }
    }
}

} // namespace
} // namespace finsam
