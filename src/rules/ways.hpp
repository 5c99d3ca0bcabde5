// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "rules/value_set.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace finsam::checking {

/// What each fact of a person must be, by its column; one that does not stand here may be anything.
using box = std::map<std::size_t, value_set>;

/// The ways in which something can be so, each enough by itself (sätt).
///
/// Never too few. Those that are too many are joined to one in which each of them is.
struct ways
{
    std::vector<box> all = std::vector<box>(1);
    std::optional<std::size_t> conflict{}; ///< a fact that alone makes it impossible

    [[nodiscard]] bool impossible() const { return all.empty(); }
    [[nodiscard]] static ways none() { return {.all = {}}; }
};

/// Those in which a fact is one of the values.
[[nodiscard]] ways only(std::size_t column, value_set values);

/// Joins ways, and counts what it takes: about one step for each look at the values of a fact.
class joiner
{
public:
    /// So many are kept apart, and so long; after it, all are joined to one. No plan that people
    /// write takes as many steps, but there are those that would take for ever.
    static constexpr std::size_t most = 32;
    static constexpr std::size_t most_steps_apart = 1'000'000;

    /// Those in which all hold, or one of them, or at least so many.
    [[nodiscard]] ways all_of(std::vector<ways> several);
    [[nodiscard]] ways any_of(std::vector<ways> const& several);
    [[nodiscard]] ways at_least(std::int64_t wanted, std::vector<ways> several);

    [[nodiscard]] std::size_t steps() const { return steps_; }

private:
    [[nodiscard]] ways both_of(ways const& a, ways const& b);
    [[nodiscard]] bool keeps_apart() const { return steps_ < most_steps_apart; }
    void add(ways& to, box one);
    [[nodiscard]] bool includes(box const& whole, box const& part);

    std::size_t steps_ = 0;
};

} // namespace finsam::checking
