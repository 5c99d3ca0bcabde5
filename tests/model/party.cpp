// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/party.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(Party, IsOneOfTheFourThatTheActNames)
{
    // SFS 2003:1210 3 §
    EXPECT_EQ(words_of<party>(),
              (described_words{"social_insurance_agency", "public_employment_service", "region",
                               "municipality"}));
}

} // namespace
} // namespace finsam
