// SPDX-License-Identifier: BSL-1.0
#include "fact_words.hpp"

#include <finsam/detail/calendar.hpp>
#include <finsam/detail/described.hpp>

#include "phrases.hpp"

namespace finsam {

void fact_words::label() const
{
    text_ += declared_.label ? in_language(*declared_.label, spoken_) : declared_.name;
}

void fact_words::holder() const
{
    if (!declared_.holder)
        return;
    if (auto const one = detail::value_named<party>(*declared_.holder)) {
        text_ += words(*one, spoken_);
        return;
    }
    for (auto const& other : compiled_.agreed().others)
        if (other.id == *declared_.holder) {
            text_ += in_language(other.name, spoken_);
            return;
        }
    text_ += *declared_.holder;
}

void fact_words::value() const
{
    if (fact_.state != fact_state::value)
        return;
    switch (declared_.kind) {
    case fact_kind::boolean:
        return yes_or_no(fact_.number != 0);
    case fact_kind::integer:
        text_ += std::to_string(fact_.number);
        return;
    case fact_kind::date:
        text_ += detail::to_string(detail::from_days(fact_.number));
        return;
    case fact_kind::choice:
        return constant(declared_.values[static_cast<std::size_t>(fact_.number)]);
    case fact_kind::code:
        if (column_ == municipality_column)
            municipality(fact_.code);
        else
            text_ += fact_.code;
        return;
    case fact_kind::set:
        return members();
    }
}

void fact_words::members() const
{
    bool is_first = true;
    for (std::size_t i = 0; i < declared_.values.size(); ++i)
        if ((fact_.members[i / 64] >> i % 64 & 1) != 0) {
            separate(is_first);
            constant(declared_.values[i]);
        }
    if (is_first)
        text_ += words(phrase::nothing, spoken_);
}

void fact_words::separate(bool& is_first) const
{
    if (!is_first)
        text_ += ", ";
    is_first = false;
}

void fact_words::municipality(std::string const& code) const
{
    for (auto const& one : compiled_.agreed().members)
        if (one.party == party::municipality && one.code == code) {
            text_ += in_language(one.name, spoken_);
            return;
        }
    fill(text_, words(phrase::municipality_code, spoken_),
         [&](std::string_view) { text_ += code; });
}

void fact_words::constant(std::string const& one) const
{
    if (auto const authority = detail::value_named<party>(one)) {
        text_ += words(*authority, spoken_);
        return;
    }
    if (column_ == completed_column)
        for (auto const& known : compiled_.agreed().interventions)
            if (known.id == one) {
                text_ += in_language(known.label, spoken_);
                return;
            }
    if (column_ == municipality_column)
        municipality(one);
    else
        text_ += one;
}

void fact_words::yes_or_no(bool yes) const
{
    text_ += words(yes ? phrase::yes : phrase::no, spoken_);
}

} // namespace finsam
