// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/engine/fact.hpp>
#include <finsam/rules/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace finsam {

/// One fact of one person, by the kind of its column (uppgift om en person).
///
/// Units: `number` is 0 or 1 for a boolean, the number itself for an integer, days since 1970-01-01
///        for a date, the position among `values` for a choice; `members` has bit i of word i / 64
///        set when a set holds value i; `code` is the text of a code.
// INVARIANT: everything but `state` is empty unless `state` is `value`
struct cell
{
    fact_state state = fact_state::unknown;
    std::int32_t number = 0;
    std::vector<std::uint64_t> members{};
    std::string code{};

    friend bool operator==(cell const&, cell const&) = default;
};

/// One person under a pseudonym: facts by column of a schema, and what they wish (person).
///
/// Shape: `facts` has one cell a column. `preferences` and `placed` are positions in the plan's
///        list of interventions; no preferences means every individual intervention in plan order.
struct person
{
    std::string id{};
    std::vector<cell> facts{};
    std::optional<std::vector<std::uint32_t>> preferences{};
    std::optional<std::uint32_t> placed{};

    friend bool operator==(person const&, person const&) = default;
};

/// Erases every recorded fact whose holder is not among the consents (samtycke).
///
/// `consents` holds names of parties and ids of other organisations. After this nothing can tell
/// what the erased value was; only that there is one.
///
/// Complexity: O(columns · consents).
FINSAM_EXPORT void withhold(schema const& vocabulary, std::vector<std::string> const& consents,
                            person& someone);

} // namespace finsam
