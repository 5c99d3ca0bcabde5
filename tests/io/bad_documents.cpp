// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>

#include "support/without_hint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

// tests/documents/bad/ holds plans with one mistake each, `lawful.plan.json` changed in one place,
// and beside each what must be said about it, to the letter.

namespace finsam {
namespace {

using std::filesystem::path;

path const documents = "tests/documents";

std::string contents(path const& file)
{
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<path> bad_documents()
{
    std::vector<path> files;
    std::error_code missing; // the list is empty then, which a test below refuses
    for (auto const& entry : std::filesystem::directory_iterator(documents / "bad", missing))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files); // a folder has no order
    return files;
}

/// `id-in-capitals.json` is the test IdInCapitals.
std::string name_of_test(testing::TestParamInfo<path> const& one)
{
    std::string name;
    bool is_first = true;
    for (char const c : one.param.stem().string()) {
        if (c != '-')
            name += is_first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        is_first = c == '-';
    }
    return name;
}

class BadDocument : public testing::TestWithParam<path>
{};

TEST_P(BadDocument, GivesTheDiagnosticBesideIt)
{
    auto const read = inspect_plan(contents(GetParam()), "");
    EXPECT_EQ(to_lines(read.found), contents(path(GetParam()).replace_extension(".expected")));
    EXPECT_EQ(read.value.has_value(), read.found.errors == 0);
    EXPECT_EQ(testing_support::without_hint(read.found), "");
}

INSTANTIATE_TEST_SUITE_P(Plans, BadDocument, testing::ValuesIn(bad_documents()), name_of_test);

TEST(BadDocuments, AreALawfulOneChangedInOnePlace)
{
    EXPECT_EQ(to_lines(inspect_plan(contents(documents / "lawful.plan.json"), "").found), "");
    EXPECT_GE(bad_documents().size(), 60U);
}

} // namespace
} // namespace finsam
