// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>
#include <finsam/model/fact_declaration.hpp>

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

/// Whether facts of its kind have the comparator.
[[nodiscard]] bool fits(asked const& fact, comparator compare);

/// "an integer": what the fact is, in words.
[[nodiscard]] std::string_view kind_in_words(asked const& fact);

/// The comparators that fit, as a list for a reader.
[[nodiscard]] std::string comparators_in_words(asked const& fact);

/// What the comparator must be given, and whether it is.
struct need
{
    bool met = false;
    std::string_view what;
};

/// Precondition: the comparator fits the fact.
[[nodiscard]] need needed(asked const& fact, comparator compare, constant const& given);

} // namespace finsam::checking
