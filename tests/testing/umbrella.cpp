// SPDX-License-Identifier: BSL-1.0
#include <finsam/finsam.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

std::string text_of(std::filesystem::path const& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

// What needs more than an embedder has is included by those who want it.
bool stands_outside(std::string const& header)
{
    return header.starts_with("detail/") || header == "testing/matchers.hpp";
}

} // namespace

TEST(Umbrella, NamesEveryPublicHeader)
{
    auto const root = std::filesystem::path{"include/finsam"};
    auto const umbrella = text_of(root / "finsam.hpp");
    for (auto const& one : std::filesystem::recursive_directory_iterator(root)) {
        auto const header = one.path().lexically_relative(root).generic_string();
        if (one.path().extension() != ".hpp" || header == "finsam.hpp" || stands_outside(header))
            continue;
        EXPECT_NE(umbrella.find("#include <finsam/" + header + ">"), std::string::npos)
            << "finsam.hpp does not include " << header;
    }
}
