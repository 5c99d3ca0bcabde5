// SPDX-License-Identifier: BSL-1.0
#include <finsam/model/fact_declaration.hpp>

#include "support/described_words.hpp"

#include <gtest/gtest.h>

namespace finsam {
namespace {

using namespace testing_support;

TEST(FactDeclaration, HasTheKeysAndKindsOfAPlan)
{
    EXPECT_EQ(keys_of<fact_declaration>(),
              (described_words{"name", "kind", "values", "ordered", "holder", "label", "sensitive",
                               "cite"}));
    EXPECT_EQ(words_of<fact_kind>(),
              (described_words{"boolean", "integer", "date", "choice", "set", "code"}));
}

TEST(FactDeclaration, IsNeitherOrderedNorSensitiveNorHeldUnlessItSaysSo)
{
    fact_declaration const plain{.name = "in_work", .kind = fact_kind::boolean};
    EXPECT_FALSE(plain.ordered);
    EXPECT_FALSE(plain.sensitive);
    EXPECT_EQ(plain.holder, std::nullopt);
}

} // namespace
} // namespace finsam
