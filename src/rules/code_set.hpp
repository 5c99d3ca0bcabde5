// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <set>
#include <string>

namespace finsam::checking {

/// Codes: those listed, or all but those.
struct code_set
{
    std::set<std::string> codes{};
    bool all_but = false;
    bool none = false;

    friend bool operator==(code_set const&, code_set const&) = default;
};

/// About how long looking at it takes: a text costs several numbers.
[[nodiscard]] inline std::size_t size_of(code_set const& one)
{
    return 1 + 4 * one.codes.size();
}

/// Whether nothing is in it; what is in both; what is in either.
[[nodiscard]] bool is_empty(code_set const& one);
[[nodiscard]] code_set intersect(code_set const& a, code_set const& b);
[[nodiscard]] code_set unite(code_set const& a, code_set const& b);

} // namespace finsam::checking
