// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/code_list.hpp>
#include <finsam/engine/program.hpp>
#include <finsam/engine/truth.hpp>
#include <finsam/model/fact_declaration.hpp>
#include <finsam/rules/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finsam {

/// A test about one fact of one person: codes are numbers, constants stand apart (fråga).
struct asked_test
{
    /// What must hold of a number (of a code its number in the column's list, -1 outside it), or of
    /// a set.
    enum class look : std::uint8_t
    {
        in_range,     ///< low <= number <= high
        among_bits,   ///< bit number - low of the words is set
        among_sorted, ///< the number is among the numbers, which ascend
        shares,       ///< the set shares a bit with the words
        holds,        ///< the set has every bit of the words
        counts        ///< the set has at least `low` bits
    };
    look how{};
    truth if_none = truth::no; ///< the answer where there is known to be none
    std::int32_t low = 0;
    std::int32_t high = 0;
    std::uint32_t first = 0; ///< in `questionnaire::words`, or `numbers` of `among_sorted`
    std::uint32_t count = 0;
};

/// A fact that something is asked about, and the range of the tests that ask.
struct asked_column
{
    std::uint32_t column = 0;
    fact_kind kind{};
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t words = 0; ///< of a set
    code_list codes{};       ///< that tests name, if it is a column of codes
};

/// A node with children of its own, as a range of `questionnaire::children`.
struct asked_group
{
    node_kind kind{}; ///< no leaf and no rule
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::uint32_t at_least = 0;
};

/// A program laid out for asking one person after the other (frågeformulär).
///
/// A fact is looked at once and all tests about it are answered together; what is done does not
/// depend on the answers, so a processor guesses it right from the second person on.
///
/// Shape: tests stand by column. An answer has a slot: that of test t is t, that of group g is
///        tests.size() + g. `children`, `slots` (one a node) and `questions` (needs groups, then
///        interventions) are slots; children stand before their groups.
struct questionnaire
{
    std::vector<asked_column> columns{};
    std::vector<asked_test> tests{};
    std::vector<std::uint64_t> words{};
    std::vector<std::int32_t> numbers{};
    std::vector<asked_group> groups{};
    std::vector<std::uint32_t> children{};
    std::vector<std::uint32_t> slots{};
    std::vector<std::uint32_t> questions{};
    std::size_t most_words = 0; ///< of any set that is asked about
};

/// Complexity: O(n log n) in tests, nodes and children of the program.
[[nodiscard]] FINSAM_EXPORT questionnaire make_questionnaire(program const& lowered,
                                                             schema const& vocabulary);

} // namespace finsam
