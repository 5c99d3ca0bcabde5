// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>
#include <finsam/model/fact_declaration.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace finsam::checking {

/// A fact as its leaves see it.
struct asked
{
    std::string_view name;
    fact_kind kind{};
    bool ordered = false;
    std::vector<std::string> const* values = nullptr; ///< of a choice and a declared set
};

/// Those that every person has, in the order of their columns; the values of `completed` are the
/// ids of the plan's interventions.
inline constexpr asked built_in_facts[] = {{"municipality", fact_kind::code},
                                           {"waiting_since", fact_kind::date},
                                           {"completed", fact_kind::set}};

/// Whether facts of its kind have the comparator.
[[nodiscard]] bool fits(asked const& fact, comparator compare);

/// "an integer": what the fact is, in words.
[[nodiscard]] std::string_view kind_in_words(asked const& fact);

/// The comparators that fit, as a list for a reader.
[[nodiscard]] std::string comparators_in_words(asked const& fact);

[[nodiscard]] constexpr bool takes_list(comparator compare)
{
    return compare == comparator::one_of || compare == comparator::contains_any
           || compare == comparator::contains_all;
}

/// Whether the constant is what the comparator must be given.
///
/// Precondition: the comparator fits the fact.
[[nodiscard]] bool meets(asked const& fact, comparator compare, constant const& given);

/// What is told of a constant or its comparator, and what to write instead.
struct misfit
{
    std::string message;
    std::string hint;
};

/// What does not fit the fact, if anything: the comparator, or else the constant as a whole.
[[nodiscard]] std::optional<misfit> misfit_of(asked const& fact, comparator compare,
                                              constant const& given);

/// The same of one item of a list.
///
/// Precondition: the comparator fits the fact and takes a list.
[[nodiscard]] misfit misfit_of_item(asked const& fact, comparator compare);

} // namespace finsam::checking
