// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/io/people.hpp>
#include <finsam/io/plan.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace finsam::testing_support {

/// The plan that the sample people are people of.
inline plan const& sample_of_people()
{
    static plan const agreed =
        read_plan(std::filesystem::path("tests/cases/sample.plan.json")).value();
    return agreed;
}

/// "line:column code pointer" of each diagnostic.
inline std::vector<std::string> told_in_people(result<people> const& read)
{
    std::vector<std::string> all;
    if (read)
        return all;
    for (auto const& one : read.error().list)
        all.push_back(std::to_string(one.line) + ':' + std::to_string(one.column) + ' '
                      + std::string(detail::name_of(one.code)) + ' ' + one.pointer);
    return all;
}

} // namespace finsam::testing_support
