// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/checked.hpp"
#include "support/random_plan.hpp"
#include "support/sample_plan.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace finsam::testing_support {

/// What nobody meets, and what some do and some do not.
inline criterion dead()
{
    return all_of({asks("unemployed", comparator::at_least, amount{5}),
                   asks("unemployed", comparator::at_most, amount{4})});
}
inline criterion alive()
{
    return asks("assistance", comparator::is, true);
}

/// The sample with a criterion of its own in a rule that a needs group names.
inline plan probed(criterion one)
{
    auto made = sample_plan();
    made.rules.push_back({.id = "probe", .when = std::move(one)});
    made.needs_groups.push_back({.id = "probed", .label = same_text("Probed"), .rule = "probe"});
    return made;
}

/// A criterion and what is told about it, `it` standing for where it stands.
struct probe
{
    std::string name;
    criterion asked;
    lines expected;

    friend std::ostream& operator<<(std::ostream& out, probe const& one) { return out << one.name; }
};

inline std::string name_of_probe(testing::TestParamInfo<probe> const& tried)
{
    return tried.param.name;
}

inline lines told_about(criterion one)
{
    auto const start = "/rules/" + std::to_string(sample_plan().rules.size()) + "/when";
    auto told = checked(probed(std::move(one)));
    for (auto& line : told)
        if (auto const at = line.find(start); at != std::string::npos)
            line.replace(at, start.size(), "it");
    return told;
}

} // namespace finsam::testing_support
