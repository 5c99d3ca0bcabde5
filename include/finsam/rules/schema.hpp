// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/detail/export.hpp>
#include <finsam/model/plan.hpp>

#include <boost/describe/class.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam {

/// The facts that are in every vocabulary, first and in this order.
inline constexpr std::size_t municipality_column = 0;
inline constexpr std::size_t waiting_since_column = 1;
inline constexpr std::size_t completed_column = 2;
inline constexpr std::size_t built_in_columns = 3;

/// The keys of a person that are not names of declared facts.
inline constexpr std::string_view reserved_keys[] = {
    "id", "municipality", "waiting_since", "consents", "preferences", "placed", "completed"};

/// The facts that rules may ask about and people may have, in the order of the vocabulary (schema).
///
/// Shape: one column a fact; `municipality`, `waiting_since` and `completed` come first.
///        The values of `completed` are the ids of all interventions in plan order.
struct schema
{
    std::vector<fact_declaration> columns;

    friend bool operator==(schema const&, schema const&) = default;
};
BOOST_DESCRIBE_STRUCT(schema, (), (columns))

/// The vocabulary of a plan.
[[nodiscard]] FINSAM_EXPORT schema schema_of(plan const& agreed);

/// Who may hold a fact: the parties, then the other organisations by id (den som har uppgiften).
[[nodiscard]] FINSAM_EXPORT std::vector<std::string> holders_of(plan const& agreed);

/// The column of the fact with the name, if there is one.
///
/// Complexity: O(columns).
[[nodiscard]] FINSAM_EXPORT std::optional<std::size_t> find_column(schema const& vocabulary,
                                                                   std::string_view name);

} // namespace finsam
