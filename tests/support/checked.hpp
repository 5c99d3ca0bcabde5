// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/model/diagnostic.hpp>
#include <finsam/rules/check.hpp>

#include <string>
#include <vector>

namespace finsam::testing_support {

/// "code pointer" of each diagnostic, which is what most tests are about.
inline std::vector<std::string> places(diagnostics const& all)
{
    std::vector<std::string> lines;
    for (auto const& one : all.list)
        lines.push_back(std::string(detail::name_of(one.code)) + " " + one.pointer);
    return lines;
}

inline std::vector<std::string> checked(plan const& agreed, std::optional<date> as_of = {},
                                        std::vector<std::string> const& broken = {})
{
    return places(check(agreed, as_of, broken));
}

using lines = std::vector<std::string>;

} // namespace finsam::testing_support
