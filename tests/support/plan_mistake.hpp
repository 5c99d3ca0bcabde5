// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/described.hpp>
#include <finsam/model/diagnostic.hpp>

#include "io/file.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace finsam::testing_support {

inline std::string sample_text()
{
    return io::read_file("tests/cases/sample.plan.json").value();
}

/// The text of the sample plan with one piece of it exchanged.
inline std::string sample_with(std::string const& piece, std::string const& other)
{
    auto text = sample_text();
    auto const at = text.find(piece);
    if (at == std::string::npos)
        throw std::invalid_argument("the sample has no " + piece);
    return text.replace(at, piece.size(), other);
}

/// "code pointer" of each diagnostic.
inline std::vector<std::string> told(diagnostics const& found)
{
    std::vector<std::string> all;
    for (auto const& one : found.list)
        all.push_back(std::string(detail::name_of(one.code)) + ' ' + one.pointer);
    return all;
}

/// One mistake made in the sample plan, or a few, and all that is told about it.
struct plan_mistake
{
    std::string name;
    std::string piece;
    std::string other;
    std::vector<std::string> expected;
};

inline void PrintTo(plan_mistake const& one, std::ostream* out)
{
    *out << one.other;
}

inline std::string name_of_mistake(testing::TestParamInfo<plan_mistake> const& info)
{
    return info.param.name;
}

} // namespace finsam::testing_support
