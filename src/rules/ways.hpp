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
    std::optional<std::size_t> conflict{}; ///< a fact that may alone make it impossible

    [[nodiscard]] bool impossible() const { return all.empty(); }
    [[nodiscard]] static ways none() { return {.all = {}}; }
};

/// Those in which a fact is one of the values.
[[nodiscard]] ways only(std::size_t column, value_set values);

/// Joins ways, and counts what it takes: about one step for each number or word looked at.
class joiner
{
public:
    /// So many are kept apart, for so many steps after `begin` and so many in all; then all are
    /// joined to one, which takes no longer than there are facts.
    static constexpr std::size_t most = 32;
    static constexpr std::size_t most_steps_apart = 100'000;
    static constexpr std::size_t most_steps_in_all = 50'000'000;

    /// What follows has steps of its own: what is large changes nothing about what comes after it.
    void begin() { first_step_ = steps_; }

    /// Those in which all hold, or one of them, or at least so many.
    [[nodiscard]] ways all_of(std::vector<ways> several);
    [[nodiscard]] ways any_of(std::vector<ways> const& several);
    [[nodiscard]] ways at_least(std::int64_t wanted, std::vector<ways> several);

    [[nodiscard]] std::size_t steps() const { return steps_; }

private:
    [[nodiscard]] bool keeps_apart() const
    {
        return steps_ - first_step_ < most_steps_apart && steps_ < most_steps_in_all;
    }
    [[nodiscard]] ways both_of(ways a, ways const& b);
    /// The fact that stands in the way, if one does; then `narrowed` is of no use.
    [[nodiscard]] std::optional<std::size_t> narrow(box& narrowed, box const& by);
    void add(ways& to, box one);
    [[nodiscard]] bool includes(box const& whole, box const& part);

    std::size_t steps_ = 0, first_step_ = 0;
};

} // namespace finsam::checking
