// SPDX-License-Identifier: BSL-1.0
#include <finsam/detail/calendar.hpp>
#include <finsam/engine/assess.hpp>
#include <finsam/engine/eligible_from.hpp>

#include "rules/threshold.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <variant>

namespace finsam {
namespace {

/// No date of a document is later.
constexpr date last_of_calendar{std::chrono::year{9999}, std::chrono::December,
                                std::chrono::day{31}};

/// The days on which the answer to an intervention may become another.
class days_of_change
{
public:
    days_of_change(engine const& compiled, person const& someone)
        : agreed_(compiled.agreed())
        , vocabulary_(compiled.facts())
        , someone_(someone)
        , today_(compiled.as_of())
    {}

    std::set<date> operator()(intervention const& asked)
    {
        days_.insert(today_);
        add(asked.period);
        if (asked.when)
            look(*asked.when);
        if (asked.rule)
            look(std::string_view(*asked.rule));
        return std::move(days_);
    }

private:
    void add(date day)
    {
        if (day > today_ && day <= last_of_calendar && contains(agreed_.period, day))
            days_.insert(day);
    }

    void add(std::optional<period> const& some)
    {
        if (!some)
            return;
        add(some->from);
        if (some->to)
            add(*some->to);
    }

    void look(std::string_view rule)
    {
        if (!seen_.insert(rule).second)
            return;
        for (auto const& version : agreed_.rules)
            if (version.id == rule) {
                add(version.period);
                look(version.when);
            }
    }

    void look(criterion const& one)
    {
        if (auto const* const by_name = std::get_if<rule_reference>(&one.form)) {
            look(std::string_view(by_name->rule));
        } else if (auto const* const several = std::get_if<group>(&one.form)) {
            static_cast<void>(values_of(several->count));
            for (auto const& part : several->of)
                look(part);
        } else {
            look(std::get<leaf>(one.form));
        }
    }

    void look(leaf const& one)
    {
        if (auto const* const number = std::get_if<amount>(&one.value))
            static_cast<void>(values_of(*number));
        if (auto const* const numbers = std::get_if<std::vector<amount>>(&one.value))
            for (auto const& number : *numbers)
                static_cast<void>(values_of(number));
        auto const* const time = std::get_if<anniversary>(&one.value);
        if (time == nullptr)
            return;
        auto const counts = values_of(time->count);
        auto const column = std::find_if(vocabulary_.columns.begin(), vocabulary_.columns.end(),
                                         [&](auto const& about) { return about.name == one.fact; });
        auto const& fact =
            someone_.facts[static_cast<std::size_t>(column - vocabulary_.columns.begin())];
        if (fact.state == fact_state::value)
            for (auto const count : counts)
                add(day_reached(detail::from_days(fact.number), count, time->unit, time->counted));
    }

    /// Every value that the number has at some time, and the days from which it has them.
    std::vector<std::int64_t> values_of(amount const& number)
    {
        if (auto const* const written = std::get_if<std::int64_t>(&number))
            return {*written};
        std::vector<std::int64_t> values;
        for (auto const& one : agreed_.parameters)
            if (one.id == std::get<parameter_reference>(number).parameter)
                for (auto const& dated : one.values) {
                    add(dated.from);
                    values.push_back(dated.value);
                }
        return values;
    }

    plan const& agreed_;
    schema const& vocabulary_;
    person const& someone_;
    date today_;
    std::set<std::string_view> seen_; // rules
    std::set<date> days_;
};

} // namespace

std::optional<date> eligible_from(engine const& compiled, person const& someone,
                                  std::size_t intervention)
{
    auto const& asked = compiled.agreed().interventions[intervention];
    for (auto const day : days_of_change(compiled, someone)(asked)) {
        auto const then = compile(compiled.agreed(), day);
        if (!then)
            continue; // a mistake that only that day shows
        auto const& in_force = then->interventions();
        auto const at = std::find_if(in_force.begin(), in_force.end(), [&](question const& one) {
            return one.index == intervention;
        });
        if (at == in_force.end())
            continue;
        auto const found =
            assess_intervention(*then, someone, static_cast<std::size_t>(at - in_force.begin()));
        if (found.answer == truth::yes)
            return day;
    }
    return {};
}

} // namespace finsam
