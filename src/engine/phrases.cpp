// SPDX-License-Identifier: BSL-1.0
#include "phrases.hpp"

namespace finsam {
namespace {

struct in_both
{
    std::string_view sv;
    std::string_view en;
};

constexpr std::string_view pick(in_both both, language spoken)
{
    switch (spoken) {
    case language::sv:
        return both.sv;
    case language::en:
        return both.en;
    }
    return both.sv;
}

constexpr in_both table(phrase one)
{
    switch (one) {
    case phrase::missing:
        return {"uppgift saknas: {fact}", "not on record: {fact}"};
    case phrase::withheld:
        return {"samtycke saknas för uppgift hos {holder}: {fact}",
                "no consent to the record held by {holder}: {fact}"};
    case phrase::none_on_record:
        return {"{fact}: inget sådant", "{fact}: none"};
    case phrase::fact_is:
        return {"{fact}: {value}", "{fact}: {value}"};
    case phrase::needed:
        return {"{fact}: {value} ({asked})", "{fact}: {value} ({asked})"};
    case phrase::lives_in:
        return {"bor i {value}, där insatsen har platser",
                "lives in {value}, which the intervention serves"};
    case phrase::no_places_for:
        return {"insatsen har inga platser för boende i {value}",
                "the intervention does not serve residents of {value}"};
    case phrase::has_completed:
        return {"har genomfört {asked}", "has completed {asked}"};
    case phrase::has_not_completed:
        return {"har inte genomfört {asked}", "has not completed {asked}"};
    case phrase::has_turned:
        return {"har fyllt {count}{counted}: född {value}",
                "has turned {count}{counted}: born {value}"};
    case phrase::has_not_turned:
        return {"har inte fyllt {count}{counted}: född {value}",
                "has not turned {count}{counted}: born {value}"};
    case phrase::has_passed:
        return {"{count} har gått{counted}: {fact} {value}",
                "{count} or more ago{counted}: {fact} {value}"};
    case phrase::has_not_passed:
        return {"{count} har inte gått{counted}: {fact} {value}",
                "less than {count} ago{counted}: {fact} {value}"};
    case phrase::exactly:
        return {"frågan gäller {asked}", "asked for {asked}"};
    case phrase::one_of:
        return {"frågan gäller någon av {asked}", "asked for one of {asked}"};
    case phrase::at_least:
        return {"minst {asked}", "at least {asked}"};
    case phrase::more_than:
        return {"mer än {asked}", "more than {asked}"};
    case phrase::at_most:
        return {"högst {asked}", "at most {asked}"};
    case phrase::less_than:
        return {"mindre än {asked}", "less than {asked}"};
    case phrase::contains:
        return {"frågan gäller {asked}", "asked for {asked}"};
    case phrase::contains_any:
        return {"frågan gäller någon av {asked}", "asked for any of {asked}"};
    case phrase::contains_all:
        return {"frågan gäller alla av {asked}", "asked for all of {asked}"};
    case phrase::count_at_least:
        return {"minst {asked} av dem", "at least {asked} of them"};
    case phrase::on_or_before:
        return {"senast {asked}", "on or before {asked}"};
    case phrase::before:
        return {"före {asked}", "before {asked}"};
    case phrase::on_or_after:
        return {"tidigast {asked}", "on or after {asked}"};
    case phrase::after:
        return {"efter {asked}", "after {asked}"};
    case phrase::some:
        return {"{fact}: finns", "{fact}: on record"};
    case phrase::one_year:
        return {"{count} år", "{count} year"};
    case phrase::one_month:
        return {"{count} månad", "{count} month"};
    case phrase::one_day:
        return {"{count} dag", "{count} day"};
    case phrase::count_years:
        return {"{count} år", "{count} years"};
    case phrase::count_months:
        return {"{count} månader", "{count} months"};
    case phrase::count_days:
        return {"{count} dagar", "{count} days"};
    case phrase::from_month:
        return {", räknat från månadens början", ", counted from the first of the month"};
    case phrase::from_july:
        return {", räknat från juli det året", ", counted from July of that year"};
    case phrase::from_year:
        return {", räknat från årets början", ", counted from the first of the year"};
    case phrase::yes:
        return {"ja", "yes"};
    case phrase::municipality_code:
        return {"kommun {value}", "municipality {value}"};
    case phrase::no:
        return {"nej", "no"};
    case phrase::nothing:
        return {"inget", "none"};
    }
    return {};
}

} // namespace

std::string_view words(phrase one, language spoken)
{
    return pick(table(one), spoken);
}

std::string_view words(party one, language spoken)
{
    switch (one) {
    case party::social_insurance_agency:
        return pick({"Försäkringskassan", "the Social Insurance Agency"}, spoken);
    case party::public_employment_service:
        return pick({"Arbetsförmedlingen", "the Public Employment Service"}, spoken);
    case party::region:
        return pick({"regionen", "the region"}, spoken);
    case party::municipality:
        return pick({"kommunen", "the municipality"}, spoken);
    }
    return {};
}

std::string filled(std::string_view pattern,
                   std::vector<std::pair<std::string_view, std::string>> const& parts)
{
    std::string text;
    fill(text, pattern, [&](std::string_view name) {
        for (auto const& [known, part] : parts)
            if (known == name)
                text += part;
    });
    return text;
}

} // namespace finsam
