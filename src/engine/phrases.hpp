// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <finsam/model/criterion.hpp>
#include <finsam/model/party.hpp>
#include <finsam/model/text.hpp>

#include <boost/assert.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace finsam {

/// The words that reasons are told in (fraser). A language is added here and nowhere else.
///
/// `{name}` stands for a part that is filled in, see `fill`.
enum class phrase
{
    missing,        // no fact on record
    withheld,       // a fact on record, no consent
    none_on_record, // known that there is none
    fact_is,        // a fact and its value, enough as it is
    needed,         // a fact, its value and what was asked for
    lives_in,
    no_places_for,
    municipality_code,
    has_completed,
    has_not_completed,
    has_turned,
    has_not_turned,
    has_passed,
    has_not_passed,
    exactly,
    one_of,
    at_least,
    more_than,
    at_most,
    less_than,
    contains,
    contains_any,
    contains_all,
    count_at_least,
    on_or_before,
    before,
    on_or_after,
    after,
    some,
    one_year,
    one_month,
    one_day,
    count_years,
    count_months,
    count_days,
    from_month,
    from_july,
    from_year,
    yes,
    no,
    nothing
};

/// The phrase in the language, parts still to be filled in.
[[nodiscard]] std::string_view words(phrase one, language spoken);

/// The authority behind a party, as it is spoken of.
[[nodiscard]] std::string_view words(party one, language spoken);

/// Appends the pattern; where it says `{name}`, `part(name)` appends what stands there.
///
/// Precondition: no brace of the pattern is left open.
template<class Part>
void fill(std::string& text, std::string_view pattern, Part const& part)
{
    for (;;) {
        auto const open = pattern.find('{');
        text += pattern.substr(0, open);
        if (open == pattern.npos)
            return;
        auto const close = pattern.find('}', open);
        BOOST_ASSERT(close != pattern.npos);
        part(pattern.substr(open + 1, close - open - 1));
        pattern.remove_prefix(close + 1);
    }
}

/// The pattern with each `{name}` replaced by its part.
[[nodiscard]] std::string
filled(std::string_view pattern,
       std::vector<std::pair<std::string_view, std::string>> const& parts);

} // namespace finsam
