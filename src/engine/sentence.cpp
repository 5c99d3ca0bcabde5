// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/detail/described.hpp>
#include <finsam/detail/plain_text.hpp>
#include <finsam/engine/sentence.hpp>

#include "phrases.hpp"

namespace finsam {
namespace {

using detail::joined;

class speaker
{
public:
    speaker(engine const& compiled, person const& someone, reason const& why, language spoken)
        : compiled_(compiled)
        , spoken_(spoken)
        , written_(compiled.lowered().written[why.node])
        , column_(compiled.lowered().tests[compiled.lowered().nodes[why.node].test].column)
        , about_(compiled.facts().columns[column_])
        , fact_(someone.facts[column_])
        , answer_(why.answer)
    {}

    [[nodiscard]] std::string operator()() const
    {
        switch (fact_.state) {
        case fact_state::unknown:
            return say(phrase::missing, "");
        case fact_state::withheld:
            return say(phrase::withheld, "");
        case fact_state::none:
            return labelled(say(phrase::none_on_record, ""));
        case fact_state::value:
            return labelled(about_value());
        }
        return {};
    }

private:
    [[nodiscard]] std::string labelled(std::string sentence) const
    {
        if (!written_.label)
            return sentence;
        return std::string(in_language(*written_.label, spoken_)) + ": "
               + std::string(words(answer_ == truth::yes ? phrase::yes : phrase::no, spoken_))
               + " (" + sentence + ")";
    }

    [[nodiscard]] std::string say(phrase one, std::string asked) const
    {
        return filled(words(one, spoken_), {{"fact", label()},
                                            {"holder", holder()},
                                            {"value", value()},
                                            {"asked", std::move(asked)}});
    }

    [[nodiscard]] std::string label() const
    {
        return about_.label ? std::string(in_language(*about_.label, spoken_)) : about_.name;
    }

    [[nodiscard]] std::string holder() const
    {
        if (!about_.holder)
            return {};
        if (auto const one = detail::value_named<party>(*about_.holder))
            return std::string(words(*one, spoken_));
        for (auto const& other : compiled_.agreed().others)
            if (other.id == *about_.holder)
                return std::string(in_language(other.name, spoken_));
        return *about_.holder;
    }

    [[nodiscard]] std::string value() const
    {
        if (fact_.state != fact_state::value)
            return {};
        switch (about_.kind) {
        case fact_kind::boolean:
            return std::string(words(fact_.number != 0 ? phrase::yes : phrase::no, spoken_));
        case fact_kind::integer:
            return std::to_string(fact_.number);
        case fact_kind::date:
            return detail::to_string(detail::from_days(fact_.number));
        case fact_kind::choice:
            return constant_name(about_.values[static_cast<std::size_t>(fact_.number)]);
        case fact_kind::code:
            return column_ == municipality_column ? municipality(fact_.code) : fact_.code;
        case fact_kind::set:
            break;
        }
        std::vector<std::string> held;
        for (std::size_t i = 0; i < about_.values.size(); ++i)
            if ((fact_.members[i / 64] >> i % 64 & 1) != 0)
                held.push_back(constant_name(about_.values[i]));
        return held.empty() ? std::string(words(phrase::nothing, spoken_)) : joined(held);
    }

    [[nodiscard]] std::string municipality(std::string const& code) const
    {
        for (auto const& one : compiled_.agreed().members)
            if (one.party == party::municipality && one.code == code)
                return std::string(in_language(one.name, spoken_));
        return filled(words(phrase::municipality_code, spoken_), {{"value", code}});
    }

    [[nodiscard]] std::string asked() const
    {
        struct visitor
        {
            speaker const& own;
            std::string operator()(bool one) const
            {
                return std::string(words(one ? phrase::yes : phrase::no, own.spoken_));
            }
            std::string operator()(amount const& one) const
            {
                return std::to_string(std::get<std::int64_t>(one));
            }
            std::string operator()(date one) const { return detail::to_string(one); }
            std::string operator()(anniversary const&) const { return {}; }
            std::string operator()(std::string const& one) const { return own.constant_name(one); }
            std::string operator()(std::vector<std::string> const& all) const
            {
                std::vector<std::string> names;
                for (auto const& one : all)
                    names.push_back(own.constant_name(one));
                return joined(names);
            }
            std::string operator()(std::vector<amount> const& all) const
            {
                std::vector<std::string> numbers;
                for (auto const& one : all)
                    numbers.push_back((*this)(one));
                return joined(numbers);
            }
        };
        return std::visit(visitor{*this}, written_.asked.value);
    }

