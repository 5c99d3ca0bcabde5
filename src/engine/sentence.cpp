// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/engine/sentence.hpp>

#include "fact_words.hpp"
#include "phrases.hpp"

namespace finsam {
namespace {

/// Says a reason at the end of a text. Nothing is put together that the words do not ask for, and
/// nothing apart from the text: reasons are told by the million.
class speaker
{
public:
    speaker(std::string& text, engine const& compiled, person const& someone, reason const& why,
            language spoken)
        : text_(text)
        , spoken_(spoken)
        , written_(compiled.lowered().written[why.node])
        , fact_(text, compiled, someone,
                compiled.lowered().tests[compiled.lowered().nodes[why.node].test].column, spoken)
        , answer_(why.answer)
    {}

    void operator()() const
    {
        switch (fact_.state()) {
        case fact_state::unknown:
            return say(phrase::missing);
        case fact_state::withheld:
            return say(phrase::withheld);
        case fact_state::none:
            return labelled([&] { say(phrase::none_on_record); });
        case fact_state::value:
            return labelled([&] { about_value(); });
        }
    }

private:
    template<class Sentence>
    void labelled(Sentence const& sentence) const
    {
        if (!written_.label)
            return sentence();
        text_ += in_language(*written_.label, spoken_);
        text_ += ": ";
        fact_.yes_or_no(answer_ == truth::yes);
        text_ += " (";
        sentence();
        text_ += ')';
    }

    void say(phrase one) const
    {
        say(one, [] {});
    }

    /// `asked` says what the criterion asks for.
    template<class Asked>
    void say(phrase one, Asked const& asked) const
    {
        fill(text_, words(one, spoken_), [&](std::string_view part) {
            if (part == "fact")
                fact_.label();
            else if (part == "value")
                fact_.value();
            else if (part == "holder")
                fact_.holder();
            else if (part == "asked")
                asked();
        });
    }

    void say_asked() const
    {
        struct visitor
        {
            speaker const& own;
            void operator()(bool one) const { own.fact_.yes_or_no(one); }
            void operator()(amount const& one) const
            {
                own.text_ += std::to_string(std::get<std::int64_t>(one));
            }
            void operator()(date one) const { own.text_ += detail::to_string(one); }
            void operator()(anniversary const&) const {}
            void operator()(std::string const& one) const { own.fact_.constant(one); }
            void operator()(std::vector<std::string> const& all) const { own.say_each(all, *this); }
            void operator()(std::vector<amount> const& all) const { own.say_each(all, *this); }
        };
        std::visit(visitor{*this}, written_.asked.value);
    }

    template<class T, class Say>
    void say_each(std::vector<T> const& all, Say const& say_one) const
    {
        bool is_first = true;
        for (auto const& one : all) {
            fact_.separate(is_first);
            say_one(one);
        }
    }

    void about_value() const
    {
        auto const yes = answer_ == truth::yes;
        if (written_.at.ends_with("/places"))
            return say(yes ? phrase::lives_in : phrase::no_places_for);
        if (written_.at.ends_with("/requires_completed"))
            return say(yes ? phrase::has_completed : phrase::has_not_completed,
                       [&] { say_asked(); });
        auto const with = [&](phrase how) {
            say(phrase::needed,
                [&] { fill(text_, words(how, spoken_), [&](std::string_view) { say_asked(); }); });
        };
        switch (written_.asked.compare) {
        case comparator::is:
            return fact_.declared().kind == fact_kind::boolean || yes ? say(phrase::fact_is)
                                                                      : with(phrase::exactly);
        case comparator::one_of:
            return yes ? say(phrase::fact_is) : with(phrase::one_of);
        case comparator::at_least:
            return with(phrase::at_least);
        case comparator::more_than:
            return with(phrase::more_than);
        case comparator::at_most:
            return with(phrase::at_most);
        case comparator::less_than:
            return with(phrase::less_than);
        case comparator::contains:
            return yes ? say(phrase::fact_is) : with(phrase::contains);
        case comparator::contains_any:
            return yes ? say(phrase::fact_is) : with(phrase::contains_any);
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
            return say(phrase::some);
        }
    }

    void time_passed(bool passed) const
    {
        auto const& time = std::get<anniversary>(written_.asked.value);
        // A date of birth reached years ago is an age; nobody says that thirty years have passed.
        auto const age = fact_.declared().name == "birth_date" && time.unit == time_unit::years;
        auto const how = age ? (passed ? phrase::has_turned : phrase::has_not_turned)
                             : (passed ? phrase::has_passed : phrase::has_not_passed);
        fill(text_, words(how, spoken_), [&](std::string_view part) {
            if (part == "fact")
                fact_.label();
            else if (part == "value")
                fact_.value();
            else if (part == "count")
                say_count(time);
            else if (part == "counted")
                say_counted(time.counted);
        });
    }

    void say_count(anniversary const& time) const
    {
        auto const count = std::get<std::int64_t>(time.count);
        auto const of = [&](phrase one, phrase several) { return count == 1 ? one : several; };
        auto const unit = time.unit == time_unit::years ? of(phrase::one_year, phrase::count_years)
                          : time.unit == time_unit::months
                              ? of(phrase::one_month, phrase::count_months)
                              : of(phrase::one_day, phrase::count_days);
        fill(text_, words(unit, spoken_),
             [&](std::string_view) { text_ += std::to_string(count); });
    }

    void say_counted(counting how) const
    {
        switch (how) {
        case counting::day:
            return;
        case counting::month:
            text_ += words(phrase::from_month, spoken_);
            return;
        case counting::july:
            text_ += words(phrase::from_july, spoken_);
            return;
        case counting::year:
            text_ += words(phrase::from_year, spoken_);
            return;
        }
    }

    std::string& text_;
    language spoken_;
    written_criterion const& written_;
    fact_words fact_;
    truth answer_;
};

} // namespace

std::string sentence(engine const& compiled, person const& someone, reason const& why,
                     language spoken)
{
    std::string text;
    append_sentence(text, compiled, someone, why, spoken);
    return text;
}

void append_sentence(std::string& text, engine const& compiled, person const& someone,
                     reason const& why, language spoken)
{
    speaker(text, compiled, someone, why, spoken)();
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
            append_sentence(text, compiled, someone, why, spoken);
            if (why.cite)
                text += " (" + *why.cite + ")";
            text += '\n';
        }
        return text;
    }
    return {};
}

} // namespace finsam
