// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/engine/compile.hpp>

#include "support/sample_people.hpp"

#include <string>

namespace finsam::testing_support {

/// The sample on the last day of February 2026.
inline engine const& compiled_sample()
{
    using namespace std::chrono;
    static engine const compiled = compile(sample_of_people(), 2026y / February / 28).value();
    return compiled;
}

/// The only person of a line of a people file.
inline person somebody(std::string const& facts)
{
    return parse_people(sample_of_people(), R"({"id": "p1", )" + facts + "}",
                        people_format::json_lines)
        .value()
        .row(0);
}

} // namespace finsam::testing_support
