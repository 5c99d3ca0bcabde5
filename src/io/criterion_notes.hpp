// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>

#include "io/key_notes.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

// What an editor tells about a criterion, whose keys are not the members of one described type.

namespace finsam::io {

inline constexpr std::string_view about_criterion =
    "What a rule demands (kriterium): exactly one of `all_of`, `any_of`, `none_of`, `at_least_of`, "
    "`rule` and `fact`; beside `fact` exactly one comparator.";

inline constexpr key_note criterion_notes[] = {
    {.key = "all_of", .about = "Every one is met (alla)."},
    {.key = "any_of", .about = "At least one is met (någon)."},
    {.key = "none_of", .about = "Not one is met (ingen)."},
    {.key = "at_least_of", .about = "At least `count` are met (minst så många)."},
    {.key = "rule", .about = "Id of a rule whose criterion is met (regel).", .words = wording::id},
    {.key = "fact",
     .about = "Name of the fact that is compared (uppgift): one of `facts`, `municipality`, "
              "`waiting_since` or `completed`.",
     .words = wording::id},
    {.key = "is", .about = "Equals; of any fact but a date or a set (är)."},
    {.key = "one_of", .about = "Equals one; of an integer, a choice or a code (är någon av)."},
    {.key = "at_least", .about = "Of an integer or an ordered choice (minst)."},
    {.key = "more_than", .about = "Of an integer or an ordered choice (mer än)."},
    {.key = "at_most", .about = "Of an integer or an ordered choice (högst)."},
    {.key = "less_than", .about = "Of an integer or an ordered choice (mindre än)."},
    {.key = "contains", .about = "A set has the value (innehåller)."},
    {.key = "contains_any", .about = "A set has at least one of them (innehåller någon av)."},
    {.key = "contains_all", .about = "A set has them all (innehåller alla)."},
    {.key = "count_at_least", .about = "A set has at least so many values (antal minst)."},
    {.key = "on_or_before", .about = "A date is that day or earlier (senast)."},
    {.key = "before", .about = "A date is earlier (före)."},
    {.key = "on_or_after", .about = "A date is that day or later (tidigast)."},
    {.key = "after", .about = "A date is later (efter)."},
    {.key = "reached", .about = "So long has passed since a date (har uppnått)."},
    {.key = "not_reached", .about = "So long has not passed since a date (har inte uppnått)."},
    {.key = "is_none",
     .about = "Whether it is on record that there is none; of any fact but a boolean or a set "
              "(finns inte)."},
    {.key = "label", .about = about_label},
    {.key = "cite", .about = about_cite},
};

inline constexpr std::string_view about_anniversary =
    "A number of years, months or days after a date (årsdag): exactly one of `years`, `months` and "
    "`days`.";

inline constexpr key_note anniversary_notes[] = {
    {.key = "years", .about = "So many years (år)."},
    {.key = "months", .about = "So many months (månader)."},
    {.key = "days", .about = "So many calendar days (dagar)."},
    {.key = "counted",
     .about = "From which day it counts (räknas från): day (the day itself, the default), month "
              "(the first of its month), july (1 July of its year), year (1 January of its year)."},
};

inline constexpr key_note counted_group_notes[] = {
    {.key = "count", .about = "How many (antal)."},
    {.key = "of", .about = "Of these criteria (av)."},
};

/// The note of a key, which must have one.
template<class Notes>
[[nodiscard]] constexpr std::string_view about_key(Notes const& notes, std::string_view key)
{
    return std::ranges::find(notes, key, &key_note::key)->about;
}

/// Whether each name of the enum has a note.
template<detail::described_enum E, class Notes>
consteval bool tell_all(Notes const& notes)
{
    return std::ranges::all_of(detail::names_of<E>(), [&](std::string_view name) {
        return std::ranges::find(notes, name, &key_note::key) != std::end(notes);
    });
}
static_assert(tell_all<comparator>(criterion_notes));
static_assert(tell_all<quantifier>(criterion_notes));
static_assert(tell_all<time_unit>(anniversary_notes));

} // namespace finsam::io
