// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// How a lowered leaf looks at a cell (prövning av en uppgift).
enum class test_kind : std::uint8_t
{
    in_range,       ///< low <= number <= high
    one_of_numbers, ///< number is among `numbers`, which ascend
    one_of_codes,   ///< code is among `codes`, which ascend
    contains_any,   ///< the set shares a value with `members`
    contains_all,   ///< the set holds every value of `members`
    count_at_least, ///< the set holds at least `low` values
    is_none,        ///< there is known to be none
    is_some         ///< there is known to be one
};

/// One leaf for one reference date: dates, parameters and orders are gone.
struct test
{
    std::uint32_t column = 0;
    test_kind kind{};
    std::int64_t low = std::numeric_limits<std::int64_t>::min();
    std::int64_t high = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int32_t> numbers{};
    std::vector<std::string> codes{};
    std::vector<std::uint64_t> members{};

    friend auto operator<=>(test const&, test const&) = default;
    friend bool operator==(test const&, test const&) = default;
};

enum class node_kind : std::uint8_t
{
    leaf,
    all_of,
    any_of,
    none_of,
    at_least_of,
    rule
};

/// A criterion of the plan as the engine answers it (kriterium).
///
/// Shape: children stand before their parents; `first` and `count` are a range of
///        `program::children`. A leaf has a `test`; two equal leaves have the same one.
// INVARIANT: at_least <= count + 1, which is as good as any larger number
struct node
{
    node_kind kind{};
    std::uint32_t test = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t at_least = 0;
};

/// The same criterion as the plan has it, for telling (kriteriet i planen).
struct written_criterion
{
    std::string at{};                  ///< JSON Pointer of the criterion
    std::optional<std::string> cite{}; ///< written at this criterion itself, as it is told
    std::optional<text> label{};       ///< written at this criterion itself
    leaf asked{};                      ///< a leaf as written, parameters replaced by their numbers
};

/// A needs group or an individual intervention in force, and the node that answers it.
struct question
{
    std::uint32_t index = 0; ///< position in the plan's list
    std::uint32_t root = 0;  ///< node
};

/// A checked plan lowered for one date (program).
///
/// Shape: one of `written` a node. They stand apart because answering never reads them.
struct program
{
    std::vector<test> tests{};
    std::vector<node> nodes{};
    std::vector<written_criterion> written{};
    std::vector<std::uint32_t> children{};
    std::vector<question> needs_groups{};
    std::vector<question> interventions{};
};

} // namespace finsam
