// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/described.hpp>
#include <finsam/model/promises.hpp>

#include "support/every_policy.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {
namespace {

using namespace testing_support;

static_assert(promises_of(policies::stable{}).reserves);
static_assert(!promises_of(policies::fit{}).honesty_is_best);

/// The cells of the row of the README that begins so, in the order of the policies.
std::vector<std::string> readme_row(std::string const& beginning)
{
    std::ifstream readme("README.md");
    for (std::string line; std::getline(readme, line);)
        if (line.starts_with("| " + beginning)) {
            std::vector<std::string> cells;
            std::istringstream row(line.substr(1));
            for (std::string cell; std::getline(row, cell, '|');)
                cells.push_back(cell);
            cells.erase(cells.begin());
            return cells;
        }
    return {};
}

TEST(Promises, StandInTheReadmeAsInTheTable)
{
    std::vector<std::string> heading;
    for (auto const& one : every_policy())
        heading.push_back(" `" + std::string(detail::name_of(one)) + "` ");
    EXPECT_EQ(readme_row("| `stable`"), heading);
    detail::for_each_member<promises>([](std::string_view name, auto kept) {
        std::vector<std::string> expected;
        for (auto const& one : every_policy())
            expected.push_back(promises_of(one).*kept ? " yes " : " ");
        EXPECT_EQ(readme_row("`" + std::string(name) + "`:"), expected) << name;
    });
}

} // namespace
} // namespace finsam