    /// A value as people call it: an intervention or an authority by its name.
    [[nodiscard]] std::string constant_name(std::string const& one) const
    {
        if (auto const authority = detail::value_named<party>(one))
            return std::string(words(*authority, spoken_));
        if (column_ == completed_column)
            for (auto const& known : compiled_.agreed().interventions)
                if (known.id == one)
                    return std::string(in_language(known.label, spoken_));
        return column_ == municipality_column ? municipality(one) : one;
    }

    [[nodiscard]] std::string about_value() const
    {
        auto const yes = answer_ == truth::yes;
        if (written_.at.ends_with("/places"))
            return say(yes ? phrase::lives_in : phrase::no_places_for, "");
        if (written_.at.ends_with("/requires_completed"))
            return say(yes ? phrase::has_completed : phrase::has_not_completed, asked());
        auto const with = [&](phrase how) {
            return say(phrase::needed, filled(words(how, spoken_), {{"asked", asked()}}));
        };
        switch (written_.asked.compare) {
        case comparator::is:
            return about_.kind == fact_kind::boolean || yes ? say(phrase::fact_is, "")
                                                            : with(phrase::exactly);
        case comparator::one_of:
            return yes ? say(phrase::fact_is, "") : with(phrase::one_of);
        case comparator::at_least:
            return with(phrase::at_least);
        case comparator::more_than:
            return with(phrase::more_than);
        case comparator::at_most:
            return with(phrase::at_most);
        case comparator::less_than:
            return with(phrase::less_than);
        case comparator::contains:
            return yes ? say(phrase::fact_is, "") : with(phrase::contains);
        case comparator::contains_any:
            return yes ? say(phrase::fact_is, "") : with(phrase::contains_any);
        case comparator::contains_all:
            return with(phrase::contains_all);
        case comparator::count_at_least:
            return with(phrase::count_at_least);
        case comparator::on_or_before:
            return with(phrase::on_or_before);
        case comparator::before:
            return with(phrase::before);
        case comparator::on_or_after:
            return with(phrase::on_or_after);
        case comparator::after:
            return with(phrase::after);
        case comparator::reached:
            return time_passed(yes);
        case comparator::not_reached:
            return time_passed(!yes);
        case comparator::is_none:
            return say(phrase::some, "");
        }
        return {};
    }

    [[nodiscard]] std::string time_passed(bool passed) const
    {
        auto const& time = std::get<anniversary>(written_.asked.value);
        auto const number = std::get<std::int64_t>(time.count);
        auto const count = std::to_string(number);
        auto const of = [&](phrase one, phrase several) { return number == 1 ? one : several; };
        auto const unit = time.unit == time_unit::years ? of(phrase::one_year, phrase::count_years)
                          : time.unit == time_unit::months
                              ? of(phrase::one_month, phrase::count_months)
                              : of(phrase::one_day, phrase::count_days);
        std::string counted;
        switch (time.counted) {
        case counting::day:
            break;
        case counting::month:
            counted = words(phrase::from_month, spoken_);
            break;
        case counting::july:
            counted = words(phrase::from_july, spoken_);
            break;
        case counting::year:
            counted = words(phrase::from_year, spoken_);
            break;
        }
        // A date of birth reached years ago is an age; nobody says that thirty years have passed.
        auto const age = about_.name == "birth_date" && time.unit == time_unit::years;
        auto const how = age ? (passed ? phrase::has_turned : phrase::has_not_turned)
                             : (passed ? phrase::has_passed : phrase::has_not_passed);
        return filled(words(how, spoken_),
                      {{"fact", label()},
                       {"value", value()},
                       {"count", filled(words(unit, spoken_), {{"count", count}})},
                       {"counted", counted}});
    }

    engine const& compiled_;
    language spoken_;
    written_criterion const& written_;
    std::size_t column_;
    fact_declaration const& about_;
    cell const& fact_;
    truth answer_;
};

} // namespace

std::string sentence(engine const& compiled, person const& someone, reason const& why,
                     language spoken)
{
    return speaker(compiled, someone, why, spoken)();
}

std::string explain(engine const& compiled, person const& someone, std::string_view intervention,
                    language spoken)
{
    for (std::size_t i = 0; i < compiled.interventions().size(); ++i) {
        auto const& one = compiled.agreed().interventions[compiled.interventions()[i].index];
        if (one.id != intervention)
            continue;
        std::string text;
        for (auto const& why : assess_intervention(compiled, someone, i).reasons) {
            text += sentence(compiled, someone, why, spoken);
            if (why.cite)
                text += " (" + *why.cite + ")";
            text += '\n';
        }
        return text;
    }
    return {};
}

} // namespace finsam
