// SPDX-License-Identifier: BSL-1.0
#include <finsam/io/plan.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <vector>

// tests/documents/bad/ holds plans with one mistake each, `lawful.plan.json` changed in one place,
// and beside each what must be said about it, to the letter.

namespace finsam {
namespace {

using std::filesystem::path;

path const documents = "tests/documents";

std::string contents(path const& file) {
    std::ifstream in(file, std::ios::binary);
    EXPECT_TRUE(in) << file;
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<path> bad_documents() {
    std::vector<path> files;
    for (auto const& entry : std::filesystem::directory_iterator(documents / "bad"))
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files); // a folder has no order
    return files;
}

/// `id-in-capitals.json` is the test IdInCapitals.
std::string name_of_test(path const& file) {
    std::string name;
    bool        is_first = true;
    for (char const c : file.stem().string()) {
        if (c != '-') name += is_first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        is_first = c == '-';
    }
    return name;
}

class BadDocument : public testing::Test
{
  public:
    explicit BadDocument(path file) : file_(std::move(file)) {}

    void TestBody() override {
        auto const read = inspect_plan(contents(file_), "");
        EXPECT_EQ(to_lines(read.found), contents(path(file_).replace_extension(".expected")));
        EXPECT_EQ(read.value.has_value(), read.found.errors == 0);
    }

  private:
    path file_;
};

// The folder is read when the tests are listed, so that a new document needs no line here.
[[maybe_unused]] bool const registered = [] {
    for (auto const& file : bad_documents())
        testing::RegisterTest("BadDocument", name_of_test(file).c_str(), nullptr, nullptr,
                              file.string().c_str(), 1,
                              [file]() -> testing::Test* { return new BadDocument(file); });
    return true;
}();

TEST(BadDocuments, AreALawfulOneChangedInOnePlace) {
    EXPECT_EQ(to_lines(inspect_plan(contents(documents / "lawful.plan.json"), "").found), "");
    EXPECT_GE(bad_documents().size(), 60U);
}

} // namespace
} // namespace finsam
