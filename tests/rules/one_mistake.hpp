// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace finsam::testing_support {

/// The lawful sample broken in one place (ett misstag).
struct mistake
{
    char const* name;
    void (*make)(plan&);
    char const* told; ///< code and pointer

    friend std::ostream& operator<<(std::ostream& out, mistake const& one)
    {
        return out << one.name;
    }
};

/// One mistake gives one diagnostic.
class CheckOneMistake : public testing::TestWithParam<mistake>
{};

inline std::string name_of_test(testing::TestParamInfo<mistake> const& info)
{
    return info.param.name;
}

inline leaf& sick_leaf(plan& p)
{
    return leaf_of(p.rules[1].when);
}

inline leaf& leaf_at(criterion& one, std::size_t i)
{
    return leaf_of(of(one)[i]);
}

} // namespace finsam::testing_support
